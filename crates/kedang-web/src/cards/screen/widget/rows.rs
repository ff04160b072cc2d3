//! Rows of fields as a ruled table; on a phone each row is a card of its own.

use kedang_app::forms::{Field, Input, Kind, Widget};
use maud::{Markup, html};

use super::super::field::{changes, is_group};
use super::super::note::notes;
use super::super::slot::Slot;
use super::{chips, control};
use crate::components::{Icon, icon_small};

/// The number of a row in the template; the island puts the real one in its place.
pub(in crate::cards) const NEXT: &str = "__row__";

/// The table with what was typed, at least one row to write on, and a way to add more.
pub(in crate::cards::screen) fn rows(slot: &Slot<'_>, id: Option<&str>) -> Markup {
    let screen = slot.screen;
    let mut tokens = Input::new(screen.pairs, &slot.name).row_tokens();
    if tokens.is_empty() {
        tokens.push("0".to_owned());
    }
    let columns = shown(slot.field);
    let (post, trigger) = changes(slot);
    let key = &slot.field.key;
    html! {
        fieldset class="field c12 rows" id={ @if let Some(id) = id { (id) } @else { "w-" (key) } }
            data-island="repeat" data-next=(next(&tokens)) aria-describedby=[slot.noted()]
            hx-post=[post] hx-trigger=[trigger] hx-swap=[trigger.map(|_| "none")] {
            legend { (slot.label()) }
            div class="scroll-x" {
                table class="repeat" {
                    thead { tr {
                        @for column in &columns { (head(slot, column)) }
                        th scope="col" { span class="vh" { (screen.say("cards-row_acts")) } }
                    } }
                    tbody { @for (token, id) in &named(slot, &tokens) {
                        (row(slot, &columns, token, id))
                    } }
                }
            }
            template { table { tbody { (row(slot, &columns, NEXT, NEXT)) } } }
            button class="btn s" type="submit" formnovalidate data-act="add"
                formaction={ (screen.redraw) "?add=" (key) } {
                (icon_small(&screen.chrome, Icon::Plus)) (screen.say("cards-row_add"))
            }
            (notes(slot))
        }
    }
}

fn head(slot: &Slot<'_>, column: &Field) -> Markup {
    let help = slot.screen.words().help.get(&column.path);
    html! {
        th scope="col" {
            (slot.screen.label(column))
            @if let Some(help) = help { small { (help) } }
        }
    }
}

/// The columns that have a control.
pub(in crate::cards) fn shown(repeat: &Field) -> Vec<&Field> {
    let asked = |field: &&Field| {
        let widget = field.kind.as_type().widget();
        !field.retired && !matches!(widget, Widget::File | Widget::Photo | Widget::Signature)
    };
    repeat.columns().iter().filter(asked).collect()
}

pub(in crate::cards) fn next(tokens: &[String]) -> u32 {
    let largest = tokens.iter().filter_map(|t| t.parse::<u32>().ok()).max();
    largest.map_or(0, |n| n.saturating_add(1))
}

/// The rows with the ids under which the form speaks of them: a row that is not stored is called
/// `new-1` and so on, as it is read.
pub(in crate::cards) fn named(slot: &Slot<'_>, tokens: &[String]) -> Vec<(String, String)> {
    let mut fresh = 0;
    let named = tokens.iter().map(|token| {
        let id = slot.one(&format!("{token}.id"));
        if !id.is_empty() {
            return (token.clone(), id.to_owned());
        }
        fresh += 1;
        (token.clone(), format!("new-{fresh}"))
    });
    named.collect()
}

fn row(slot: &Slot<'_>, columns: &[&Field], token: &str, id: &str) -> Markup {
    let screen = slot.screen;
    let name = format!("{}.{token}", slot.name);
    let stored = Some(slot.one(&format!("{token}.id"))).filter(|id| !id.is_empty());
    let drop = screen.say("cards-row_drop");
    let to = format!("{}?drop={name}", screen.redraw);
    html! {
        tr {
            @for column in columns { td class={ "w-" (column.kind.name()) } { (cell(slot, column, token, id)) } }
            td class="act" {
                @if let Some(id) = stored { input type="hidden" name={ (name) ".id" } value=(id); }
                button class="btn quiet sq s" type="submit" formaction=(to) formnovalidate
                    data-act="drop" aria-label=(drop) title=(drop) {
                    (icon_small(&screen.chrome, Icon::X))
                }
            }
        }
    }
}

/// A column of one row, where it is drawn.
pub(in crate::cards) fn cell_slot<'a>(
    slot: &Slot<'a>,
    column: &'a Field,
    token: &str,
    id: &str,
) -> Slot<'a> {
    Slot {
        screen: slot.screen,
        field: column,
        name: format!("{}.{token}.{}", slot.name, column.key),
        path: format!("{}.{id}.{}", slot.path, column.key),
    }
}

fn cell(slot: &Slot<'_>, column: &Field, token: &str, id: &str) -> Markup {
    let cell = cell_slot(slot, column, token, id);
    if matches!(column.kind, Kind::Computed(_)) {
        return html! { span class="cell-label" { (cell.label()) } (computed(&cell)) };
    }
    // A cell has no room for chips: one of a few is a drop-down like one of many.
    let widget = column.kind.as_type().widget();
    let picks = widget == Widget::Radio;
    let group = is_group(widget) && !picks;
    html! {
        @if group { span class="cell-label" { (cell.label()) } }
        @else { label class="cell-label" for=(cell.id("")) { (cell.label()) } }
        @if picks { (chips::select(&cell)) } @else { (control(&cell)) }
        (notes(&cell))
    }
}

/// A number of the row, computed.
pub(in crate::cards) fn computed(cell: &Slot<'_>) -> Markup {
    let screen = cell.screen;
    let known = screen.form.computed(screen.answers, screen.context);
    let value = known.iter().find(|(path, _)| *path == cell.path);
    let text = value.map(|(_, value)| {
        let language = screen.t.lang().code();
        screen.form.text_of(cell.field, value, language)
    });
    html! {
        output id=(cell.id("")) { (text.unwrap_or_default()) }
    }
}

/// The computed numbers of all rows, each with the id of its place.
pub(in crate::cards) fn computed_cells(slot: &Slot<'_>) -> Vec<(String, Markup)> {
    let tokens = Input::new(slot.screen.pairs, &slot.name).row_tokens();
    let columns = slot.field.columns().iter();
    let columns: Vec<&Field> = columns
        .filter(|column| matches!(column.kind, Kind::Computed(_)))
        .collect();
    let mut cells = Vec::new();
    for (token, id) in named(slot, &tokens) {
        for column in &columns {
            let cell = cell_slot(slot, column, &token, &id);
            cells.push((cell.id(""), computed(&cell)));
        }
    }
    cells
}
