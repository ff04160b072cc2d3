//! What stands round every page: the company, the reader, the rooms.

use axum::response::Html;
use kedang_app::company::{self, Company};
use kedang_app::staff::Look;
use kedang_app::{AppError, Scene};
use kedang_core::access::{Action, Actor, reach};
use kedang_core::customer::Customer;
use kedang_words::{Lang, Tongue};
use maud::Markup;

use crate::Web;
use crate::components::{
    Chrome, Density, Find, Fit, Icon, Link, Logout, Page, Reader, Secrecy, Theme, shell,
};
use crate::refusal::Refusal;
use crate::rooms::{Place, RoomWords, foot, rooms};
use crate::visit::Visit;

/// The reader and his company, read in the same transaction as the page's content.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// Who reads.
    pub(crate) actor: Actor,
    /// How his pages look.
    pub(crate) look: Look,
    company: Company,
}

/// What differs from page to page.
pub(crate) struct View<'a> {
    /// Title of the window.
    pub(crate) title: &'a str,
    /// Where the page hangs in the rail.
    pub(crate) place: Place,
    /// Highest class of anything on it.
    pub(crate) secrecy: Secrecy,
    /// What is open and who reads it.
    pub(crate) edge: &'a str,
    /// How the content fills the window.
    pub(crate) fit: Fit,
}

impl Web {
    /// Runs a reading use case and reads the frame with it.
    pub(crate) async fn read<T, F>(&self, visit: &Visit, work: F) -> Result<(Frame, T), Refusal>
    where
        T: Send + 'static,
        F: FnOnce(&mut kedang_app::Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        Ok(self.app.read(&visit.call, framed(work)).await?)
    }

    /// The same for what takes its time.
    pub(crate) async fn report<T, F>(&self, visit: &Visit, work: F) -> Result<(Frame, T), Refusal>
    where
        T: Send + 'static,
        F: FnOnce(&mut kedang_app::Tx, &Scene) -> Result<T, AppError> + Send + 'static,
    {
        Ok(self.app.report(&visit.call, framed(work)).await?)
    }
}

/// The use case with the frame of its page, from one snapshot.
fn framed<T, F>(
    work: F,
) -> impl FnOnce(&mut kedang_app::Tx, &Scene) -> Result<(Frame, T), AppError> + Send + 'static
where
    T: Send + 'static,
    F: FnOnce(&mut kedang_app::Tx, &Scene) -> Result<T, AppError> + Send + 'static,
{
    move |tx, scene| {
        let company = company::read(tx)?;
        let frame = Frame {
            actor: scene.actor.clone(),
            look: scene.look.clone(),
            company,
        };
        Ok((frame, work(tx, scene)?))
    }
}

impl Frame {
    /// The words in the reader's language.
    pub(crate) fn tongue<'a>(&self, web: &'a Web) -> Tongue<'a> {
        Tongue::new(
            &web.words,
            Lang::from_code(&self.look.language).unwrap_or(Lang::Zh),
        )
    }

    /// Name of the company.
    pub(crate) fn company(&self) -> &str {
        &self.company.name
    }

    /// Files, language, theme and row height.
    pub(crate) fn chrome<'a>(&self, web: &'a Web) -> Chrome<'a> {
        let theme = match self.look.theme.as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        };
        let density = match self.look.density.as_str() {
            "compact" => Density::Compact,
            _ => Density::Comfortable,
        };
        Chrome {
            theme,
            density,
            ..stranger(web, self.tongue(web))
        }
    }

    /// A page of one customer: its secrecy and its code stand on the edge, beside who reads it.
    pub(crate) fn page_of(
        &self,
        web: &Web,
        customer: &Customer,
        (title, fit): (&str, Fit),
        body: &Markup,
    ) -> Html<String> {
        let (code, reader) = ((&customer.code).into(), (&self.actor.name).into());
        let t = self.tongue(web);
        let view = View {
            title,
            place: Place::Customers,
            secrecy: secrecy(customer.class),
            edge: &t.with("customer-edge", &[("code", code), ("reader", reader)]),
            fit,
        };
        self.page(web, &view, body)
    }

    /// The whole document.
    pub(crate) fn page(&self, web: &Web, view: &View, body: &Markup) -> Html<String> {
        let t = self.tongue(web);
        let say = |key: &str| t.say(key).into_owned();
        let (find, palette) = (say("shell-find"), say("shell-find_label"));
        let (hint, close) = (say("shell-find_hint"), say("shell-close"));
        let (new, account, leave) = (say("shell-new"), say("shell-account"), say("shell-leave"));
        let (nav, reader, skip) = (say("shell-nav"), say("shell-reader"), say("shell-skip"));
        let edge_label = say("shell-edge");
        let class = say(view.secrecy_key());
        let role = self
            .actor
            .posts
            .first()
            .map(|p| say(&format!("role-{}", p.role.key())));
        let readers = !reach(&self.actor, Action::Read).is_nothing();
        let opens = !reach(&self.actor, Action::Create).is_nothing();
        let words = RoomWords {
            workbench: say("workbench-title"),
            customers: say("room-customers"),
            analysis: say("analysis-title"),
            forms: say("room-forms"),
            duplicates: say("duplicates-title"),
            imports: say("imports-title"),
            bin: say("bin-title"),
            staff: say("staff-title"),
            backups: say("backups-title"),
        };
        let rooms = rooms(&self.actor, view.place, &words);
        let foot = foot(view.place, &account);
        let links = [Link {
            href: "/account",
            icon: Icon::User,
            label: &account,
        }];
        let page = Page {
            chrome: self.chrome(web),
            title: view.title,
            company: &self.company.name,
            home_href: "/",
            nav_label: &nav,
            rooms: &rooms,
            foot_rooms: &foot,
            secrecy: view.secrecy,
            edge_word: &class,
            edge_text: view.edge,
            edge_label: &edge_label,
            find: readers.then_some(Find {
                href: "/customers",
                palette_url: "/palette",
                placeholder: &find,
                label: &palette,
                key: "Ctrl K",
                close_label: &close,
                hint: &hint,
            }),
            new: opens.then_some(Link {
                href: "/customers/new",
                icon: Icon::Plus,
                label: &new,
            }),
            reader: Reader {
                key: self.actor.staff.as_str(),
                name: &self.actor.name,
                role: role.as_deref().unwrap_or(""),
                menu_label: &reader,
                links: &links,
                logout: Logout {
                    action: "/logout",
                    label: &leave,
                },
            },
            skip_label: &skip,
            fit: view.fit,
        };
        Html(shell(&page, body).into_string())
    }
}

impl View<'_> {
    fn secrecy_key(&self) -> &'static str {
        match self.secrecy {
            Secrecy::Open => "class-0",
            Secrecy::Inner => "class-1",
            Secrecy::Secret => "class-2",
            Secrecy::Named => "class-3",
        }
    }
}

/// A class as the components know it.
pub(crate) fn secrecy(class: i64) -> Secrecy {
    match class {
        0 => Secrecy::Open,
        1 => Secrecy::Inner,
        2 => Secrecy::Secret,
        _ => Secrecy::Named,
    }
}

/// The frame of pages before the door.
pub(crate) fn stranger<'a>(web: &'a Web, tongue: Tongue<'a>) -> Chrome<'a> {
    Chrome {
        assets: &web.assets,
        lang_code: tongue.lang().code(),
        theme: Theme::Auto,
        density: Density::Comfortable,
        product: web.product(tongue.lang()),
        seal: &web.seal,
    }
}
