//! The recycle bin.

use axum::extract::State;
use axum::response::Html;
use kedang_app::recycling::{self, InBin};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Icon, Pic, Tone, btn, empty, icon_small, page_head, pill,
    sheet_flush,
};
use crate::frame::{View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// Days left from which a customer is shown as going soon.
const SOON: i64 = 7;

/// The deleted customers.
pub(crate) async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, bin) = web.read(&visit, recycling::list).await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = t.say("bin-title");
    let note = t.with("bin-note", &[("days", recycling::DAYS.into())]);
    let head = HeadView {
        title: &title,
        ..HeadView::default()
    };
    let rows = html! {
        ul class="card-list" { @for one in &bin { (item(&web, &chrome, t, one)) } }
    };
    let body = html! {
        (page_head(&head, &html! {}))
        @if bin.is_empty() {
            (empty(&chrome, Pic::Folder, &t.say("bin-empty"), &html! { (note) }, &html! {}))
        } @else {
            (sheet_flush(&t.say("bin-deleted"), &html! { span class="mut t-s" { (note) } }, &rows))
        }
    };
    let class = bin.iter().map(|one| one.customer.class).max();
    let view = View {
        title: &title,
        place: Place::Bin,
        secrecy: secrecy(class.unwrap_or(1)),
        edge: &title,
        fit: Fit::Flow,
    };
    Ok(frame.page(&web, &view, &body))
}

fn item(web: &Web, chrome: &Chrome, t: Tongue, one: &InBin) -> Markup {
    let customer = &one.customer;
    let back = t.say("bin-restore");
    let left = t.with("bin-days_left", &[("days", one.days_left.into())]);
    let tone = if one.days_left <= SOON {
        Tone::Bad
    } else {
        Tone::Mute
    };
    let at = one.at.local(&web.app.zone);
    let who = t.with(
        "bin-who",
        &[("name", (&one.by.name).into()), ("at", at.as_str().into())],
    );
    html! {
        li {
            (icon_small(chrome, Icon::Doc))
            div class="grow" {
                b { (customer.name) }
                small { (customer.code) " · " (who) }
                small { (t.with("bin-because", &[("reason", (&one.reason).into())])) }
            }
            (pill(tone, &left))
            form method="post" action={ "/bin/" (customer.id) "/restoration" } {
                (btn(chrome, &Btn::new(&back).small().icon(Icon::Undo)))
            }
        }
    }
}
