//! A ruled table of a repeat: its rows, and blank ones to write on.

use kedang_app::forms::{Field, Kind, TableColumn, Widget};
use kedang_app::paper::{Held, Line, MOST, lines};
use maud::{Markup, html};

use super::grid::shares;
use super::pen::rows;
use super::sheet::Sheet;
use super::value::{Place, value};

/// The table, with at least `least` rows.
pub(super) fn table<'a>(
    sheet: &'a Sheet<'a>,
    repeat: &'a str,
    columns: &'a [TableColumn],
    least: usize,
) -> Markup {
    let Some(field) = sheet.form.field(repeat) else {
        return html! {};
    };
    if let Some(screen) = sheet.pen {
        return rows(sheet, screen, field, columns, least);
    }
    let shown: Vec<(&Field, u16)> = columns.iter().filter_map(|c| column(field, c)).collect();
    let lines = lines(sheet.card, sheet.records, field);
    let signed = shown.iter().any(|(column, _)| is_signed(column));
    let missing = least.saturating_sub(lines.rows.len());
    html! {
        table class={ "ruled-table" @if signed { " signing" } } {
            (shares(columns.iter().map(|c| c.width)))
            thead { tr { @for (column, _) in &shown {
                th scope="col" { (sheet.label(&column.path)) }
            } } }
            tbody {
                @for line in &lines.rows { (row(sheet, &shown, line)) }
                @for _ in 0..missing { (empty(sheet, &shown)) }
            }
        }
        @if lines.more {
            p class="paper-note" { (sheet.t.with("paper-rows_cut", &[("count", MOST.into())])) }
        }
    }
}

fn column<'a>(repeat: &'a Field, column: &TableColumn) -> Option<(&'a Field, u16)> {
    let mut all = repeat.columns().iter();
    let found = all.find(|one| one.key == column.column)?;
    Some((found, column.width))
}

fn is_signed(column: &Field) -> bool {
    column.kind.as_type().widget() == Widget::Signature
}

/// Figures stand on the right, days in the middle.
pub(super) fn class(column: &Field) -> Option<&'static str> {
    match column.kind {
        Kind::Money(_) | Kind::Number(_) | Kind::Computed(_) => Some("fig"),
        Kind::Date(_) | Kind::Signature(_) => Some("mid"),
        _ => None,
    }
}

fn row(sheet: &Sheet<'_>, columns: &[(&Field, u16)], line: &Line<'_>) -> Markup {
    html! {
        tr class=[line.corrected.then_some("corrected")] {
            @for (nth, (column, width)) in columns.iter().enumerate() {
                td class=[class(column)] {
                    @if is_signed(column) { (super::hand::hand(sheet, &column.key, line.signatures)) }
                    @else { (value(sheet, &place(column, *width, line.held(column)))) }
                    @if nth == 0 { (note(sheet, line)) }
                }
            }
        }
    }
}

/// What a row of a running record corrects, or that it was corrected itself (D01-13).
fn note(sheet: &Sheet<'_>, line: &Line<'_>) -> Markup {
    html! {
        @if line.corrected { span class="row-note" { (sheet.t.say("cards-row_corrected")) } }
        @if let Some(n) = line.corrects {
            span class="row-note" { (sheet.t.with("cards-row_corrects", &[("n", n.into())])) }
        }
    }
}

fn empty(sheet: &Sheet<'_>, columns: &[(&Field, u16)]) -> Markup {
    html! {
        tr { @for (column, width) in columns {
            td class=[class(column)] { (value(sheet, &place(column, *width, Held::Blank))) }
        } }
    }
}

fn place<'a>(field: &'a Field, width: u16, held: Held<'a>) -> Place<'a> {
    Place {
        field,
        held,
        width,
        tight: true,
    }
}
