//! A compiled form: its parts, and how they are found by key.

use serde_json::Value as Json;

use crate::compile::Meta;
use crate::field::Field;
use crate::kinds::Kind;
use crate::layout::Layout;
use crate::rule::Rule;
use crate::words::{Languages, Lexicon, Words};

/// A form: a versioned definition without defects.
#[derive(Debug)]
pub struct Form {
    /// Key, version, class.
    pub meta: Meta,
    /// The fields in the order of `fields.toml`.
    pub fields: Vec<Field>,
    /// Screen and paper.
    pub layout: Layout,
    /// Checks over several fields.
    pub rules: Vec<Rule>,
    pub(crate) words: Languages,
    pub(crate) definition: Json,
}

impl Form {
    /// The definition as it was written: meta, fields, layout, rules, words.
    #[must_use]
    pub fn definition(&self) -> &Json {
        &self.definition
    }

    /// The field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// The field at a path of the words (`visits.date`) or of a finding (`visits.<row>.date`).
    #[must_use]
    pub fn field_at(&self, path: &str) -> Option<&Field> {
        let Some((repeat, rest)) = path.split_once('.') else {
            return self.field(path);
        };
        let column = rest.rsplit_once('.').map_or(rest, |(_, column)| column);
        self.field(repeat)?
            .columns()
            .iter()
            .find(|c| c.key == column)
    }

    /// The Chinese words, which every form has.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words.chinese
    }

    /// The words of a language, Chinese if the form has no twin in it.
    #[must_use]
    pub fn words_in(&self, language: &str) -> &Words {
        self.words.get(language)
    }

    /// The language tags of the form, Chinese first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(tag, _)| tag)
    }

    /// The stored field keys that a signature field (`customer_sign`) covers: those it names, else
    /// its section, or the whole card for `*`. Rows of an append-only repeat sign for themselves
    /// and are covered by none. Nothing if the key is no signature.
    #[must_use]
    pub fn covers(&self, signature: &str) -> Option<Vec<&str>> {
        let Kind::Signature(kind) = &self.field(signature)?.kind else {
            return None;
        };
        let section = || {
            let mine = |s: &&crate::layout::Section| s.fields.iter().any(|p| p.field == signature);
            self.layout.section.iter().find(mine)
        };
        let covered = |field: &&Field| match kind.covers.as_slice() {
            [] => section().is_some_and(|s| s.fields.iter().any(|p| p.field == field.key)),
            keys => keys.iter().any(|k| k == "*" || *k == field.key),
        };
        let stored = self
            .fields
            .iter()
            .filter(|f| f.is_stored() && !f.is_append_only());
        Some(stored.filter(covered).map(|f| f.key.as_str()).collect())
    }

    /// What a value of a field reads like in a language.
    #[must_use]
    pub fn text_of(&self, field: &Field, value: &crate::value::Value, language: &str) -> String {
        let words = Lexicon::new(self.words_in(language), &field.path);
        field.kind.as_type().text(value, words)
    }
}
