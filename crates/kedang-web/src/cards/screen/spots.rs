//! Ticked options as they are read, where places or photos are noted of them: a numbered line each,
//! the numbers on the body map (D01-7).

use kedang_app::forms::{Choices, Field, Kind, Lexicon, Value, photo_of, places_of};
use maud::{Markup, html};

use super::super::map::map;
use super::view::Screen;
use crate::components::{Tile, tile};

/// The lines and the map; nothing for an answer of which no more than a grade is noted.
pub(super) fn spots(screen: &Screen<'_>, field: &Field, value: &Value) -> Option<Markup> {
    let Kind::Choices(kind) = &field.kind else {
        return None;
    };
    let (placed, pictured) = (value.part("places"), value.part("photos"));
    placed.or(pictured)?;
    Some(html! {
        div class="spots-read" {
            ol class="spot-list" {
                @for code in value.picked() { (line(screen, field, value, code)) }
            }
            @if placed.is_some() { (all(screen, kind, value)) }
        }
    })
}

fn line(screen: &Screen<'_>, field: &Field, value: &Value, code: &str) -> Markup {
    let words = Lexicon::new(screen.words(), &field.path);
    let option = field.option_word(screen.words(), code);
    let grade = value.part("grades").and_then(|g| g.part_text(code));
    let places: Vec<&str> = places_of(value, code)
        .into_iter()
        .map(|p| words.place(p))
        .collect();
    html! {
        li {
            span { b { (option) } @if let Some(grade) = grade { " " (words.grade(grade)) } }
            @if !places.is_empty() { " " span class="where" { (places.join("、")) } }
            @if let Some(id) = photo_of(value, code) {
                (tile(&screen.chrome, &Tile {
                    href: Some(&format!("/attachments/{id}")),
                    picture: Some(&format!("/api/v1/attachments/{id}/thumbnail")),
                    name: &format!("{option} {}", screen.say("cards-spot_photo")),
                }))
            }
        }
    }
}

/// The map of all: on each place the numbers of the lines it is named in. The lines say the same.
fn all(screen: &Screen<'_>, kind: &Choices, value: &Value) -> Markup {
    let mut marks = Vec::new();
    for place in &kind.places {
        let picked = value.picked().into_iter().zip(1..);
        let here = picked.filter(|(code, _)| places_of(value, code).contains(&place.as_str()));
        let numbers: Vec<String> = here.map(|(_, n): (_, u8)| n.to_string()).collect();
        if !numbers.is_empty() {
            marks.push((place.as_str(), numbers.join(" ")));
        }
    }
    map(screen.t, &marks, &[], None)
}
