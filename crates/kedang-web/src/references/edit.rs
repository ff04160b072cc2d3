//! The editor of a text.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::references::{self, Desk};
use kedang_core::{Kind as Wrong, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::show::{address, nth, page, title};
use crate::Web;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Tone, banner, btn, btn_link, form_foot, page_head,
};
use crate::form::Refused;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// A text as it is posted.
#[derive(Deserialize, Default)]
pub(crate) struct ReferenceForm {
    /// Markdown.
    #[serde(default)]
    pub(super) text: String,
    /// The version that was before the writer.
    #[serde(default)]
    pub(super) based_on: i64,
}

/// The newest text, to be written on.
pub(crate) async fn edit(
    State(web): State<Web>,
    visit: Visit,
    Path(form): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, desk) = web
        .read(&visit, move |tx, scene| references::desk(tx, scene, &form))
        .await?;
    let typed = ReferenceForm {
        text: desk
            .newest
            .as_ref()
            .map_or_else(String::new, |held| held.text.clone()),
        based_on: held(&desk),
    };
    Ok(editor(&web, &frame, &desk, &typed, None))
}

/// The version that is published; 0 while there is none.
pub(super) fn held(desk: &Desk) -> i64 {
    desk.newest.as_ref().map_or(0, |held| held.edition.version)
}

/// The page with what was typed, and why it was refused.
pub(super) fn editor(
    web: &Web,
    frame: &Frame,
    desk: &Desk,
    typed: &ReferenceForm,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (title, crumbs) = (title(t, &desk.form), t.say("shell-crumbs"));
    let (edit, to) = (t.say("references-edit"), address(&desk.form));
    let up = [(to.as_str(), title.as_str())];
    let head = HeadView {
        // Nothing stands above the first text.
        crumbs: if desk.newest.is_some() { &up } else { &[] },
        crumbs_label: &crumbs,
        title: &edit,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        (refusal(&chrome, t, desk, problem))
        (form(&chrome, t, desk, typed, &Refused::new(problem, t)))
    };
    page(web, frame, &title, Fit::Form, &body)
}

fn refusal(chrome: &Chrome<'_>, t: Tongue<'_>, desk: &Desk, problem: Option<&Problem>) -> Markup {
    let stale = problem.is_some_and(|p| p.kind == Wrong::Stale);
    let whole = Refused::new(problem, t).whole();
    let said = |wrong: String| {
        html! {
            (wrong)
            @if stale {
                " " a class="und" href=(address(&desk.form)) target="_blank" { (nth(t, held(desk))) }
            }
        }
    };
    html! {
        @if let Some(wrong) = whole {
            div class="mb2" { (banner(chrome, Tone::Bad, "", &said(wrong))) }
        }
    }
}

fn form(
    chrome: &Chrome<'_>,
    t: Tongue<'_>,
    desk: &Desk,
    typed: &ReferenceForm,
    refused: &Refused<'_>,
) -> Markup {
    let (back, next) = (t.say("shell-cancel"), held(desk) + 1);
    let publish = t.with("references-publish", &[("n", next.into())]);
    let (to, err) = (address(&desk.form), refused.of("text"));
    let cancel = if next > 1 { &to } else { "/" };
    html! {
        form method="post" action=(to) class="sheet form" data-island="dirty" {
            input type="hidden" name="based_on" value=(held(desk));
            div class="part" {
                div class="field" {
                    label for="text" { (t.say("references-text")) }
                    // A browser drops one line break right after the tag; this one, not the reader's.
                    textarea class="in manuscript" id="text" name="text" rows="24" spellcheck="false"
                        aria-required="true" aria-describedby="text-note"
                        aria-invalid=[err.as_ref().map(|_| "true")] { "\n" (typed.text) }
                    @match err {
                        Some(err) => span class="err" id="text-note" { (err) },
                        None => span class="help" id="text-note" { (t.say("references-help")) },
                    }
                }
            }
            (form_foot(&html! {
                (btn_link(chrome, &Btn::new(&back).quiet(), cancel))
                (btn(chrome, &Btn::new(&publish).go()))
            }))
        }
    }
}
