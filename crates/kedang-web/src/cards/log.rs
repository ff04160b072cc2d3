//! A running record: one row a visit, newest first; a correction stands under what it corrects.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::{self, ListRows, RowView, Rows};
use kedang_app::forms::{Context, Field, Pairs, Widget};
use kedang_core::RowId;
use kedang_core::customer::Customer;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::screen::{self, Screen};
use super::seals::Seals;
use super::{desk, typed};
use crate::Web;
use crate::ask::Ask;
use crate::components::{Btn, Fit, Icon, Pager, Pic, Tone, btn_link, empty, pager, pill};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Rows of a page.
const ROWS: u32 = 30;

#[derive(Deserialize, Default)]
pub(crate) struct LogAsk {
    cursor: Option<String>,
}

/// The rows of a repeat.
pub(crate) async fn log(
    State(web): State<Web>,
    visit: Visit,
    Path((id, repeat)): Path<(String, String)>,
    Ask(ask): Ask<LogAsk>,
) -> Result<Html<String>, Refusal> {
    let card = typed::card(&id)?;
    let first = ask.cursor.is_none();
    let ask = ListRows {
        card: card.clone(),
        repeat,
        cursor: ask.cursor.filter(|c| !c.is_empty()),
        limit: ROWS,
    };
    let (frame, (rows, customer, today)) = web
        .read(&visit, move |tx, scene| {
            let rows = cards::rows(tx, scene, &ask)?;
            let customer = kedang_app::customers::show(tx, scene, &rows.card.customer_id)?;
            Ok((rows, customer, scene.today()))
        })
        .await?;
    let t = frame.tongue(&web);
    let words = rows.form.words_in(t.lang().code());
    let label = words.label(&rows.repeat);
    let (context, origins, pairs) = (Context::on(today), BTreeMap::new(), Pairs::new());
    let answers = kedang_app::forms::Answers::default();
    let screen = Screen {
        chrome: frame.chrome(&web),
        t,
        form: &rows.form,
        answers: &answers,
        pairs: &pairs,
        findings: &[],
        context: &context,
        origins: &origins,
        masked: &[],
        links: &screen::NO_LINKS,
        redraw: "",
        uploads: None,
    };
    let body = html! {
        (head(&screen, &rows, &customer, label))
        (desk::alerts(&screen.chrome, t, &rows.alerts))
        @if rows.page.items.is_empty() { (nothing(&screen, &rows)) }
        @else {
            ol class="visits" { @for (row, nested) in ordered(&rows.page.items) { (visit_row(&web, &screen, &rows, row, nested)) } }
            (foot(&screen, &rows, first))
        }
    };
    Ok(frame.page_of(&web, &customer, (label, Fit::Form), &body))
}

fn base(rows: &Rows) -> String {
    format!("/cards/{}/rows/{}", rows.card.id, rows.repeat)
}

fn head(screen: &Screen<'_>, rows: &Rows, customer: &Customer, label: &str) -> Markup {
    let t = screen.t;
    let card = format!("/cards/{}", rows.card.id);
    let last = rows.page.items.first().map_or(0, |row| row.head.seq);
    let head = desk::Head {
        customer,
        above: Some((card.as_str(), desk::title(t, &rows.form))),
        title: label,
        count: &t.with("cards-rows_so_far", &[("count", last.into())]),
    };
    let new = t.say("cards-row_new");
    let acts = html! {
        @if rows.may_edit {
            (btn_link(&screen.chrome, &Btn::new(&new).go().icon(Icon::Plus), &format!("{}/new", base(rows))))
        }
    };
    desk::head(t, &head, &acts)
}

fn nothing(screen: &Screen<'_>, rows: &Rows) -> Markup {
    let t = screen.t;
    let text = screen.form.field(&rows.repeat).and_then(|f| {
        let help = &screen.form.words_in(t.lang().code()).help;
        help.get(&f.path)
    });
    let text = html! { (text.map_or("", String::as_str)) };
    empty(
        &screen.chrome,
        Pic::Folder,
        &t.say("cards-rows_none"),
        &text,
        &html! {},
    )
}

/// Newest first, but a correction right after the row it corrects, if that one is on the page.
fn ordered(items: &[RowView]) -> Vec<(&RowView, bool)> {
    let find = |id: &Option<RowId>| {
        let id = id.as_ref()?;
        items.iter().find(|row| row.head.id == *id)
    };
    let mut out = Vec::with_capacity(items.len());
    for row in items
        .iter()
        .filter(|row| find(&row.head.corrects).is_none())
    {
        out.push((row, false));
        let mut last = row;
        while let Some(next) = find(&last.head.corrected_by) {
            out.push((next, true));
            last = next;
        }
    }
    out
}

