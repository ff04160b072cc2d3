//! Photos and papers: in a frame they are glued in, elsewhere they are named.

use kedang_app::forms::{Kind, Lexicon, Value};
use maud::{Markup, html};

use super::sheet::Sheet;
use super::value::{Held, Place, value};
use crate::components::is_picture;

/// A frame: what was glued in, else its name in the middle (护理处方粘贴处, D01-12).
pub(super) fn framed(sheet: &Sheet<'_>, place: &Place<'_>) -> Markup {
    let Held::Given(given) = place.held else {
        let empty = matches!(place.held, Held::Blank);
        return html! {
            div class="slot" {
                span { (sheet.label(&place.field.path)) }
                @if !empty { (value(sheet, place)) }
            }
        };
    };
    let label = sheet.words().paper_label(&place.field.path);
    match &place.field.kind {
        Kind::Photo(_) => photo(given, label),
        Kind::Attachment(_) => html! {
            p class="slot-name" { (sheet.label(&place.field.path)) }
            div class="glued" { @for file in given.items() { (paper(sheet, file)) } }
        },
        _ => {
            html! { p class="slot-name" { (sheet.label(&place.field.path)) } (value(sheet, place)) }
        }
    }
}

fn address(file: &Value) -> Option<String> {
    let id = file.part_text("ref")?;
    Some(format!("/api/v1/attachments/{id}/display"))
}

fn photo(photo: &Value, label: &str) -> Markup {
    html! {
        @if let Some(src) = address(photo) { img class="face" src=(src) alt=(label); }
    }
}

/// One of several papers: its picture, or its name where it has none.
fn paper(sheet: &Sheet<'_>, file: &Value) -> Markup {
    let name = file.part_text("name").unwrap_or_default();
    html! {
        @if let Some(src) = address(file).filter(|_| is_picture(name)) { img src=(src) alt=(name); }
        @else { p { (sheet.t.say("paper-enclosed")) " " span class="v" { (name) } } }
    }
}

/// Files that have no frame are named.
pub(super) fn named(sheet: &Sheet<'_>, place: &Place<'_>, value: &Value) -> Markup {
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let text = place.field.kind.as_type().text(value, words);
    let said = if text.is_empty() {
        sheet.t.say("paper-enclosed").into_owned()
    } else {
        text
    };
    html! { span class="v" { (said) } }
}
