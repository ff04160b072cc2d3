//! A definition taken apart, and put together again.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::{Fault, Wording};
use crate::canonical::canonical_json;
use crate::compile::Definition;
use crate::defect::Defect;
use crate::form::Form;
use crate::layout::Layout;
use crate::words::{CHINESE, Words};

/// A form under the pen.
#[derive(Debug, Clone)]
pub struct Design {
    pub(super) meta: Json,
    pub(super) lists: BTreeMap<String, Vec<String>>,
    pub(super) fields: Vec<Json>,
    pub(super) layout: Layout,
    pub(super) rules: Vec<Json>,
    pub(super) words: BTreeMap<String, Words>,
}

impl Design {
    /// Takes a definition (canonical JSON, as published) apart. Its document (`source`) is left
    /// behind: the form is the company's own from here on.
    ///
    /// # Errors
    /// F101 with what cannot be read.
    pub fn read(definition: &Json) -> Result<Self, Vec<Defect>> {
        let parts = Definition::read(definition)?;
        let rules = &definition["rules"]["check"];
        Ok(Self {
            meta: definition["meta"].clone(),
            lists: parts.fields.list,
            fields: parts.fields.field,
            layout: parts.layout,
            rules: rules.as_array().cloned().unwrap_or_default(),
            words: parts.words,
        })
    }

    /// A copy of a form under a key and a name of its own, to become version 1.
    ///
    /// # Errors
    /// As [`Design::read`].
    pub fn copy(form: &Form, key: &str, title: &Wording) -> Result<Self, Vec<Defect>> {
        let mut design = Self::read(form.definition())?;
        design.meta["key"] = json!(key);
        design.meta["version"] = json!(1);
        design.entitle(title);
        Ok(design)
    }

    /// A form of the company's own, to become its next version.
    ///
    /// # Errors
    /// As [`Design::read`].
    pub fn next(form: &Form) -> Result<Self, Vec<Defect>> {
        let mut design = Self::read(form.definition())?;
        design.meta["version"] = json!(form.meta.version.saturating_add(1));
        Ok(design)
    }

    /// The definition as canonical JSON text, as it is stored and published.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut words = json!(self.words);
        for language in words.as_object_mut().into_iter().flat_map(Map::values_mut) {
            if let Some(tables) = language.as_object_mut() {
                tables.retain(|_, table| table.as_object().is_none_or(|t| !t.is_empty()));
            }
        }
        let mut layout = json!(self.layout);
        without_nulls(&mut layout);
        let mut fields = json!({ "field": self.fields });
        if !self.lists.is_empty() {
            fields["list"] = json!(self.lists);
        }
        let mut whole = json!({
            "meta": self.meta, "fields": fields, "layout": layout, "words": words,
        });
        if !self.rules.is_empty() {
            whole["rules"] = json!({ "check": self.rules });
        }
        canonical_json(&whole)
    }

    /// Compiles what stands there, as strictly as anything that is published.
    ///
    /// # Errors
    /// All defects.
    pub fn compile(&self) -> Result<Form, Vec<Defect>> {
        Form::compile_json(&self.to_json())
    }

    /// The version it is to become.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.meta["version"].as_u64().unwrap_or_default()
    }

    pub(super) fn name(&mut self, title: &Wording) -> Result<(), Fault> {
        self.entitle(title);
        Ok(())
    }

    fn entitle(&mut self, title: &Wording) {
        self.meta["title"] = json!(title.chinese);
        self.put_word(title, |words| &mut words.title);
    }

    /// Puts a word into every language.
    pub(super) fn put_word(&mut self, word: &Wording, place: impl Fn(&mut Words) -> &mut String) {
        for (tag, words) in &mut self.words {
            let text = if tag == CHINESE {
                &word.chinese
            } else {
                &word.english
            };
            place(words).clone_from(text);
        }
    }

    /// The Chinese label of a field, for sentences.
    pub(super) fn label(&self, path: &str) -> String {
        let words = self.words.get(CHINESE);
        words.map_or(path, |words| words.label(path)).to_owned()
    }

    /// The field with this key.
    pub(super) fn field(&self, key: &str) -> Result<&Json, Fault> {
        let found = self.fields.iter().find(|field| field["key"] == key);
        found.ok_or_else(|| Fault::new("form_draft.field_unknown"))
    }

    /// The same, to be changed.
    pub(super) fn field_mut(&mut self, key: &str) -> Result<&mut Json, Fault> {
        let found = self.fields.iter_mut().find(|field| field["key"] == key);
        found.ok_or_else(|| Fault::new("form_draft.field_unknown"))
    }
}

fn without_nulls(json: &mut Json) {
    match json {
        Json::Object(map) => {
            map.retain(|_, value| !value.is_null());
            map.values_mut().for_each(without_nulls);
        }
        Json::Array(list) => list.iter_mut().for_each(without_nulls),
        _ => {}
    }
}

/// The first free `<prefix><n>` among some keys, counted on from the highest.
pub(super) fn next_key<'a>(prefix: &str, keys: impl Iterator<Item = &'a str>) -> String {
    let numbers = keys.filter_map(|key| key.strip_prefix(prefix)?.parse::<u32>().ok());
    format!("{prefix}{}", numbers.max().unwrap_or(0).saturating_add(1))
}
