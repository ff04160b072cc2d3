//! Writes a row of a running record, or a new one that corrects an old one (D01-13).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::cards::{self, CardView, ListRows, WriteRow};
use kedang_app::forms::{Answer, Answers, Context, Field, Finding, Kind, Pairs};
use kedang_core::Problem;
use kedang_core::page::MAX_LIMIT;
use maud::html;
use serde::Deserialize;
use std::collections::BTreeMap;

use super::desk;
use super::screen::{self, Screen, Uploads};
use super::typed::{self, Typed, pairs, take};
use crate::Web;
use crate::ask::Ask;
use crate::components::{Btn, Fit, Tone, banner, btn, btn_link, form_foot};
use crate::form::Refused;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct RowAsk {
    corrects: Option<String>,
}

/// What stands on the sheet of a new row.
pub(super) struct Again<'a> {
    pub(super) view: &'a CardView,
    pub(super) repeat: &'a str,
    pub(super) corrects: Option<&'a str>,
    pub(super) pairs: &'a Pairs,
    pub(super) findings: Vec<Finding>,
    /// Why a file was refused.
    pub(super) problem: Option<&'a Problem>,
    pub(super) today: jiff::civil::Date,
}

/// The blank sheet, dated today.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    Path((id, repeat)): Path<(String, String)>,
    Ask(ask): Ask<RowAsk>,
) -> Result<Html<String>, Refusal> {
    let (frame, view, today) = opened(&web, &visit, &id).await?;
    let old = match &ask.corrects {
        Some(row) => corrected(&web, &visit, &id, &repeat, row).await?,
        None => None,
    };
    let columns = view.form.field(&repeat).map_or(&[][..], |f| f.columns());
    let pairs = old.map_or_else(
        || dated(columns, &today.to_string()),
        |old| filled(columns, &old),
    );
    let again = Again {
        view: &view,
        repeat: &repeat,
        corrects: ask.corrects.as_deref(),
        pairs: &pairs,
        findings: Vec::new(),
        problem: None,
        today,
    };
    page(&web, &frame, &again)
}

/// A visit is written down on its day.
fn dated(columns: &[Field], today: &str) -> Pairs {
    let date = columns
        .iter()
        .find(|c| matches!(c.kind, Kind::Date(_)) && c.required);
    let date = date.map(|c| (c.key.clone(), vec![today.to_owned()]));
    date.into_iter().collect()
}

/// The cells of a row as they stand in its controls.
fn filled(columns: &[Field], cells: &Answers) -> Pairs {
    let mut pairs = Pairs::new();
    for column in columns {
        match cells.get(&column.key) {
            Some(Answer::Given(value)) => {
                for (part, text) in column.kind.as_type().pairs(value) {
                    let name = match part.as_str() {
                        "" => column.key.clone(),
                        part => format!("{}.{part}", column.key),
                    };
                    pairs.entry(name).or_default().push(text);
                }
            }
            Some(Answer::None) => {
                pairs.insert(format!("{}!none", column.key), vec!["1".to_owned()]);
            }
            None => {}
        }
    }
    pairs
}

/// The cells of the row to be corrected, if it is among the last ones.
async fn corrected(
    web: &Web,
    visit: &Visit,
    id: &str,
    repeat: &str,
    row: &str,
) -> Result<Option<Answers>, Refusal> {
    let ask = ListRows {
        card: typed::card(id)?,
        repeat: repeat.to_owned(),
        cursor: None,
        limit: MAX_LIMIT,
    };
    let row = typed::row(row)?;
    let rows = web
        .app
        .read(&visit.call, move |tx, scene| cards::rows(tx, scene, &ask))
        .await?;
    let found = rows.page.items.into_iter().find(|r| r.head.id == row);
    Ok(found.map(|r| r.cells))
}

