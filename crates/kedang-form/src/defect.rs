//! What is wrong with a form definition: numbered, with the path to the place.

use std::fmt;

/// The numbered defects; the number never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DefectCode {
    /// A file cannot be read: not TOML, or a key it does not know.
    F101,
    /// Unknown field type.
    F102,
    /// An option of the type is unknown, missing or impossible.
    F103,
    /// A key is not lower case letters, digits and `_`.
    F104,
    /// The same key twice.
    F105,
    /// A P2 field is tagged `indexed`.
    F106,
    /// A rule names a field that is not there.
    F107,
    /// A rule names an option that is not there.
    F108,
    /// A rule compares a field of the wrong type.
    F109,
    /// A label is missing.
    F110,
    /// The words of an option are missing.
    F111,
    /// Words for something the form does not have or print.
    F112,
    /// A field is missing from the layout.
    F113,
    /// A field stands twice in the layout.
    F114,
    /// The layout names something that is not there.
    F115,
    /// A retired field is placed.
    F116,
    /// A column span or a table width is impossible.
    F117,
    /// A paper grid has holes, overlaps or columns that do not fill the page.
    F118,
    /// A line of source.txt is not on the blank paper, or more often than on the paper.
    F119,
    /// Conditions that depend on each other in a circle.
    F120,
    /// A signature covers something that is not there.
    F121,
    /// A repeat inside a repeat, or a unique column that is not there.
    F122,
    /// A finding code without its sentence.
    F123,
    /// A layer that form.toml does not list.
    F124,
    /// Meta data out of range: key, version, class.
    F125,
    /// A check does not say exactly one thing.
    F126,
    /// A field waits for a signature that is not there or covers it, or must not wait.
    F127,
}

impl DefectCode {
    /// The rule that was broken, in English, for the author of the form.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Self::F101 => "file cannot be read",
            Self::F102 => "unknown field type",
            Self::F103 => "option of the field type is unknown, missing or impossible",
            Self::F104 => "a key is a lower case letter followed by lower case letters, digits, _",
            Self::F105 => "key is used twice",
            Self::F106 => "a P2 field is never indexed",
            Self::F107 => "rule names an unknown field",
            Self::F108 => "rule names an unknown option",
            Self::F109 => "rule does not fit the type of the field",
            Self::F110 => "label is missing",
            Self::F111 => "words of an option are missing",
            Self::F112 => "words for something the form does not have",
            Self::F113 => "field is missing from the layout",
            Self::F114 => "field is placed twice",
            Self::F115 => "layout names something unknown",
            Self::F116 => "a retired field is not placed",
            Self::F117 => "span is impossible",
            Self::F118 => "paper grid does not close",
            Self::F119 => "line of source.txt is not on the paper",
            Self::F120 => "conditions go in a circle",
            Self::F121 => "signature covers something unknown",
            Self::F122 => "repeat is impossible",
            Self::F123 => "finding has no sentence",
            Self::F124 => "layer is not listed",
            Self::F125 => "meta data out of range",
            Self::F126 => "a check says exactly one thing",
            Self::F127 => "field cannot wait for this signature",
        }
    }
}

/// One defect of a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// The number.
    pub code: DefectCode,
    /// Where: `fields.problems.visible_when`, `words.en.label.name`, `layout.paper.2.row.3`.
    pub path: String,
    /// The word or number that is wrong.
    pub detail: String,
}

impl Defect {
    /// A defect at a place.
    pub(crate) fn new(
        code: DefectCode,
        path: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            code,
            path: path.into(),
            detail: detail.into(),
        }
    }

    /// The paths of fields it may be about, the likeliest first: a face looks for the first that
    /// has a label.
    #[must_use]
    pub fn about(&self) -> Vec<&str> {
        let detail = self.detail.split([' ', ':']).next().unwrap_or_default();
        let Some(path) = self.path.strip_prefix("fields.") else {
            let last = self.path.rsplit('.').next().unwrap_or_default();
            return vec![detail, last];
        };
        let mut parts = path.match_indices('.');
        let key = parts.next().map_or(path, |(at, _)| &path[..at]);
        let column = parts.next().map_or(path, |(at, _)| &path[..at]);
        vec![column, key]
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}: {}", self.code, self.path, self.code.rule())?;
        if self.detail.is_empty() {
            Ok(())
        } else {
            write!(f, ": {}", self.detail)
        }
    }
}
