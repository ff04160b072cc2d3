//! Imports, and where a file is dropped.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Html;
use kedang_app::imports::{self, ImportView};
use kedang_app::{AppError, Scene, Tx};
use kedang_core::Problem;
use kedang_core::access::{Action, reach};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::words;
use crate::Web;
use crate::components::{
    Btn, Chrome, Col, Fit, HeadView, Icon, Place as At, Tone, banner, btn, cell, icon_small,
    lead_cell, page_head, sheet, sheet_flush, small_table,
};
use crate::form::Refused;
use crate::frame::{Frame, View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// What a browser offers to choose.
const ACCEPT: &str = ".xlsx,.xls,.csv,.tsv,.txt,.vcf,text/csv,text/vcard";

/// The page.
pub(crate) async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, found) = read(&web, &visit).await?;
    Ok(page(&web, &frame, &found, None))
}

/// The page again, with why a file was not taken.
pub(super) async fn refused(
    web: &Web,
    visit: &Visit,
    problem: Problem,
) -> Result<(StatusCode, Html<String>), Refusal> {
    let (frame, found) = read(web, visit).await?;
    let page = page(web, &frame, &found, Some(&problem));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page))
}

async fn read(web: &Web, visit: &Visit) -> Result<(Frame, Vec<ImportView>), Refusal> {
    web.read(visit, |tx, scene| {
        may(scene)?;
        imports::list(tx, scene)
    })
    .await
}

/// Imports are for those who may open customers.
fn may(scene: &Scene) -> Result<(), AppError> {
    if reach(&scene.actor, Action::Create).is_nothing() {
        return Err(Problem::forbidden("customer.create_forbidden").into());
    }
    Ok(())
}

/// The import of an address, for whoever may see it.
pub(super) fn one(tx: &mut Tx, scene: &Scene, id: &str) -> Result<ImportView, AppError> {
    may(scene)?;
    imports::show(tx, scene, id)
}

fn page(web: &Web, frame: &Frame, found: &[ImportView], problem: Option<&Problem>) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let title = t.say("imports-title");
    let head = HeadView {
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            (drop_here(&chrome, t, problem))
            @if !found.is_empty() { (past(web, &chrome, t, found)) }
        }
    };
    let view = View {
        title: &title,
        place: Place::Imports,
        secrecy: secrecy(1),
        edge: &title,
        fit: Fit::Flow,
    };
    frame.page(web, &view, &body)
}

fn drop_here(chrome: &Chrome, t: Tongue, problem: Option<&Problem>) -> Markup {
    let wrong = Refused::new(problem, t).whole();
    let go = t.say("imports-send");
    let body = html! {
        @if let Some(wrong) = &wrong {
            div class="mb2" { (banner(chrome, Tone::Bad, "", &html! { (wrong) })) }
        }
        form method="post" action="/imports" enctype="multipart/form-data" class="stack drop-file"
            data-island="drop" {
            p { (t.say("imports-drop")) }
            p class="mut t-s" { (t.say("imports-drop_note")) }
            div class="ways" data-island="chosen" {
                label class="btn" {
                    (icon_small(chrome, Icon::Doc)) (t.say("imports-choose"))
                    input type="file" class="pick" name="file" accept=(ACCEPT) required;
                }
                span class="chosen" data-names role="status" {}
            }
            div { (btn(chrome, &Btn::new(&go).go().icon(Icon::Up))) }
        }
    };
    sheet(&t.say("imports-new"), &html! {}, &body)
}

fn past(web: &Web, chrome: &Chrome, t: Tongue, found: &[ImportView]) -> Markup {
    let (file, when, by) = (
        t.say("imports-file"),
        t.say("imports-when"),
        t.say("imports-by"),
    );
    let (state, what) = (t.say("imports-state"), t.say("imports-outcome"));
    let col = |label, place| Col {
        label,
        place,
        sort: None,
    };
    let cols = [
        col(&*file, At::Lead),
        col(&*state, At::Mark),
        col(&*what, At::More),
        col(&*when, At::Wide),
        col(&*by, At::Wide),
    ];
    let rows = html! {
        @for import in found {
            tr {
                (lead_cell(&html! {
                    a class="und" href={ "/imports/" (import.id) } data-open { (words::name(t, import)) }
                }))
                (cell(At::Mark, &words::state(t, import)))
                (cell(At::More, &words::sum(t, import)))
                (cell(At::Wide, &html! { (import.at.local(&web.app.zone)) }))
                (cell(At::Wide, &html! { (import.by) }))
            }
        }
    };
    let title = t.say("imports-past");
    sheet_flush(
        &title,
        &html! {},
        &small_table(chrome, &title, &cols, &rows),
    )
}
