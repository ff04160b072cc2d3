//! The body map in the reader's words.

use kedang_words::Tongue;
use maud::Markup;

use crate::components::{BodyMap, body_map};

/// Draws the marked places, each with its text; `label` says them where no words beside the map do.
pub(super) fn map(
    t: Tongue<'_>,
    marks: &[(&str, String)],
    asked: &[String],
    label: Option<&str>,
) -> Markup {
    let (right, left) = (t.say("cards-map_right"), t.say("cards-map_left"));
    let (front, behind) = (t.say("cards-map_front"), t.say("cards-map_behind"));
    body_map(&BodyMap {
        marks,
        asked,
        words: [&right, &left, &front, &behind],
        label,
    })
}

/// Places without a text on them.
pub(super) fn plain<'a>(places: impl Iterator<Item = &'a str>) -> Vec<(&'a str, String)> {
    places.map(|place| (place, String::new())).collect()
}
