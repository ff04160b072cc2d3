//! The page.

use axum::Json;
use axum::extract::State;
use axum::response::Html;
use kedang_app::backups::{Backups, Doing, Figures, Kept};
use kedang_core::Problem;
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Serialize;

use super::doing::{bad, doing};
use crate::Web;
use crate::components::{
    Btn, Chrome, Col, Fit, HeadView, Icon, Place as At, Secrecy, Tone, banner, btn, btn_link, cell,
    lead_cell, page_head, pill, sheet, sheet_flush, small_table,
};
use crate::form::sentence;
use crate::frame::View;
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// After so long without a new one the page says so, µs.
const OLD: i64 = 7 * 24 * 3_600 * 1_000_000;

/// For the island that waits.
#[derive(Debug, Serialize)]
pub(crate) struct Progress {
    through: usize,
    total: usize,
    over: bool,
}

/// The page.
pub(crate) async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    page(&web, &visit, None).await
}

/// Whether what is being done is over.
pub(crate) async fn progress(
    State(web): State<Web>,
    visit: Visit,
) -> Result<Json<Progress>, Refusal> {
    let doing = web.app.backups_doing(&visit.call).await?;
    let over = !matches!(doing, Doing::Under(_));
    Ok(Json(Progress {
        through: usize::from(over),
        total: 1,
        over,
    }))
}

/// The page, with why something was refused.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    refused: Option<&Problem>,
) -> Result<Html<String>, Refusal> {
    let there = web.app.backups(&visit.call).await?;
    let (frame, ()) = web.read(visit, |_, _| Ok(())).await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (title, take) = (t.say("backups-title"), t.say("backups-take"));
    let head = HeadView {
        title: &title,
        ..HeadView::default()
    };
    let busy = matches!(there.doing, Doing::Under(_));
    let acts = html! {
        form method="post" action="/backups" {
            (btn(&chrome, &Btn::new(&take).go().icon(Icon::Archive).disabled(busy)))
        }
    };
    let body = html! {
        (page_head(&head, &acts))
        div class="stack" {
            @if let Some(problem) = refused { (bad(&chrome, t, problem)) }
            (doing(&chrome, t, &there.doing))
            @if !busy && let Some(said) = wanting(web, t, &there) {
                (banner(&chrome, Tone::Warn, "", &html! { (said) }))
            }
            @if !there.kept.is_empty() { (table(web, &chrome, t, &there)) }
            (where_and_back(t, &there))
        }
    };
    let view = View {
        title: &title,
        place: Place::Backups,
        secrecy: Secrecy::Inner,
        edge: &title,
        fit: Fit::Flow,
    };
    Ok(frame.page(web, &view, &body))
}

/// What is to be said where there is none, or none of these days.
fn wanting(web: &Web, t: Tongue, there: &Backups) -> Option<String> {
    let whole = there.kept.iter().filter_map(|one| one.says.as_ref().ok());
    let last = whole.map(|figures| figures.at.0).max();
    match last {
        None => Some(t.say("backups-none").into_owned()),
        Some(at) => (web.app.clock.now() - at > OLD).then(|| t.say("backups-old").into_owned()),
    }
}

fn table(web: &Web, chrome: &Chrome, t: Tongue, there: &Backups) -> Markup {
    let labels = [
        ("backups-taken_at", At::Lead),
        ("backups-state", At::Mark),
        ("backups-customers", At::Number),
        ("backups-cards", At::Number),
        ("backups-files", At::Number),
        ("backups-size", At::Number),
        ("backups-digest", At::Wide),
        ("backups-name", At::Wide),
        ("backups-acts", At::Wide),
    ];
    let labels = labels.map(|(key, place)| (t.say(key), place));
    let cols: Vec<Col> = labels
        .iter()
        .map(|(label, place)| Col {
            label,
            place: *place,
            sort: None,
        })
        .collect();
    let rows = html! { @for one in &there.kept { (row(web, chrome, t, one)) } };
    let title = t.say("backups-there");
    sheet_flush(
        &title,
        &html! {},
        &small_table(chrome, &title, &cols, &rows),
    )
}

fn row(web: &Web, chrome: &Chrome, t: Tongue, one: &Kept) -> Markup {
    let figures = one.says.as_ref().ok();
    let number = |of: fn(&Figures) -> String| figures.map_or(String::new(), of);
    let at = number_at(figures, web);
    html! {
        tr {
            (lead_cell(&html! { span class="num" { (at) } }))
            (cell(At::Mark, &state(t, one)))
            (cell(At::Number, &html! { (number(|figures| figures.customers.to_string())) }))
            (cell(At::Number, &html! { (number(|figures| figures.cards.to_string())) }))
            (cell(At::Number, &html! { (number(|figures| figures.files.to_string())) }))
            (cell(At::Number, &html! { (number(megabytes)) }))
            (cell(At::Wide, &html! { code class="t-s" { (number(short)) } }))
            (cell(At::Wide, &html! { code class="t-s" { (one.name) } }))
            (cell(At::Wide, &acts(chrome, t, one)))
        }
    }
}

fn number_at(figures: Option<&Figures>, web: &Web) -> String {
    figures.map_or("—".to_owned(), |figures| figures.at.local(&web.app.zone))
}

fn state(t: Tongue, one: &Kept) -> Markup {
    match &one.says {
        Ok(figures) if figures.faults == 0 => pill(Tone::Ok, &t.say("backups-complete")),
        Ok(figures) => {
            let count = i64::try_from(figures.faults).unwrap_or(i64::MAX);
            let said = t.with("backups-faults", &[("count", count.into())]);
            pill(Tone::Warn, &said)
        }
        Err(problem) => html! {
            (pill(Tone::Bad, &t.say("backups-incomplete")))
            div class="mut t-s" { (sentence(t, problem.code, &problem.args)) }
        },
    }
}

fn megabytes(figures: &Figures) -> String {
    format!(
        "{}.{:02} MB",
        figures.bytes / 1_000_000,
        figures.bytes % 1_000_000 / 10_000
    )
}

fn short(figures: &Figures) -> String {
    figures.digest.chars().take(12).collect()
}

fn acts(chrome: &Chrome, t: Tongue, one: &Kept) -> Markup {
    let (check, remove) = (t.say("backups-check"), t.say("backups-remove"));
    let at = format!("/backups/{}", one.name);
    html! {
        div class="row-acts" {
            @if one.says.is_ok() {
                form method="post" action={ (at) "/check" } {
                    (btn(chrome, &Btn::new(&check).small().icon(Icon::Check)))
                }
            }
            (btn_link(chrome, &Btn::new(&remove).small().icon(Icon::X), &format!("{at}/removal")))
        }
    }
}

/// Where the folder is, and how one comes back.
fn where_and_back(t: Tongue, there: &Backups) -> Markup {
    let newest = there.kept.iter().find(|one| one.says.is_ok());
    let name = newest.map_or("kedang-backup-…", |one| one.name.as_str());
    let to = match there.engine.as_str() {
        "sqlite" => t.say("backups-new_folder"),
        _ => t.say("backups-new_database"),
    };
    let body = html! {
        div class="stack" {
            p { (t.say("backups-folder")) " " code { (there.folder) } }
            p { (t.say("backups-elsewhere")) }
            p { (t.say("backups-restore")) }
            p { code { "kedang restore " (there.folder) "/" (name) " " (to) } }
        }
    };
    sheet(&t.say("backups-about"), &html! {}, &body)
}
