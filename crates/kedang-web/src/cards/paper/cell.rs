//! One cell of a grid: a label, a section, a caption or an answer.

use kedang_app::forms::{Cell, Print, Widget};
use maud::{Markup, html};

use super::boxes::numbered;
use super::hand::hand;
use super::pen::place;
use super::picture::framed;
use super::sheet::Sheet;
use super::value::{Place, value};
use crate::cards::screen::id;

/// The cell; `width` in thousandths of the page. Over a row of answers a label heads its column.
pub(super) fn cell<'a>(sheet: &Sheet<'a>, cell: &'a Cell, width: u16, heads: bool) -> Markup {
    let across = (cell.across > 1).then_some(cell.across);
    let down = (cell.down > 1).then_some(cell.down);
    if let Some(key) = &cell.value {
        let (class, inside) = answer(sheet, cell, key, width);
        return html! {
            td class=[class] colspan=[across] rowspan=[down] height=[height(cell)] { (inside) }
        };
    }
    let said = if let Some(path) = &cell.label {
        sheet.label(path)
    } else if let Some(key) = &cell.section {
        sheet.both(|words| words.section.get(key).map(String::as_str))
    } else {
        let key = cell.caption.as_deref().unwrap_or_default();
        sheet.both(|words| words.caption.get(key).map(String::as_str))
    };
    let look = match cell.section {
        Some(_) => Some("part-name"),
        None if heads => None,
        None => look(&said.0, width),
    };
    html! {
        th class=[look] scope=(if heads { "col" } else { "row" })
            colspan=[across] rowspan=[down] height=[height(cell)] { (named(sheet, cell, &said)) }
    }
}

/// While the paper is written on, the label of a cell leads the pointer to its control.
fn named(sheet: &Sheet<'_>, cell: &Cell, said: &Markup) -> Markup {
    let asked = cell.label.as_ref().filter(|_| sheet.pen.is_some());
    html! {
        @if let Some(path) = asked { label for=(id(path)) { (said) } } @else { (said) }
    }
}

/// A label of two characters is spread over its cell as on the printed form (姓　名), a question
/// of a whole line begins on the left.
fn look(said: &str, width: u16) -> Option<&'static str> {
    let han = said.chars().all(|c| !c.is_ascii());
    match said.chars().count() {
        2 if han && width >= 90 => Some("spread"),
        5.. if width > 400 => Some("long"),
        _ => None,
    }
}

/// Millimetres as the pixels of the attribute.
fn height(cell: &Cell) -> Option<u32> {
    (cell.height > 0).then(|| u32::from(cell.height) * 960 / 254)
}

/// The answer and the class of its cell.
fn answer<'a>(
    sheet: &Sheet<'a>,
    cell: &'a Cell,
    key: &'a str,
    width: u16,
) -> (Option<&'static str>, Markup) {
    let Some(field) = sheet.form.field(key) else {
        return (None, html! {});
    };
    let sign = field.kind.as_type().widget() == Widget::Signature;
    let class = match cell.print {
        _ if sign => Some("sg"),
        Print::Frame => Some("fr"),
        Print::Numbered => Some("list"),
        Print::Labelled | Print::Plain => None,
    };
    let inside = match sheet.pen {
        Some(screen) => place(sheet, screen, cell, field, width),
        None => read(sheet, cell, &Place::of(sheet, field, width)),
    };
    (class, inside)
}

/// What is known, as the layout prints it.
pub(super) fn read(sheet: &Sheet<'_>, cell: &Cell, place: &Place<'_>) -> Markup {
    let field = place.field;
    let label = || html! { (sheet.label(&field.path)) (sheet.t.say("paper-colon")) };
    if field.kind.as_type().widget() == Widget::Signature {
        let given = sheet.card.map_or(&[][..], |view| &view.signatures);
        return html! { span class="sg-label" { (label()) } (hand(sheet, &field.key, given)) };
    }
    match cell.print {
        Print::Frame => framed(sheet, place),
        Print::Numbered => numbered(sheet, place),
        Print::Labelled => html! { (label()) (value(sheet, place)) },
        Print::Plain => value(sheet, place),
    }
}
