//! A face from the front and a figure from behind, drawn by ourselves, with the places that are
//! marked on them (D01-7).
//!
//! The drawing only shows: what is ticked stands in checkboxes beside it, or in words. The island
//! `places` lets the regions be pressed; without it the map is a picture.

use maud::{Markup, html};

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub struct BodyMap<'a> {
    /// Codes of the marked places, each with what is written on it.
    pub marks: &'a [(&'a str, String)],
    /// The places that can be marked here; none where the map is only read.
    pub asked: &'a [String],
    /// Right, left, from the front, from behind.
    pub words: [&'a str; 4],
    /// What the map shows, said aloud; nothing where words beside it say the same.
    pub label: Option<&'a str>,
}

/// A place: its code, its outline, where something is written on it.
struct Region(&'static str, &'static str, (u16, u16));

/// The outlines. A person looks at us: the right side is on our left.
const REGIONS: [Region; 15] = [
    Region(
        "forehead",
        "M56 60C68 44 132 44 144 60L140 86C120 78 80 78 60 86Z",
        (100, 72),
    ),
    Region(
        "temples",
        "M50 66L55 90L48 112L36 112C34 94 40 76 50 66ZM150 66L145 90L152 112L164 112C166 94 160 76 150 66Z",
        (43, 100),
    ),
    Region(
        "eye_right",
        "M52 103C56 90 84 88 91 102C86 118 58 118 52 103Z",
        (72, 104),
    ),
    Region(
        "eye_left",
        "M148 103C144 90 116 88 109 102C114 118 142 118 148 103Z",
        (128, 104),
    ),
    Region(
        "nose",
        "M95 96L105 96L114 134C116 144 108 147 100 147C92 147 84 144 86 134Z",
        (100, 132),
    ),
    Region(
        "cheek_right",
        "M42 122C54 116 72 118 82 124L80 146C76 158 66 164 56 162C48 152 43 138 42 122Z",
        (62, 141),
    ),
    Region(
        "cheek_left",
        "M158 122C146 116 128 118 118 124L120 146C124 158 134 164 144 162C152 152 157 138 158 122Z",
        (138, 141),
    ),
    Region(
        "mouth",
        "M72 170C76 156 124 156 128 170C124 186 76 186 72 170Z",
        (100, 171),
    ),
    Region(
        "chin",
        "M80 192C90 186 110 186 120 192C120 206 112 216 100 216C88 216 80 206 80 192Z",
        (100, 203),
    ),
    Region(
        "jaw",
        "M36 146C40 172 56 198 76 210L74 188C62 182 50 166 44 146ZM164 146C160 172 144 198 124 210L126 188C138 182 150 166 156 146Z",
        (63, 192),
    ),
    Region(
        "neck",
        "M74 216C82 224 90 228 100 228C110 228 118 224 126 216L126 246L74 246Z",
        (100, 238),
    ),
    Region(
        "decollete",
        "M74 250L126 250C132 262 154 268 178 272L178 296L22 296L22 272C46 268 68 262 74 250Z",
        (100, 279),
    ),
    Region(
        "back",
        "M246 74L294 74C300 100 294 126 294 160L246 160C246 126 240 100 246 74Z",
        (270, 118),
    ),
    Region(
        "arms",
        "M242 75C230 80 227 104 222 166L233 168C238 138 242 118 243 96ZM298 75C310 80 313 104 318 166L307 168C302 138 298 118 297 96Z",
        (229, 128),
    ),
    Region(
        "legs",
        "M246 164L268 164L266 284L252 284ZM272 164L294 164L288 284L274 284Z",
        (257, 222),
    ),
];

/// What is drawn for the eye only: outlines, hair, ears, features.
const LINES: [&str; 9] = [
    "M100 30C148 30 170 62 169 112C168 160 142 222 100 222C58 222 32 160 31 112C30 62 52 30 100 30Z",
    "M34 96C30 44 62 18 100 18C138 18 170 44 166 96",
    "M31 104C20 100 20 140 35 140M169 104C180 100 180 140 165 140",
    "M56 94C64 88 80 88 88 93M112 93C120 88 136 88 144 94",
    "M62 104C68 98 78 98 84 104C78 109 68 109 62 104ZM116 104C122 98 132 98 138 104C132 109 122 109 116 104Z",
    "M91 140C94 144 106 144 109 140",
    "M84 170C92 164 108 164 116 170C108 178 92 178 84 170ZM84 170L116 170",
    "M270 30C282 30 287 39 286 48C285 57 279 64 270 64C261 64 255 57 254 48C253 39 258 30 270 30Z",
    "M262 62L262 70L246 74M278 62L278 70L294 74",
];

/// The map; a region that can be pressed carries its code.
#[must_use]
pub fn body_map(map: &BodyMap<'_>) -> Markup {
    let [right, left, front, behind] = map.words;
    html! {
        svg class="body-map" viewBox="0 0 340 316" role=[map.label.map(|_| "img")]
            aria-label=[map.label] aria-hidden=[map.label.is_none().then_some("true")] {
            @for line in LINES { path class="line" d=(line) {} }
            @for region in &REGIONS { (drawn(map, region)) }
            @for (word, x, y) in [(right, 8, 128), (left, 192, 128), (front, 100, 312), (behind, 270, 312)] {
                text class="side" x=(x) y=(y) text-anchor="middle" { (word) }
            }
        }
    }
}

fn drawn(map: &BodyMap<'_>, Region(code, outline, (x, y)): &Region) -> Markup {
    let mark = map.marks.iter().find(|(marked, _)| marked == code);
    let asked = map.asked.iter().any(|place| place == code);
    html! {
        path class={ "place" @if mark.is_some() { " on" } } d=(outline)
            data-place=[asked.then_some(code)] {}
        @if let Some((_, text)) = mark.filter(|(_, text)| !text.is_empty()) {
            text class="mark" x=(x) y=(y) text-anchor="middle" dominant-baseline="central" { (text) }
        }
    }
}

#[cfg(test)]
mod tests {
    use kedang_app::forms::BODY_PLACES;

    use super::{BodyMap, REGIONS, body_map};

    #[test]
    fn every_place_of_the_form_language_is_drawn() {
        let drawn: Vec<_> = REGIONS.iter().map(|region| region.0).collect();
        assert_eq!(drawn, BODY_PLACES);
    }

    #[test]
    fn what_is_marked_can_be_seen_and_what_is_asked_can_be_pressed() {
        let (marks, asked) = ([("nose", "1".to_owned())], ["chin".to_owned()]);
        let map = BodyMap {
            marks: &marks,
            asked: &asked,
            words: ["R", "L", "F", "B"],
            label: None,
        };
        let drawn = body_map(&map).into_string();
        assert_eq!(drawn.matches("place on").count(), 1);
        assert_eq!(drawn.matches("data-place=\"chin\"").count(), 1);
        assert_eq!(drawn.matches("data-place").count(), 1);
        assert!(drawn.contains("aria-hidden=\"true\"") && !drawn.contains("role="));
        let label = Some("nose");
        let said = body_map(&BodyMap { label, ..map }).into_string();
        assert!(said.contains("role=\"img\"") && said.contains("aria-label=\"nose\""));
    }
}
