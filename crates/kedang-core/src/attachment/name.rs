//! The name under which a file is kept: what somebody's computer called it, made safe.

use crate::entry::Entry;

/// Characters in a name at most.
pub const LONGEST_NAME: usize = 200;

/// The last part of what may be a path, without the spaces around it. The rest of the path is
/// nobody's business: it can hold the name of a user. What does not hold is noted against `name`:
/// `attachment.name_missing`, `entry.too_long`, `entry.control_character`.
pub fn clean_name(entry: &mut Entry, name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    if last.chars().all(|c| c == '.') {
        entry.refuse("name", "attachment.name_missing");
        return None;
    }
    if last.chars().any(turns) {
        entry.refuse("name", "entry.control_character");
        return None;
    }
    entry.line("name", last, LONGEST_NAME)
}

/// Characters that turn the direction of writing: `(RLO)fdp.exe` reads as a PDF.
fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The name with one of the endings of its kind: the one it has, else the first (ASVS 5.2.2).
#[must_use]
pub fn with_ending(name: &str, endings: &[&str]) -> String {
    let has = |ending: &&&str| {
        let (stem, own) = name.rsplit_once('.').unwrap_or((name, ""));
        !stem.is_empty() && own.eq_ignore_ascii_case(ending)
    };
    match (endings.iter().find(has), endings.first()) {
        (None, Some(usual)) => format!("{name}.{usual}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(name: &str) -> Result<String, &'static str> {
        let mut entry = Entry::new();
        let name = clean_name(&mut entry, name);
        let problem = entry.refusal("attachment.invalid");
        match (name, problem.of("name")) {
            (Some(name), None) => Ok(name),
            (_, wrong) => Err(wrong.map_or("refused without a word", |f| f.code)),
        }
    }

    #[test]
    fn a_name_loses_its_path_and_must_be_one() {
        for (typed, kept) in [
            ("合同.pdf", "合同.pdf"),
            ("C:\\Users\\li\\桌面\\合同 2026.pdf", "合同 2026.pdf"),
            ("../../etc/passwd", "passwd"),
            ("  a.jpg ", "a.jpg"),
        ] {
            assert_eq!(cleaned(typed).as_deref(), Ok(kept), "{typed}");
        }
        for (typed, code) in [
            ("", "attachment.name_missing"),
            ("桌面/", "attachment.name_missing"),
            ("..", "attachment.name_missing"),
            ("a\u{0}b.pdf", "entry.control_character"),
            ("合同\u{202e}fdp.exe", "entry.control_character"),
            (&"长".repeat(LONGEST_NAME + 1), "entry.too_long"),
        ] {
            assert_eq!(cleaned(typed), Err(code), "{typed:?}");
        }
        assert!(cleaned(&"长".repeat(LONGEST_NAME)).is_ok());
    }

    #[test]
    fn a_lying_ending_is_followed_by_the_true_one() {
        let jpeg: &[&str] = &["jpg", "jpeg"];
        for (name, kept) in [
            ("a.jpg", "a.jpg"),
            ("a.JPEG", "a.JPEG"),
            ("a.pdf", "a.pdf.jpg"),
            ("a", "a.jpg"),
            (".jpg", ".jpg.jpg"),
        ] {
            assert_eq!(with_ending(name, jpeg), kept);
        }
        assert_eq!(with_ending("a", &[]), "a");
    }
}
