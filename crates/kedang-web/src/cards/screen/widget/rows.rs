//! Rows of fields as a ruled table; on a phone each row is a card of its own.

use kedang_app::forms::{Field, Input, Kind, Widget};
use maud::{Markup, html};

use super::super::field::{changes, is_group};
use super::super::note::notes;
use super::super::slot::Slot;
use super::control;
use crate::components::{Icon, icon_small};

/// The number of a row in the template; the island puts the real one in its place.
const NEXT: &str = "__row__";

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
                    tbody { @for token in &tokens { (row(slot, &columns, token)) } }
                }
            }
            template { table { tbody { (row(slot, &columns, NEXT)) } } }
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
fn shown(repeat: &Field) -> Vec<&Field> {
    let asked = |field: &&Field| {
        let widget = field.kind.as_type().widget();
        !field.retired && !matches!(widget, Widget::File | Widget::Photo | Widget::Signature)
    };
    repeat.columns().iter().filter(asked).collect()
}

fn next(tokens: &[String]) -> u32 {
    let largest = tokens.iter().filter_map(|t| t.parse::<u32>().ok()).max();
    largest.map_or(0, |n| n.saturating_add(1))
}

fn row(slot: &Slot<'_>, columns: &[&Field], token: &str) -> Markup {
    let screen = slot.screen;
    let name = format!("{}.{token}", slot.name);
    let stored = screen
        .pairs
        .get(&format!("{name}.id"))
        .and_then(|t| t.first());
    let drop = screen.say("cards-row_drop");
    let to = format!("{}?drop={name}", screen.redraw);
    html! {
        tr {
            @for column in columns { td class={ "w-" (column.kind.name()) } { (cell(slot, column, &name, stored)) } }
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

fn cell(slot: &Slot<'_>, column: &Field, row: &str, stored: Option<&String>) -> Markup {
    let path = match stored {
        Some(id) => format!("{}.{id}.{}", slot.path, column.key),
        None => format!("{row}.{}", column.key),
    };
    let cell = Slot {
        screen: slot.screen,
        field: column,
        name: format!("{row}.{}", column.key),
        path,
    };
    if matches!(column.kind, Kind::Computed(_)) {
        return computed(&cell);
    }
    let group = is_group(column.kind.as_type().widget());
    html! {
        @if group { span class="cell-label" { (cell.label()) } }
        @else { label class="cell-label" for=(cell.id("")) { (cell.label()) } }
        (control(&cell))
        (notes(&cell))
    }
}

fn computed(cell: &Slot<'_>) -> Markup {
    let screen = cell.screen;
    let known = screen.form.computed(screen.answers, screen.context);
    let value = known.iter().find(|(path, _)| *path == cell.path);
    let text = value.map(|(_, value)| {
        let language = screen.t.lang().code();
        screen.form.text_of(cell.field, value, language)
    });
    html! {
        span class="cell-label" { (cell.label()) }
        output { (text.unwrap_or_default()) }
    }
}
