//! One cell of a grid: a label, a section, a caption or an answer.

use kedang_app::forms::{Cell, Print, Widget};
use maud::{Markup, html};

use super::boxes::numbered;
use super::hand::hand;
use super::picture::framed;
use super::sheet::Sheet;
use super::value::{Place, value};

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
    let (label, said) = if let Some(path) = &cell.label {
        ("l", sheet.label(path))
    } else if let Some(key) = &cell.section {
        let pick = sheet.both(|words| words.section.get(key).map(String::as_str));
        ("l part-name", pick)
    } else {
        let key = cell.caption.as_deref().unwrap_or_default();
        let pick = sheet.both(|words| words.caption.get(key).map(String::as_str));
        ("l", pick)
    };
    // 姓名 is spread over its cell as on the printed form.
    let spread =
        width >= 90 && said.0.chars().count() == 2 && said.0.chars().all(|c| !c.is_ascii());
    html! {
        th class={ (label) @if spread { " spread" } } scope=(if heads { "col" } else { "row" })
            colspan=[across] rowspan=[down] height=[height(cell)] { (said) }
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
    let place = Place::of(sheet, field, width);
    let sign = field.kind.as_type().widget() == Widget::Signature;
    match cell.print {
        _ if sign => {
            let given = sheet.card.map_or(&[][..], |view| &view.signatures);
            let label = html! {
                span class="sg-label" { (sheet.label(&field.path)) (sheet.t.say("paper-colon")) }
            };
            (
                Some("sg"),
                html! { (label) (hand(sheet, &field.key, given)) },
            )
        }
        Print::Frame => (Some("fr"), framed(sheet, &place)),
        Print::Numbered => (Some("list"), numbered(sheet, &place)),
        Print::Labelled => (
            None,
            html! { (sheet.label(&field.path)) (sheet.t.say("paper-colon")) (value(sheet, &place)) },
        ),
        Print::Plain => (None, value(sheet, &place)),
    }
}
