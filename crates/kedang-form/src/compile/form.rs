//! Compiles a definition into a form, from files or from JSON.

use serde_json::Value as Json;

use super::fields::build_fields;
use super::references::lint_rules;
use super::source::lint_source;
use super::{Definition, FormSources};
use crate::canonical::canonical_json;
use crate::defect::{Defect, DefectCode};
use crate::form::Form;
use crate::layout::lint_layout;
use crate::words::{CHINESE, Languages, lint_words};

impl Form {
    /// Compiles the files of a form's folder.
    ///
    /// # Errors
    /// All defects that were found, numbered and with their place.
    pub fn compile(sources: &FormSources) -> Result<Self, Vec<Defect>> {
        Self::strictly(sources.to_json()?)
    }

    /// Compiles a definition that a client sent as JSON, as strictly as files.
    ///
    /// # Errors
    /// As [`Form::compile`].
    pub fn compile_json(text: &str) -> Result<Self, Vec<Defect>> {
        Self::strictly(parse(text)?)
    }

    /// Reads a published version. It was compiled when it was published, so only what makes it
    /// unusable is refused: cards of old forms stay readable when the compiler learns new rules.
    ///
    /// # Errors
    /// What cannot be read: F101 to F105.
    pub fn from_json(text: &str) -> Result<Self, Vec<Defect>> {
        let mut defects = Vec::new();
        let (form, _) = Self::build(parse(text)?, &mut defects)?;
        let unusable = |defect: &Defect| defect.code <= DefectCode::F105;
        defects.retain(unusable);
        if defects.is_empty() {
            Ok(form)
        } else {
            Err(defects)
        }
    }

    /// The definition as canonical JSON text, equal for equal definitions.
    #[must_use]
    pub fn to_json(&self) -> String {
        canonical_json(&self.definition)
    }

    fn strictly(json: Json) -> Result<Self, Vec<Defect>> {
        let mut defects = Vec::new();
        let (form, source) = Self::build(json, &mut defects)?;
        form.meta.lint(form.words(), &mut defects);
        lint_rules(&form, &mut defects);
        lint_layout(&form, &mut defects);
        lint_words(&form, &mut defects);
        if let Some(source) = source {
            lint_source(&form, &source, &mut defects);
        }
        if defects.is_empty() {
            Ok(form)
        } else {
            Err(defects)
        }
    }

    /// The form and the text of its document, if the parts can be read.
    fn build(json: Json, defects: &mut Vec<Defect>) -> Result<(Self, Option<String>), Vec<Defect>> {
        let parts = Definition::read(&json)?;
        let fields = build_fields(&parts.fields.field, &parts.fields.list, None, defects);
        let words = Languages::new(parts.words).ok_or_else(|| {
            vec![Defect::new(
                DefectCode::F101,
                format!("words.{CHINESE}"),
                "no such file",
            )]
        })?;
        let (meta, layout, rules) = (parts.meta, parts.layout, parts.rules);
        Ok((
            Self {
                meta,
                fields,
                layout,
                rules,
                words,
                definition: json,
            },
            parts.source,
        ))
    }
}

fn parse(text: &str) -> Result<Json, Vec<Defect>> {
    serde_json::from_str(text)
        .map_err(|error| vec![Defect::new(DefectCode::F101, "json", error.to_string())])
}
