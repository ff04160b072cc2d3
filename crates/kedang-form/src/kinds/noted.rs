//! What is noted of each ticked option: its grade, its places on the body, its photo (D01-7).

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::Choices;
use super::choice::known;
use super::reference::linked;
use crate::finding::Finding;
use crate::input::{Input, Pairs};
use crate::value::Value;

/// The places a body map is drawn with, from the face down. Right and left are those of the
/// person, not of who looks.
pub const BODY_PLACES: &[&str] = &[
    "forehead",
    "temples",
    "eye_right",
    "eye_left",
    "nose",
    "cheek_right",
    "cheek_left",
    "mouth",
    "chin",
    "jaw",
    "neck",
    "decollete",
    "back",
    "arms",
    "legs",
];

/// Something noted by option code; nothing where nothing is noted, so that an answer without it
/// keeps the form and the hash it always had.
type Noted = Result<Option<Value>, Finding>;

impl Choices {
    /// Whether more than a tick is noted of an option.
    #[must_use]
    pub fn notes_more(&self) -> bool {
        !self.grades.is_empty() || !self.places.is_empty() || self.photos
    }

    pub(super) fn grades_of(&self, input: &Input<'_>, picked: &[String]) -> Noted {
        let asked = !self.grades.is_empty();
        by_option(picked.iter().filter(|_| asked), |code| {
            let grade = input.part(&format!("grade.{code}"))?;
            let grade = grade.map(|grade| known(&self.grades, &grade)).transpose()?;
            Ok(grade.map(Value::Text))
        })
    }

    /// The places of each, in the order of the form.
    pub(super) fn places_of(&self, input: &Input<'_>, picked: &[String]) -> Noted {
        let asked = !self.places.is_empty();
        by_option(self.options.iter().filter(|_| asked), |code| {
            let given = input.at(&format!("place.{code}")).many()?;
            for place in &given {
                known(&self.places, place)?;
            }
            if !given.is_empty() && !picked.contains(code) {
                return Err(Finding::error("form.place_not_ticked").arg("option", code));
            }
            let places = self.places.iter().filter(|place| given.contains(place));
            let places: Vec<Value> = places.cloned().map(Value::Text).collect();
            Ok((!places.is_empty()).then_some(Value::List(places)))
        })
    }

    /// The photo of each, by the id that the application gave it.
    pub(super) fn photos_of(&self, input: &Input<'_>, picked: &[String]) -> Noted {
        by_option(self.options.iter().filter(|_| self.photos), |code| {
            let Some(id) = input.part(&format!("photo.{code}.ref"))? else {
                return Ok(None);
            };
            if !picked.contains(code) {
                return Err(Finding::error("form.photo_not_ticked").arg("option", code));
            }
            linked(&id).map(Some)
        })
    }

    /// The pairs of the field `key`, without the places and photos of options not ticked in them.
    pub(crate) fn of_ticked(&self, pairs: &Pairs, key: &str) -> Pairs {
        let ticked = pairs.get(key).map_or(&[][..], Vec::as_slice);
        let option = |name: &str| {
            let part = name.strip_prefix(key)?.strip_prefix('.')?;
            let mut parts = part.split('.');
            let noted = matches!(parts.next()?, "place" | "photo");
            parts.next().filter(|_| noted).map(str::to_owned)
        };
        let stays = |name: &str| match option(name) {
            Some(code) => ticked.iter().any(|on| on.trim() == code),
            None => name.starts_with(key),
        };
        let own = pairs.iter().filter(|(name, _)| stays(name));
        own.map(|(name, texts)| (name.clone(), texts.clone()))
            .collect()
    }

    /// The way back: pairs of what is noted.
    pub(super) fn noted_pairs(value: &Value) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (part, name, end) in [
            ("grades", "grade", ""),
            ("places", "place", ""),
            ("photos", "photo", ".ref"),
        ] {
            let Some(Value::Record(noted)) = value.part(part) else {
                continue;
            };
            for (code, one) in noted {
                let texts = std::iter::once(one).chain(one.items());
                let texts = texts.filter_map(Value::as_text);
                pairs.extend(texts.map(|text| (format!("{name}.{code}{end}"), text.to_owned())));
            }
        }
        pairs
    }

    /// The schema of what is noted, by the name of its part.
    pub(super) fn noted_schema(&self) -> Vec<(&'static str, Json)> {
        let by_option = |one: Json| {
            let codes = json!({"enum": self.options});
            json!({"type": "object", "propertyNames": codes, "additionalProperties": one})
        };
        let mut parts = Vec::new();
        if !self.grades.is_empty() {
            let grade = json!({"enum": self.grades});
            parts.push((
                "grades",
                json!({"type": "object", "additionalProperties": grade}),
            ));
        }
        if !self.places.is_empty() {
            let place = json!({"enum": self.places});
            let list = json!({"type": "array", "items": place, "minItems": 1, "uniqueItems": true});
            parts.push(("places", by_option(list)));
        }
        if self.photos {
            let id = json!({"type": "string", "pattern": "^[0-9A-Za-z-]{1,64}$"});
            parts.push(("photos", by_option(id)));
        }
        parts
    }

    /// Places that no map is drawn with, or twice.
    pub(super) fn place_faults(&self) -> Vec<String> {
        let undrawn = |place: &str| !BODY_PLACES.contains(&place);
        let places = self.places.iter().enumerate();
        let bad = places.filter(|(n, place)| undrawn(place) || self.places[..*n].contains(place));
        bad.map(|(_, place)| format!("place {place}")).collect()
    }
}

/// The places noted of an option.
#[must_use]
pub fn places<'a>(value: &'a Value, option: &str) -> Vec<&'a str> {
    let noted = value.part("places").and_then(|noted| noted.part(option));
    let items = noted.map_or(&[][..], Value::items).iter();
    items.filter_map(Value::as_text).collect()
}

/// The photo noted of an option.
#[must_use]
pub fn photo<'a>(value: &'a Value, option: &str) -> Option<&'a str> {
    value.part("photos")?.part_text(option)
}

fn by_option<'a>(codes: impl Iterator<Item = &'a String>, one: impl Fn(&String) -> Noted) -> Noted {
    let mut noted = BTreeMap::new();
    for code in codes {
        if let Some(value) = one(code)? {
            noted.insert(code.clone(), value);
        }
    }
    Ok((!noted.is_empty()).then_some(Value::Record(noted)))
}
