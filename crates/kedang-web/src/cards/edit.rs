//! A card to be filled in, on the screen or on its paper.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::CardView;
use kedang_app::forms::{Answers, Finding, Pairs};
use kedang_core::card::Learned;
use kedang_core::{Kind, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::desk::Look;
use super::opened::{Opened, opened};
use super::screen::{self, Screen, Uploads};
use super::typed::Beside;
use super::{desk, origins, paper, typed};
use crate::Web;
use crate::changes::change_part;
use crate::components::{Btn, Chrome, Fit, Tone, banner, btn, btn_link};
use crate::form::Refused;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// What stands in the form while it is filled in.
pub(super) struct Sheet<'a> {
    /// The card as it is stored.
    pub(super) opened: &'a Opened,
    /// What was sent along with it.
    pub(super) beside: &'a Beside,
    /// What stands in the controls.
    pub(super) pairs: &'a Pairs,
    /// The same, as far as it can be read.
    pub(super) answers: &'a Answers,
    /// What there is to say.
    pub(super) findings: &'a [Finding],
    /// Why the whole was refused.
    pub(super) problem: Option<&'a Problem>,
    /// Whether it was typed and is not stored: the page asks before it is left.
    pub(super) unsaved: bool,
}

impl<'a> Sheet<'a> {
    /// The card as it is stored.
    pub(super) fn view(&self) -> &'a CardView {
        &self.opened.view
    }

    /// The hidden controls that say on which version and on which look it was typed.
    pub(super) fn hidden(&self) -> Markup {
        let version = self.beside.version.unwrap_or(self.view().card.version);
        html! {
            input type="hidden" name="!version" value=(version);
            input type="hidden" name="!look" value=(self.opened.look.key());
        }
    }
}

/// The form with the stored answers.
pub(crate) async fn edit(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    stored(&web, &visit, &id, Look::Screen).await
}

/// The paper with the stored answers, to be written on.
pub(crate) async fn edit_paper(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    stored(&web, &visit, &id, Look::Paper).await
}

async fn stored(web: &Web, visit: &Visit, id: &str, look: Look) -> Result<Html<String>, Refusal> {
    let (frame, opened) = opened(web, visit, typed::card(id)?, look).await?;
    let view = &opened.view;
    let pairs = view.form.pairs(&view.answers);
    // A blank sheet is not told what is missing on it.
    let findings: &[Finding] = match view.card.revision {
        0 => &[],
        _ => &view.findings,
    };
    let sheet = Sheet {
        opened: &opened,
        beside: &Beside::default(),
        pairs: &pairs,
        answers: &view.answers,
        findings,
        problem: None,
        unsaved: false,
    };
    Ok(page(web, &frame, &sheet))
}

/// The page with whatever stands in the form.
pub(super) fn page(web: &Web, frame: &Frame, sheet: &Sheet<'_>) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let view = sheet.view();
    let title = desk::title(t, &view.form);
    let known = origins::origins(t, &web.app.zone, &view.origins);
    let body = drawn(sheet, chrome, t, &known, &|screen| {
        html! {
            (head(t, view, sheet.opened.look))
            (desk::alerts(&chrome, t, &view.alerts))
            (refusal(&chrome, t, sheet))
            @match sheet.opened.look {
                Look::Screen => (on_screen(screen, sheet, title)),
                Look::Paper => (paper::fill(web, frame, sheet, screen)),
            }
        }
    });
    frame.page_of(web, &view.customer, (title, Fit::Form), &body)
}

fn head(t: Tongue<'_>, view: &CardView, look: Look) -> Markup {
    let title = desk::title(t, &view.form);
    let address = desk::address(&view.card, look);
    let head = desk::Head {
        customer: &view.customer,
        above: (view.card.revision > 0).then_some((address.as_str(), title)),
        title,
        count: &desk::revision(t, &view.card),
    };
    desk::head(t, &head, &desk::turns(t, &view.card, look))
}