/// One row. One that was corrected stays, struck through.
fn visit_row(web: &Web, screen: &Screen<'_>, rows: &Rows, row: &RowView, nested: bool) -> Markup {
    let Some(repeat) = screen.form.field(&rows.repeat) else {
        return html! {};
    };
    let corrected = row.head.corrected_by.is_some();
    let t = screen.t;
    html! {
        li class={ "visit sheet" @if corrected { " corrected" } @if nested { " nested" } } id={ "r-" (row.head.id) } {
            header {
                b class="song" { (t.with("cards-row_nth", &[("n", row.head.seq.into())])) }
                (marks(screen, rows, row))
                span class="push mut t-s" { (row.head.author.name) " " (row.head.at.local(&web.app.zone)) }
            }
            (cells(screen, repeat, row))
            (signs(web, screen, rows, repeat, row))
            @if rows.may_edit && !corrected {
                footer {
                    a class="btn s quiet" href={ (base(rows)) "/new?corrects=" (row.head.id) } {
                        (t.say("cards-row_correct"))
                    }
                }
            }
        }
    }
}

/// What it corrects, and what corrects it.
fn marks(screen: &Screen<'_>, rows: &Rows, row: &RowView) -> Markup {
    let t = screen.t;
    let nth = |id: &RowId| {
        let found = rows.page.items.iter().find(|other| other.head.id == *id);
        found.map(|other| other.head.seq)
    };
    html! {
        @if row.head.corrected_by.is_some() {
            (pill(Tone::Bad, &t.say("cards-row_corrected")))
        }
        @if let Some(id) = &row.head.corrects {
            @if let Some(n) = nth(id) {
                a class="t-s" href={ "#r-" (id) } { (t.with("cards-row_corrects", &[("n", n.into())])) }
            } @else { span class="t-s mut" { (t.say("cards-row_corrects_earlier")) } }
        }
    }
}

fn cells(screen: &Screen<'_>, repeat: &Field, row: &RowView) -> Markup {
    let screen = Screen {
        masked: &row.masked,
        links: &screen::NO_LINKS,
        findings: &row.findings,
        ..*screen
    };
    let words = screen.form.words_in(screen.t.lang().code());
    let columns = repeat.columns().iter();
    let shown = columns.filter(|c| c.is_stored() && !c.retired);
    html! {
        dl class="visit-cells" {
            @for column in shown {
                div class={ "w-" (column.kind.name()) } {
                    dt { (words.label(&column.path)) }
                    dd { (screen::value(&screen, column, &row.cells, &column.path)) }
                }
            }
        }
    }
}

fn signs(web: &Web, screen: &Screen<'_>, rows: &Rows, repeat: &Field, row: &RowView) -> Markup {
    let words = screen.form.words_in(screen.t.lang().code());
    let open = rows.may_edit && row.head.corrected_by.is_none();
    let seals = Seals {
        chrome: screen.chrome,
        t: screen.t,
        zone: &web.app.zone,
        signatures: &row.signatures,
        address: open.then(|| format!("{}/{}/signatures", base(rows), row.head.id)),
    };
    let places = repeat.columns().iter();
    let places = places.filter(|c| c.kind.as_type().widget() == Widget::Signature && !c.retired);
    html! {
        div class="signs" { @for place in places { (seals.place(place, words.label(&place.path))) } }
    }
}

fn foot(screen: &Screen<'_>, rows: &Rows, first: bool) -> Markup {
    let t = screen.t;
    let later = rows.page.next.as_deref();
    let later = later.map(|cursor| format!("{}?cursor={cursor}", base(rows)));
    let count = i64::try_from(rows.page.items.len()).unwrap_or(i64::MAX);
    let back = base(rows);
    html! {
        @if later.is_some() || !first {
            (pager(&screen.chrome, &Pager {
                label: &t.say("customers-pager"),
                note: &t.with("cards-rows_on_page", &[("count", count.into())]),
                count: None,
                earlier: (!first).then_some(back.as_str()),
                earlier_label: &t.say("customers-first"),
                later: later.as_deref(),
                later_label: &t.say("customers-next"),
            }))
        }
    }
}
