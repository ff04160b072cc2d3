//! What has no field of its own goes into the note, never away.

/// The longest note, characters; as in `Details`.
const LONGEST: usize = 4_000;

/// Adds `header：text` as a line, unless it stands there already (an import that runs again).
pub(super) fn add(note: &mut Option<String>, header: &str, text: &str) {
    let line = if header.is_empty() {
        text.to_owned()
    } else {
        format!("{header}\u{ff1a}{text}")
    };
    let note = note.get_or_insert_default();
    if note.lines().any(|known| known == line) {
        return;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(&line);
    if let Some((end, _)) = note.char_indices().nth(LONGEST) {
        note.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::add;

    #[test]
    fn a_line_is_added_once() {
        let mut note = Some("老板娘做主".to_owned());
        for _ in 0..2 {
            add(&mut note, "生肖", "马");
            add(&mut note, "", "多出来的格");
        }
        assert_eq!(note.as_deref(), Some("老板娘做主\n生肖：马\n多出来的格"));
    }
}
