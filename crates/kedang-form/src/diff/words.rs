//! Which words changed between two versions of a form, one by one.

use std::collections::BTreeMap;

use crate::form::Form;

/// What a changed word belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worded {
    /// The form itself.
    Title,
    /// A section, by key.
    Section,
    /// A field or column, by path.
    Label,
    /// The hint under a field, by path.
    Help,
    /// An option; the path is that of its field.
    Option,
}

/// One word that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reworded {
    /// What it belongs to.
    pub what: Worded,
    /// Of which section or field; empty for the title.
    pub path: String,
    /// Before; nothing if the word is new.
    pub before: Option<String>,
    /// After; nothing if the word is gone.
    pub after: Option<String>,
}

/// The words of one language that differ, of what both versions have. A field that is new brings
/// its words with it and is not told here; options that come and go are.
#[must_use]
pub fn diff_words(old: &Form, new: &Form, language: &str) -> Vec<Reworded> {
    let (before, after) = (old.words_in(language), new.words_in(language));
    let mut changes = Vec::new();
    let title = (Some(&before.title), Some(&after.title));
    put(&mut changes, Worded::Title, "", title);
    for (key, now) in &after.section {
        if let Some(then) = before.section.get(key) {
            put(&mut changes, Worded::Section, key, (Some(then), Some(now)));
        }
    }
    for field in &new.fields {
        for field in std::iter::once(field).chain(field.columns()) {
            let Some(held) = old.field_at(&field.path) else {
                continue;
            };
            let path = field.path.as_str();
            let label = (before.label.get(path), after.label.get(path));
            put(&mut changes, Worded::Label, path, label);
            let help = (before.help.get(path), after.help.get(path));
            put(&mut changes, Worded::Help, path, help);
            let then = before.option.get(held.option_table());
            let now = after.option.get(field.option_table());
            options(&mut changes, path, then, now);
        }
    }
    changes
}

fn options(
    changes: &mut Vec<Reworded>,
    path: &str,
    before: Option<&BTreeMap<String, String>>,
    after: Option<&BTreeMap<String, String>>,
) {
    let codes = |table: Option<&BTreeMap<String, String>>| {
        let codes = table.into_iter().flat_map(|table| table.keys().cloned());
        codes.collect::<Vec<_>>()
    };
    let mut all = codes(before);
    all.extend(
        codes(after)
            .into_iter()
            .filter(|code| !all.contains(code))
            .collect::<Vec<_>>(),
    );
    for code in &all {
        let word = |table: Option<&'_ BTreeMap<String, String>>| {
            table.and_then(|table| table.get(code)).cloned()
        };
        let (then, now) = (word(before), word(after));
        put(changes, Worded::Option, path, (then.as_ref(), now.as_ref()));
    }
}

fn put(
    changes: &mut Vec<Reworded>,
    what: Worded,
    path: &str,
    (before, after): (Option<&String>, Option<&String>),
) {
    if before != after {
        changes.push(Reworded {
            what,
            path: path.to_owned(),
            before: before.cloned(),
            after: after.cloned(),
        });
    }
}
