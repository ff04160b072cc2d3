//! Where on the face and body a skin problem sits (D01-7), and a photo of it.

use kedang_core::attachment::Purpose;
use serde_json::{Map, Value as Json, json};

use super::Guest;
use crate::days::{Day, later};
use crate::face::Shot;
use crate::story::{Content, File, Story};

/// The problems that consultants mark on the map, each with what it usually spreads over, the
/// worst place first. What covers the whole face, such as 暗淡无光, is not marked.
const SPREAD: &[(&str, &[&str])] = &[
    ("comedones", &["nose", "forehead", "chin"]),
    ("enlarged_pores", &["nose", "cheek_right", "cheek_left"]),
    ("acne_scars", &["cheek_left", "cheek_right", "jaw", "back"]),
    ("white_black_heads", &["nose", "chin", "forehead"]),
    (
        "allergy",
        &["cheek_right", "cheek_left", "neck", "decollete"],
    ),
    ("sun_spots", &["cheek_left", "temples", "decollete", "arms"]),
    ("pigment_spots", &["cheek_right", "cheek_left", "temples"]),
    ("freckles", &["nose", "cheek_right", "cheek_left"]),
    ("wrinkles", &["eye_right", "eye_left", "forehead", "neck"]),
    ("red_veins", &["cheek_left", "cheek_right", "nose"]),
    ("milia", &["eye_left", "eye_right"]),
];

/// The places of the problems by their grades: the worse, the further it has spread.
pub(super) fn places(grades: &Map<String, Json>) -> Map<String, Json> {
    let spread = |(problem, grade): (&String, &Json)| {
        let (_, places) = SPREAD.iter().find(|(known, _)| known == problem)?;
        let many = match grade.as_str() {
            Some("mild") => 2,
            Some("moderate") => 3,
            _ => places.len(),
        };
        let places = &places[..many.min(places.len())];
        Some((problem.clone(), json!(places)))
    };
    grades.iter().filter_map(spread).collect()
}

/// The problem named first.
pub(super) fn first_problem(answers: &Map<String, Json>) -> Option<String> {
    let problem = answers.get("problems")?["picked"][0].as_str();
    problem.map(str::to_owned)
}

/// Adds a photo of a problem to the answers; `redness` is how red the skin is by then.
pub(super) fn shoot(
    answers: &mut Map<String, Json>,
    problem: &str,
    guest: &Guest,
    story: &mut Story,
    (at, day, redness): (i64, Day, u8),
) {
    let Some(problems) = answers.get_mut("problems") else {
        return;
    };
    let shot = Shot {
        face: guest.face,
        redness,
        seed: u64::try_from(at).unwrap_or_default() ^ 0x5eed,
    };
    let link = story.file(File {
        at: later(at, -1),
        name: format!("问题照 {}.jpg", day.text()),
        purpose: Purpose::Photo,
        sensitive: true,
        content: Content::Photo(shot),
    });
    problems["photos"] = json!({ problem: link });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_worse_has_spread_further() {
        let places = |grade: &str| {
            let mut grades = Map::new();
            grades.insert("allergy".to_owned(), json!(grade));
            grades.insert("dull".to_owned(), json!(grade));
            places(&grades)
        };
        let count = |grade: &str| places(grade)["allergy"].as_array().map(Vec::len);
        let counts = ["mild", "moderate", "severe"].map(count);
        assert_eq!(counts, [Some(2), Some(3), Some(4)]);
        assert!(!places("severe").contains_key("dull"), "all over the face");
    }
}