/// Stores the row and leads to its places to sign.
pub(crate) async fn write(
    State(web): State<Web>,
    visit: Visit,
    Path((id, repeat)): Path<(String, String)>,
    posted: Typed,
) -> Result<Response, Refusal> {
    let mut pairs = pairs(posted);
    let corrects = take(&mut pairs, "!corrects");
    let ask = WriteRow {
        card: typed::card(&id)?,
        repeat: repeat.clone(),
        typed: cards::Typed::Pairs(pairs.clone()),
        corrects: corrects.as_deref().map(typed::row).transpose()?,
    };
    let written = web
        .app
        .write(&visit.call, move |tx, scene| {
            cards::write_row(tx, scene, &ask)
        })
        .await;
    let refused = match written {
        Ok(written) => {
            let to = format!("/cards/{id}/rows/{repeat}#r-{}", written.row.head.id);
            return Ok(Redirect::to(&to).into_response());
        }
        Err(AppError::Findings(refused)) => refused.findings,
        Err(other) => return Err(other.into()),
    };
    let (frame, view, today) = opened(&web, &visit, &id).await?;
    let again = Again {
        view: &view,
        repeat: &repeat,
        corrects: corrects.as_deref(),
        pairs: &pairs,
        findings: refused.into_iter().map(here).collect(),
        problem: None,
        today,
    };
    let page = page(&web, &frame, &again)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The row is not stored: whatever id it was given, it is the new one.
fn here(mut finding: Finding) -> Finding {
    let parts: Vec<&str> = finding.field.splitn(3, '.').collect();
    if let [repeat, _, column] = parts.as_slice() {
        finding.field = format!("{repeat}.new.{column}");
    }
    finding
}

pub(super) async fn opened(
    web: &Web,
    visit: &Visit,
    id: &str,
) -> Result<(Frame, CardView, jiff::civil::Date), Refusal> {
    let id = typed::card(id)?;
    let (frame, (view, today)) = web
        .read(visit, move |tx, scene| {
            Ok((cards::show(tx, scene, &id)?, scene.today()))
        })
        .await?;
    if !view.may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    Ok((frame, view, today))
}

/// The sheet with whatever stands on it.
pub(super) fn page(web: &Web, frame: &Frame, again: &Again<'_>) -> Result<Html<String>, Refusal> {
    let (t, chrome, view) = (frame.tongue(web), frame.chrome(web), again.view);
    let repeat = view.form.field(again.repeat).filter(|f| f.is_append_only());
    let repeat = repeat.ok_or_else(|| Problem::not_found("card.no_such_rows"))?;
    let (context, origins) = (Context::on(again.today), BTreeMap::new());
    let base = format!("/cards/{}/rows/{}", view.card.id, repeat.key);
    let to = format!("/api/v1/customers/{}/attachments", view.customer.id);
    let plain = format!("{base}/files");
    let screen = Screen {
        chrome,
        t,
        form: &view.form,
        answers: &Answers::default(),
        pairs: again.pairs,
        findings: &again.findings,
        context: &context,
        origins: &origins,
        masked: &[],
        links: &screen::NO_LINKS,
        redraw: "",
        uploads: Some(Uploads {
            to: &to,
            plain: &plain,
        }),
    };
    let label = view.form.words_in(t.lang().code()).label(&repeat.path);
    let head = desk::Head {
        customer: &view.customer,
        above: Some((base.as_str(), label)),
        title: &t.say(if again.corrects.is_some() {
            "cards-row_correct"
        } else {
            "cards-row_new"
        }),
        count: "",
    };
    let (save, back) = (t.say("cards-row_save"), t.say("shell-cancel"));
    let body = html! {
        (desk::head(t, &head, &html! {}))
        (desk::alerts(&chrome, t, &view.alerts))
        @if let Some(wrong) = Refused::new(again.problem, t).whole() {
            div class="mb2" { (banner(&chrome, Tone::Bad, "", &html! { (wrong) })) }
        }
        @if again.corrects.is_some() {
            (banner(&chrome, Tone::Info, "", &html! { (t.say("cards-row_correct_note")) }))
        }
        form class="sheet form narrow" method="post" action=(base) data-island="dirty" aria-label=(label) {
            @if let Some(id) = again.corrects { input type="hidden" name="!corrects" value=(id); }
            div class="part" data-island="conditions" { (screen::row(&screen, repeat, "new")) }
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&back).quiet(), &base))
                span class="push" {}
                (btn(&chrome, &Btn::new(&save).go()))
            }))
        }
    };
    Ok(frame.page_of(web, &view.customer, (head.title, Fit::Form), &body))
}
