//! Reading the words a steward typed.

use kedang_core::entry::Entry;
use kedang_form::Wording;

/// Characters of a label or an option at most.
const LABEL: usize = 80;
/// Characters of a hint at most.
const HELP: usize = 200;

/// A word that must be there in Chinese; without English the Chinese stands for it.
pub(super) fn word(entry: &mut Entry, field: &str, chinese: &str, english: &str) -> Wording {
    let held = entry.required(field, chinese, LABEL, "form_draft.word_missing");
    both(entry, field, held, english, LABEL)
}

/// A hint, which may be empty.
pub(super) fn hint(entry: &mut Entry, chinese: &str, english: &str) -> Wording {
    let held = entry.line("help", chinese, HELP);
    both(entry, "help", held, english, HELP)
}

fn both(
    entry: &mut Entry,
    field: &str,
    chinese: Option<String>,
    english: &str,
    max: usize,
) -> Wording {
    let english = entry.line(&format!("{field}_en"), english, max);
    let chinese = chinese.unwrap_or_default();
    Wording {
        english: english.unwrap_or_else(|| chinese.clone()),
        chinese,
    }
}

/// Options, one a line, the English behind a bar: `安静 | Quiet`.
pub(super) fn lines(entry: &mut Entry, field: &str, text: &str) -> Vec<Wording> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let read = |line: &str| {
        let (chinese, english) = line.split_once(['|', '｜']).unwrap_or((line, ""));
        word(entry, field, chinese, english)
    };
    lines.map(read).collect()
}
