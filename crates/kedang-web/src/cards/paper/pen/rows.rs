//! A table of rows to write on: each printed line is a row, one more can be had.

use kedang_app::forms::{Field, Input, Kind, Print, TableColumn, Widget};
use maud::{Markup, html};

use super::super::grid::shares;
use super::super::sheet::Sheet;
use super::super::table::{class, table};
use super::boxes::boxes;
use super::note::notes;
use super::place::opener;
use crate::cards::screen::widget::{
    NEXT, cell_slot, computed, control, named, next, select, shown,
};
use crate::cards::screen::{self, Screen, Slot};
use crate::components::{Icon, icon_small};

/// A repeat as the layout has it.
struct Ruled<'a> {
    sheet: &'a Sheet<'a>,
    slot: Slot<'a>,
    /// The columns that are printed, with their widths.
    printed: Vec<(&'a Field, u16)>,
    /// Those that have a control on the screen only.
    off: Vec<&'a Field>,
}

/// The table. A running record is continued on a page of its own; one that is not asked stays as
/// it is printed.
pub(in crate::cards::paper) fn rows<'a>(
    sheet: &'a Sheet<'a>,
    screen: &'a Screen<'a>,
    field: &'a Field,
    columns: &'a [TableColumn],
    least: usize,
) -> Markup {
    let read = sheet.laid_down();
    if field.is_append_only() {
        return record(&read, screen, field, columns, least);
    }
    let slot = Slot::of(screen, field);
    let stale = !screen.applies(field) && !screen.is_filled(&field.key);
    if stale || field.waits(screen.context) {
        let blank = sheet.emptied();
        let printed = if stale { &blank } else { &read };
        return html! {
            div class="fill-rows shut" id=(screen::place(&slot)) {
                (table(printed, &field.key, columns, least)) (screen::carried(&slot))
                @if let Some(why) = opener(&slot) { p class="under quiet no-print" { (why) } }
            }
        };
    }
    let find = |key: &str| field.columns().iter().find(|column| column.key == key);
    let printed: Vec<(&Field, u16)> = columns
        .iter()
        .filter_map(|column| Some((find(&column.column)?, column.width)))
        .collect();
    let placed = |column: &&Field| printed.iter().any(|(one, _)| one.key == column.key);
    let off = shown(field)
        .into_iter()
        .filter(|one| !placed(one))
        .collect();
    written(
        &Ruled {
            sheet,
            slot,
            printed,
            off,
        },
        least,
    )
}

/// The visits and the like so far, and the way to the next one.
fn record(
    sheet: &Sheet<'_>,
    screen: &Screen<'_>,
    field: &Field,
    columns: &[TableColumn],
    least: usize,
) -> Markup {
    let to = sheet.card.map(|view| &view.card.id);
    html! {
        (table(sheet, &field.key, columns, least))
        @if let Some(card) = to {
            p class="under no-print" {
                a class="btn s" href={ "/cards/" (card) "/rows/" (field.key) "/new" } {
                    (icon_small(&screen.chrome, Icon::Plus)) (screen.say("cards-row_new"))
                }
            }
        }
    }
}

fn written(ruled: &Ruled<'_>, least: usize) -> Markup {
    let (slot, screen) = (&ruled.slot, ruled.slot.screen);
    let mut tokens = Input::new(screen.pairs, &slot.name).row_tokens();
    let mut fresh = next(&tokens);
    while tokens.len() < least.max(1) {
        tokens.push(fresh.to_string());
        fresh = fresh.saturating_add(1);
    }
    let (post, trigger) = screen::changes(slot);
    html! {
        div class="fill-rows" id=(screen::place(slot)) role="group" aria-label=(slot.label())
            data-island="repeat" data-next=(fresh) aria-describedby=[slot.noted()]
            hx-post=[post] hx-trigger=[trigger] hx-swap=[trigger.map(|_| "none")] {
            table class="ruled-table" {
                (shares(ruled.printed.iter().map(|(_, width)| *width)))
                thead { tr { @for (column, _) in &ruled.printed {
                    th scope="col" { (ruled.sheet.label(&column.path)) }
                } } }
                tbody { @for (token, id) in &named(slot, &tokens) { (row(ruled, token, id)) } }
            }
            template { table { tbody { (row(ruled, NEXT, NEXT)) } } }
            div class="under no-print" {
                button class="btn s" type="submit" formnovalidate data-act="add"
                    formaction={ (screen.redraw) "?add=" (slot.field.key) } {
                    (icon_small(&screen.chrome, Icon::Plus)) (screen.say("cards-row_add"))
                }
                (notes(slot))
            }
        }
    }
}

