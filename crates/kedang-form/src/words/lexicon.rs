//! One language of a form, and how words are looked up in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

type Table = BTreeMap<String, String>;

/// The words of one language: `words.zh-CN.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Words {
    /// Name of the form.
    pub title: String,
    /// Section key → heading.
    pub section: Table,
    /// Field path (`visits.date` for a column) → label.
    pub label: Table,
    /// Field path or list key → option code → words.
    pub option: BTreeMap<String, Table>,
    /// Field path → grade code → words (轻 中 重).
    pub grade: BTreeMap<String, Table>,
    /// Field path → code of a place on the body map → words.
    pub place: BTreeMap<String, Table>,
    /// Unit code of a number field → unit as written (`person` → 人).
    pub unit: Table,
    /// Field path → hint under the field.
    pub help: Table,
    /// Field path → label on paper where it differs from the screen.
    pub paper: Table,
    /// Other printed text of the document.
    pub caption: Table,
    /// Section key → title of its lines to copy.
    pub copy: Table,
    /// Layer key → name.
    pub layer: Table,
    /// Finding code of this form → sentence.
    pub finding: Table,
}

impl Words {
    /// The label of a field, or its path if a twin language has none.
    #[must_use]
    pub fn label<'a>(&'a self, path: &'a str) -> &'a str {
        self.label.get(path).map_or(path, String::as_str)
    }

    /// The label as printed.
    #[must_use]
    pub fn paper_label<'a>(&'a self, path: &'a str) -> &'a str {
        self.paper
            .get(path)
            .map_or_else(|| self.label(path), String::as_str)
    }
}

/// The words of one field, given to a field type when it writes an answer out.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon<'a> {
    words: &'a Words,
    path: &'a str,
}

impl<'a> Lexicon<'a> {
    /// The words of the field at `path`.
    #[must_use]
    pub fn new(words: &'a Words, path: &'a str) -> Self {
        Self { words, path }
    }

    /// The words of an option; `list` is the shared list it comes from, if any.
    #[must_use]
    pub fn option(&self, list: Option<&str>, code: &'a str) -> &'a str {
        let table = self.words.option.get(list.unwrap_or(self.path));
        table.and_then(|t| t.get(code)).map_or(code, String::as_str)
    }

    /// The words of a grade.
    #[must_use]
    pub fn grade(&self, code: &'a str) -> &'a str {
        let table = self.words.grade.get(self.path);
        table.and_then(|t| t.get(code)).map_or(code, String::as_str)
    }

    /// The words of a place on the body map.
    #[must_use]
    pub fn place(&self, code: &'a str) -> &'a str {
        let table = self.words.place.get(self.path);
        table.and_then(|t| t.get(code)).map_or(code, String::as_str)
    }

    /// The unit as written.
    #[must_use]
    pub fn unit(&self, code: &'a str) -> &'a str {
        self.words.unit.get(code).map_or(code, String::as_str)
    }

    /// All words of the language.
    #[must_use]
    pub fn words(&self) -> &'a Words {
        self.words
    }
}
