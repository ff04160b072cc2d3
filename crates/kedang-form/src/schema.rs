//! The JSON Schema (2020-12) of a form's answers.

use serde_json::{Map, Value as Json, json};

use crate::field::Field;
use crate::form::Form;
use crate::words::Words;

impl Form {
    /// The schema of the canonical answers: what [`Form::accept`] takes and the store holds.
    #[must_use]
    pub fn json_schema(&self) -> Json {
        let mut schema = object(&self.fields, Some(self.words()));
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["$id"] = json!(format!(
            "urn:kedang:form:{}:{}",
            self.meta.key, self.meta.version
        ));
        schema["title"] = json!(self.words().title);
        schema
    }
}

/// The schema of the answers to some fields.
pub(crate) fn object(fields: &[Field], words: Option<&Words>) -> Json {
    let asked = || fields.iter().filter(|f| f.is_stored() && !f.retired);
    let property = |field: &Field| {
        let kind = field.kind.as_type().schema();
        let none = json!({"const": {"none": true}});
        let mut schema = if field.none_allowed {
            json!({"anyOf": [kind, none]})
        } else {
            kind
        };
        if let Some(words) = words {
            schema["title"] = json!(words.label(&field.path));
        }
        (field.key.clone(), schema)
    };
    let required: Vec<&str> = asked()
        .filter(|f| f.required)
        .map(|f| f.key.as_str())
        .collect();
    json!({
        "type": "object",
        "properties": asked().map(property).collect::<Map<_, _>>(),
        "required": required,
        "additionalProperties": false,
    })
}