fn on_screen(screen: &Screen<'_>, sheet: &Sheet<'_>, title: &str) -> Markup {
    let (t, view) = (screen.t, sheet.view());
    let address = format!("/cards/{}", view.card.id);
    html! {
        div class="form-wrap" data-island="conditions" {
            (screen::toc(screen, false))
            form class="sheet" id=(desk::FORM) method="post" action=(address) data-island="dirty"
                data-edited[sheet.unsaved] aria-label=(title) {
                (sheet.hidden())
                (screen::edit(screen, &change(t, sheet), &buttons(&screen.chrome, t, sheet)))
            }
            aside class="stack stuck" aria-label=(t.say("cards-beside")) {
                (screen::meter(screen, &view.form.completeness(sheet.answers, screen.context)))
                (desk::reference(&screen.chrome, t, view, false))
                p class="mut t-s" { (t.say("cards-sensitive_note")) }
            }
        }
    }
}

/// What explains guarded answers, on a card that has some to change.
pub(super) fn change(t: Tongue<'_>, sheet: &Sheet<'_>) -> Markup {
    let guards = sheet.view().form.fields.iter().any(|field| field.guarded);
    html! {
        @if guards && sheet.view().card.revision > 0 {
            (change_part(t, &sheet.beside.change, &Refused::new(sheet.problem, t), &t.say("changes-card_note")))
        }
    }
}

/// Why nothing was stored. Whoever was too slow is shown what the other one changed.
fn refusal(chrome: &Chrome<'_>, t: Tongue<'_>, sheet: &Sheet<'_>) -> Markup {
    let stale = sheet.problem.is_some_and(|p| p.kind == Kind::Stale);
    let revisions = format!("/cards/{}/revisions", sheet.view().card.id);
    let text = |wrong: String| {
        html! {
            (wrong)
            @if stale {
                " " (t.say("cards-stale")) " "
                a class="und" href=(revisions) target="_blank" { (t.say("cards-stale_look")) }
            }
        }
    };
    html! {
        @if let Some(wrong) = Refused::new(sheet.problem, t).whole() {
            div class="mb2" { (banner(chrome, Tone::Bad, "", &text(wrong))) }
        }
    }
}

/// Hands the form, ready to be drawn, to `draw`.
pub(super) fn drawn(
    sheet: &Sheet<'_>,
    chrome: Chrome<'_>,
    t: Tongue<'_>,
    origins: &BTreeMap<String, String>,
    draw: &dyn Fn(&Screen<'_>) -> Markup,
) -> Markup {
    let view = sheet.view();
    let to = format!("/api/v1/customers/{}/attachments", view.customer.id);
    let plain = format!("/cards/{}/files", view.card.id);
    draw(&Screen {
        chrome,
        t,
        form: &view.form,
        answers: sheet.answers,
        pairs: sheet.pairs,
        findings: sheet.findings,
        context: &view.context,
        origins,
        masked: &[],
        links: &view.links,
        redraw: &format!("/cards/{}/sheet", view.card.id),
        uploads: Some(Uploads {
            to: &to,
            plain: &plain,
        }),
    })
}

/// How it was learned, back, save.
pub(super) fn buttons(chrome: &Chrome<'_>, t: Tongue<'_>, sheet: &Sheet<'_>) -> Markup {
    let view = sheet.view();
    let (back, next) = (t.say("shell-cancel"), view.card.revision + 1);
    let save = t.with("cards-save", &[("n", next.into())]);
    let to = match view.card.revision {
        0 => format!("/customers/{}", view.customer.id),
        _ => desk::address(&view.card, sheet.opened.look),
    };
    let how = sheet.beside.how.as_deref();
    html! {
        select class="in how" name="!how" aria-label=(t.say("cards-how")) {
            option value="" { (t.say("cards-how")) }
            @for way in Learned::ALL {
                option value=(way.key()) selected[how == Some(way.key())] {
                    (t.say(&format!("learned-{}", way.key())))
                }
            }
        }
        (btn_link(chrome, &Btn::new(&back).quiet(), &to))
        (btn(chrome, &Btn::new(&save).go().key("Ctrl ↵")))
    }
}
