//! A card to be filled in.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::{self, CardView};
use kedang_app::forms::{Answers, Finding, Pairs};
use kedang_core::card::Learned;
use kedang_core::change::NewChange;
use kedang_core::{Kind, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::screen::{self, Screen, Uploads};
use super::{desk, origins, typed};
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
    pub(super) view: &'a CardView,
    /// The version on which the filling in began.
    pub(super) version: i64,
    /// What stands in the controls.
    pub(super) pairs: &'a Pairs,
    /// The same, as far as it can be read.
    pub(super) answers: &'a Answers,
    /// What there is to say.
    pub(super) findings: &'a [Finding],
    /// How it was learned.
    pub(super) how: Option<&'a str>,
    /// What explains guarded answers that change.
    pub(super) change: &'a NewChange,
    /// Why the whole was refused.
    pub(super) problem: Option<&'a Problem>,
}

/// The form with the stored answers.
pub(crate) async fn edit(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let id = typed::card(&id)?;
    let (frame, view) = web
        .read(&visit, move |tx, scene| cards::show(tx, scene, &id))
        .await?;
    if !view.may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    let pairs = view.form.pairs(&view.answers);
    // A blank sheet is not told what is missing on it.
    let findings: &[Finding] = match view.card.revision {
        0 => &[],
        _ => &view.findings,
    };
    let sheet = Sheet {
        version: view.card.version,
        pairs: &pairs,
        answers: &view.answers,
        findings,
        how: None,
        change: &NewChange::default(),
        problem: None,
        view: &view,
    };
    Ok(page(&web, &frame, &sheet))
}

/// The page with whatever stands in the form.
pub(super) fn page(web: &Web, frame: &Frame, sheet: &Sheet<'_>) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let view = sheet.view;
    let title = desk::title(t, &view.form);
    let address = format!("/cards/{}", view.card.id);
    let known = origins::origins(t, &web.app.zone, &view.origins);
    let head = desk::Head {
        customer: &view.customer,
        above: (view.card.revision > 0).then_some((address.as_str(), title)),
        title,
        count: &desk::revision(t, &view.card),
    };
    let body = drawn(sheet, chrome, t, &known, &|screen| {
        html! {
            (desk::head(t, &head, &html! {}))
            (desk::alerts(&chrome, t, &view.alerts))
            (refusal(&chrome, t, sheet, &address))
            div class="form-wrap" data-island="conditions" {
                (screen::toc(screen, false))
                form class="sheet" method="post" action=(address) data-island="dirty"
                    aria-label=(title) {
                    input type="hidden" name="!version" value=(sheet.version);
                    (screen::edit(screen, &change(t, sheet), &buttons(&chrome, t, sheet, &address)))
                }
                aside class="stack stuck" aria-label=(t.say("cards-beside")) {
                    (screen::meter(screen, &view.form.completeness(sheet.answers, screen.context)))
                    (desk::reference(&chrome, t, view, false))
                    p class="mut t-s" { (t.say("cards-sensitive_note")) }
                }
            }
        }
    });
    frame.page_of(web, &view.customer, (title, Fit::Form), &body)
}

/// What explains guarded answers, on a card that has some to change.
fn change(t: Tongue<'_>, sheet: &Sheet<'_>) -> Markup {
    let guards = sheet.view.form.fields.iter().any(|field| field.guarded);
    html! {
        @if guards && sheet.view.card.revision > 0 {
            (change_part(t, sheet.change, &Refused::new(sheet.problem, t), &t.say("changes-card_note")))
        }
    }
}

/// Why nothing was stored. Whoever was too slow is shown what the other one changed.
fn refusal(chrome: &Chrome<'_>, t: Tongue<'_>, sheet: &Sheet<'_>, address: &str) -> Markup {
    let stale = sheet.problem.is_some_and(|p| p.kind == Kind::Stale);
    let text = |wrong: String| {
        html! {
            (wrong)
            @if stale {
                " " (t.say("cards-stale")) " "
                a class="und" href={ (address) "/revisions" } target="_blank" { (t.say("cards-stale_look")) }
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
    let to = format!("/api/v1/customers/{}/attachments", sheet.view.customer.id);
    let plain = format!("/cards/{}/files", sheet.view.card.id);
    draw(&Screen {
        chrome,
        t,
        form: &sheet.view.form,
        answers: sheet.answers,
        pairs: sheet.pairs,
        findings: sheet.findings,
        context: &sheet.view.context,
        origins,
        masked: &[],
        links: &sheet.view.links,
        redraw: &format!("/cards/{}/sheet", sheet.view.card.id),
        uploads: Some(Uploads {
            to: &to,
            plain: &plain,
        }),
    })
}

/// How it was learned, back, save.
fn buttons(chrome: &Chrome<'_>, t: Tongue<'_>, sheet: &Sheet<'_>, address: &str) -> Markup {
    let (back, next) = (t.say("shell-cancel"), sheet.view.card.revision + 1);
    let save = t.with("cards-save", &[("n", next.into())]);
    let customer = format!("/customers/{}", sheet.view.customer.id);
    let to = if next > 1 { address } else { &customer };
    html! {
        select class="in how" name="!how" aria-label=(t.say("cards-how")) {
            option value="" { (t.say("cards-how")) }
            @for way in Learned::ALL {
                option value=(way.key()) selected[sheet.how == Some(way.key())] {
                    (t.say(&format!("learned-{}", way.key())))
                }
            }
        }
        (btn_link(chrome, &Btn::new(&back).quiet(), to))
        (btn(chrome, &Btn::new(&save).go().key("Ctrl ↵")))
    }
}
