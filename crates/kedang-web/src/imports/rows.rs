//! The rows of a file, each cell with what is to be said about it, mended where it stands.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::imports::{self, ImportView, RowView, STATES, SheetView};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::list::one;
use super::{progress, row, show};
use crate::Web;
use crate::ask::Ask;
use crate::components::{Btn, Chrome, Fit, Icon, Pic, Tab, btn, btn_link, empty, seg};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Rows of a page.
const PAGE: usize = 50;

#[derive(Deserialize, Default)]
pub(crate) struct RowsAsk {
    state: Option<String>,
    after: Option<i64>,
}

/// What the page shows.
struct Grid {
    import: ImportView,
    state: Option<&'static str>,
    rows: Vec<RowView>,
    next: Option<i64>,
}

/// The page.
pub(crate) async fn rows(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<RowsAsk>,
) -> Result<Html<String>, Refusal> {
    let (frame, grid) = web
        .read(&visit, move |tx, scene| {
            let import = one(tx, scene, &id)?;
            let state = chosen(&import, ask.state.as_deref());
            let (after, limit) = (ask.after.unwrap_or(0), PAGE as i64 + 1);
            let mut rows = imports::rows(tx, scene, &id, state, after, limit)?;
            let more = rows.len() > PAGE;
            rows.truncate(PAGE);
            let next = rows.last().filter(|_| more).map(|row| row.seq);
            Ok(Grid {
                import,
                state,
                rows,
                next,
            })
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let staged = grid.import.state == "staged";
    let body = html! {
        (show::head(&chrome, t, &grid.import, if staged { 2 } else { 3 }))
        @if staged && !progress::of(&grid.import).2 {
            div class="mb2" { (show::waiting(&chrome, t, &grid.import)) }
        }
        div class="row mb2" { (segments(t, &grid)) }
        @if grid.rows.is_empty() {
            (empty(&chrome, Pic::Find, &t.say("imports-none"), &html! {}, &html! {}))
        } @else { (table(&chrome, t, &grid)) }
        (further(&chrome, t, &grid))
        @if staged { (foot(&chrome, t, &grid.import)) }
    };
    Ok(show::page(&web, &frame, &grid.import, Fit::Flow, &body))
}

/// The state asked for; else the first that somebody has to look at.
fn chosen(import: &ImportView, asked: Option<&str>) -> Option<&'static str> {
    match asked {
        Some("all") => None,
        Some(asked) => STATES.iter().copied().find(|state| *state == asked),
        None => {
            let counts = |state: &str| import.totals.iter().any(|(known, _)| known == state);
            let first = STATES.iter().copied().take(3).find(|state| counts(state));
            first.filter(|_| import.state == "staged")
        }
    }
}

fn segments(t: Tongue, grid: &Grid) -> Markup {
    let base = format!("/imports/{}/rows?state=", grid.import.id);
    let mut items = vec![(
        format!("{base}all"),
        t.say("imports-all").into_owned(),
        grid.import.rows.to_string(),
        grid.state.is_none(),
    )];
    for (state, count) in &grid.import.totals {
        items.push((
            format!("{base}{state}"),
            t.say(&format!("import_row-{state}")).into_owned(),
            count.to_string(),
            grid.state == Some(state.as_str()),
        ));
    }
    let tabs: Vec<_> = items
        .iter()
        .map(|(href, label, count, current)| Tab {
            href,
            label,
            count: Some(count),
            current: *current,
        })
        .collect();
    seg(&t.say("imports-rows_by"), &tabs)
}

/// Columns of a table that the grid shows: the name, then those with something to be said, then
/// what else is mapped, a dozen at most.
fn columns(sheet: &SheetView, rows: &[RowView]) -> Vec<usize> {
    let indexes = 0..sheet.columns.len();
    let of = |index: &usize| sheet.columns.get(*index);
    let named = |index: &usize| of(index).is_some_and(|column| column.target == Some("name"));
    let told = |index: &usize| {
        of(index).is_some_and(|column| {
            let mut findings = rows.iter().flat_map(|row| &row.findings);
            findings.any(|found| !found.column.is_empty() && found.column == column.header)
        })
    };
    let mapped = |index: &usize| {
        of(index).is_some_and(|column| column.target.is_some() || column.answer.is_some())
    };
    let mut order: Vec<usize> = indexes.clone().filter(named).collect();
    for index in indexes.clone().filter(told).chain(indexes.filter(mapped)) {
        if !order.contains(&index) && order.len() < 12 {
            order.push(index);
        }
    }
    order
}

fn table(chrome: &Chrome, t: Tongue, grid: &Grid) -> Markup {
    let mut places: Vec<i64> = grid.rows.iter().map(|row| row.place).collect();
    places.dedup();
    let sheets = places.iter().filter_map(|place| {
        grid.import
            .sheets
            .iter()
            .find(|sheet| sheet.place == *place)
    });
    html! {
        @for sheet in sheets {
            @let order = columns(sheet, &grid.rows);
            div class="sheet scroll-x mb2" tabindex="0" role="region" aria-label=(t.say("imports-grid")) {
                table class="tbl s check-grid" {
                    thead { tr {
                        th scope="col" class="num" { (t.say("imports-row_number")) }
                        th scope="col" { (t.say("imports-verdict")) }
                        @for index in &order {
                            th scope="col" { (sheet.columns.get(*index).map_or("", |c| &c.header)) }
                        }
                    } }
                    tbody {
                        @for one in grid.rows.iter().filter(|row| row.place == sheet.place) {
                            (row::row(chrome, t, &grid.import, sheet, (&order, back(grid)), one))
                        }
                    }
                }
            }
        }
    }
}

/// The query that leads back to this page.
fn back(grid: &Grid) -> String {
    format!("state={}", grid.state.unwrap_or("all"))
}

fn further(chrome: &Chrome, t: Tongue, grid: &Grid) -> Markup {
    let state = grid.state.unwrap_or("all");
    let base = format!("/imports/{}/rows?state={state}", grid.import.id);
    let next = grid.next.map(|after| format!("{base}&after={after}"));
    html! {
        @if let Some(next) = &next {
            (btn_link(chrome, &Btn::new(&t.say("imports-further")).icon(Icon::Right), next))
        }
    }
}

/// How many come in, and the button that begins.
fn foot(chrome: &Chrome, t: Tongue, import: &ImportView) -> Markup {
    let count = |states: &[&str]| -> i64 {
        let counted = import.totals.iter();
        counted
            .filter(|(state, _)| states.contains(&state.as_str()))
            .map(|(_, count)| count)
            .sum()
    };
    let (refused, coming) = (
        count(&["refused"]),
        count(&["clean", "flagged", "doubtful", "new"]),
    );
    let (back, go) = (
        t.say("imports-to_columns"),
        t.with("imports-run", &[("count", coming.into())]),
    );
    let note = t.with("imports-refused_note", &[("count", refused.into())]);
    html! {
        form method="post" action={ "/imports/" (import.id) "/run" } class="form-foot" {
            (btn_link(chrome, &Btn::new(&back).icon(Icon::Left), &format!("/imports/{}", import.id)))
            @if refused > 0 { span class="push mut t-s" { (note) } } @else { span class="push" {} }
            (btn(chrome, &Btn::new(&go).go().disabled(coming == 0)))
        }
    }
}
