//! A person as one character on a soft square.

use maud::{Markup, html};

use super::tone::Tone;

/// Tones a person may get; `bad` and `mute` would say something about them.
const FACES: [Tone; 5] = [Tone::Jade, Tone::Info, Tone::Plum, Tone::Warn, Tone::Ok];

/// The tone of a person, the same on every page: FNV-1a of the key (their id, else their name).
#[must_use]
pub fn tone_of(key: &str) -> Tone {
    let hash = key.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    // The low bits of FNV-1a mix badly on short keys; fold the high ones in.
    let mixed = hash ^ (hash >> 15);
    FACES[mixed as usize % FACES.len()]
}

/// The first character of a name on a square of 24 px; decoration beside the name.
#[must_use]
pub fn avatar(name: &str, tone: Tone) -> Markup {
    face(name, tone, "av")
}

/// The same on 40 px.
#[must_use]
pub fn avatar_large(name: &str, tone: Tone) -> Markup {
    face(name, tone, "av l")
}

/// Face and name; `key` decides the tone.
#[must_use]
pub fn person(key: &str, name: &str) -> Markup {
    html! { span class="avs" { (avatar(name, tone_of(key))) (name) } }
}

fn face(name: &str, tone: Tone, class: &str) -> Markup {
    let first: String = name
        .trim()
        .chars()
        .take(1)
        .flat_map(char::to_uppercase)
        .collect();
    html! { span class=(class) data-tone=(tone.code()) aria-hidden="true" { (first) } }
}

#[cfg(test)]
mod tests {
    use super::{FACES, avatar, tone_of};
    use crate::components::Tone;

    #[test]
    fn a_person_keeps_their_tone_and_a_company_uses_all_of_them() {
        assert_eq!(tone_of("u-17"), tone_of("u-17"));
        for face in FACES {
            let met = (0..60).any(|n| tone_of(&format!("u-{n}")) == face);
            assert!(met, "{face:?} never used");
        }
    }

    #[test]
    fn the_face_is_the_first_character() {
        for (name, face) in [
            ("宋清扬", "宋"),
            (" 韩牧", "韩"),
            ("ada", "A"),
            ("𬭎", "𬭎"),
            ("", ""),
        ] {
            let markup = avatar(name, Tone::Jade).into_string();
            assert!(markup.contains(&format!(">{face}<")), "{name}: {markup}");
        }
    }
}
