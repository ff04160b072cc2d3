//! Files in an answer as they are read: tiles that lead to the page of each file.

use kedang_app::forms::{Field, Kind, Lexicon, Value};
use maud::{Markup, html};

use super::view::Screen;
use crate::components::{Tile, is_picture, tile};

/// The tiles of the answer; nothing for an answer that is no file.
pub(super) fn filed(screen: &Screen<'_>, field: &Field, value: &Value) -> Option<Markup> {
    let (items, large) = match &field.kind {
        Kind::Attachment(_) => (value.items(), false),
        Kind::Photo(_) => (std::slice::from_ref(value), true),
        _ => return None,
    };
    let one = |item: &Value| {
        let id = item.part_text("ref").unwrap_or_default();
        let name = match large {
            false => item.part_text("name").unwrap_or_default().to_owned(),
            true => about(screen, field, item),
        };
        let picture =
            (large || is_picture(&name)).then(|| format!("/api/v1/attachments/{id}/thumbnail"));
        tile(
            &screen.chrome,
            &Tile {
                href: Some(&format!("/attachments/{id}")),
                picture: picture.as_deref(),
                name: &name,
            },
        )
    };
    Some(html! {
        ul class={ "tiles" @if large { " large" } } { @for item in items { li { (one(item)) } } }
    })
}

/// What is said below a photo: its angle and day, else that it can be looked at.
fn about(screen: &Screen<'_>, field: &Field, photo: &Value) -> String {
    let words = Lexicon::new(screen.words(), &field.path);
    let said = field.kind.as_type().text(photo, words);
    match said.is_empty() {
        true => screen.say("cards-photo_look"),
        false => said,
    }
}
