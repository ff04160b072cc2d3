//! The languages of a form: Chinese, and its twins.

use std::collections::BTreeMap;

use super::Words;

/// The language every form has.
pub(crate) const CHINESE: &str = "zh-CN";

/// The words of a form in all its languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Languages {
    pub(crate) chinese: Words,
    twins: BTreeMap<String, Words>,
}

impl Languages {
    /// Takes the Chinese out of all words; nothing if it is not among them.
    pub(crate) fn new(mut all: BTreeMap<String, Words>) -> Option<Self> {
        let chinese = all.remove(CHINESE)?;
        Some(Self {
            chinese,
            twins: all,
        })
    }

    /// The words of a language, Chinese if there is no twin in it.
    pub(crate) fn get(&self, tag: &str) -> &Words {
        self.twins.get(tag).unwrap_or(&self.chinese)
    }

    /// Tags and words, Chinese first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Words)> {
        let twins = self.twins.iter().map(|(tag, words)| (tag.as_str(), words));
        std::iter::once((CHINESE, &self.chinese)).chain(twins)
    }
}