fn row(ruled: &Ruled<'_>, token: &str, id: &str) -> Markup {
    let last = ruled.printed.len().saturating_sub(1);
    html! {
        tr { @for (nth, (column, _)) in ruled.printed.iter().enumerate() {
            td class=[class(column)] {
                (cell(ruled.sheet, &cell_slot(&ruled.slot, column, token, id)))
                @if nth == last { (gutter(ruled, token, id)) }
            }
        } }
    }
}

/// A cell has no room for boxes: one of a few is a drop-down like one of many. Files and hands have
/// no control in a row, as on the screen.
fn cell(sheet: &Sheet<'_>, cell: &Slot<'_>) -> Markup {
    if matches!(cell.field.kind, Kind::Computed(_)) {
        return html! { span class="v" { (computed(cell)) } };
    }
    let widget = cell.field.kind.as_type().widget();
    if matches!(widget, Widget::File | Widget::Photo | Widget::Signature) {
        return html! {};
    }
    let picks = matches!(widget, Widget::Radio | Widget::Select);
    let group = screen::is_group(widget) && !picks && widget != Widget::Date;
    html! {
        div class="fill" role=[group.then_some("group")] aria-label=[group.then(|| cell.label())] {
            @if !group && widget != Widget::Date {
                label class="vh" for=(cell.id("")) { (cell.label()) }
            }
            @match widget {
                Widget::Radio | Widget::Select => (select(cell)),
                Widget::Ticks | Widget::Scale => (boxes(sheet, cell, Print::Plain, 0)),
                _ => (control(cell)),
            }
            (notes(cell))
        }
    }
}

/// Beside the table: which row it is, what is asked of it besides, and how to take it out.
fn gutter(ruled: &Ruled<'_>, token: &str, id: &str) -> Markup {
    let (slot, screen) = (&ruled.slot, ruled.slot.screen);
    let name = format!("{}.{token}", slot.name);
    let stored = Some(slot.one(&format!("{token}.id"))).filter(|id| !id.is_empty());
    let (drop, more) = (screen.say("cards-row_drop"), screen.say("paper-row_more"));
    html! {
        div class="gutter no-print" {
            @if let Some(id) = stored { input type="hidden" name={ (name) ".id" } value=(id); }
            @if !ruled.off.is_empty() {
                @let cells: Vec<Slot<'_>> = ruled.off.iter().map(|one| cell_slot(slot, one, token, id)).collect();
                details class="row-more" data-over open[cells.iter().any(|one| one.invalid().is_some())] {
                    summary aria-label=(more) title=(more) { (icon_small(&screen.chrome, Icon::More)) }
                    div class="row-more-in" { @for one in &cells { (besides(ruled.sheet, one)) } }
                }
            }
            button class="drop" type="submit" formnovalidate data-act="drop" aria-label=(drop)
                title=(drop) formaction={ (screen.redraw) "?drop=" (name) } {
                (icon_small(&screen.chrome, Icon::X))
            }
        }
    }
}

/// A column that is not printed, named as on the screen.
fn besides(sheet: &Sheet<'_>, one: &Slot<'_>) -> Markup {
    html! {
        div class="besides" { span aria-hidden="true" { (one.label()) } (cell(sheet, one)) }
    }
}
