//! The files of a definition, read into one JSON that is also how published versions are stored.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json, json};

use super::Meta;
use crate::defect::{Defect, DefectCode};
use crate::layout::Layout;
use crate::rule::Rule;
use crate::words::Words;

/// The texts of a form's folder.
#[derive(Debug, Clone, Default)]
pub struct FormSources {
    /// `form.toml`
    pub meta: String,
    /// `fields.toml`
    pub fields: String,
    /// `layout.toml`
    pub layout: String,
    /// `rules.toml`, if there is one.
    pub rules: Option<String>,
    /// Language tag → `words.<tag>.toml`; `zh-CN` must be there.
    pub words: BTreeMap<String, String>,
    /// `source.txt`, if the form stems from a document.
    pub source: Option<String>,
}

/// `fields.toml`: shared option lists and the fields in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldsFile {
    #[serde(default)]
    pub(crate) list: BTreeMap<String, Vec<String>>,
    pub(crate) field: Vec<Json>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    #[serde(default)]
    check: Vec<Rule>,
}

/// A definition with its parts typed but not yet compiled.
#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) meta: Meta,
    pub(crate) fields: FieldsFile,
    pub(crate) layout: Layout,
    pub(crate) rules: Vec<Rule>,
    pub(crate) words: BTreeMap<String, Words>,
    pub(crate) source: Option<String>,
}

impl FormSources {
    /// All files as one JSON object.
    pub(crate) fn to_json(&self) -> Result<Json, Vec<Defect>> {
        let mut defects = Vec::new();
        let mut read = |name: &str, text: &str| -> Json {
            toml::from_str(text).unwrap_or_else(|error| {
                defects.push(Defect::new(DefectCode::F101, name, error.to_string()));
                Json::Null
            })
        };
        let mut json = json!({
            "meta": read("form", &self.meta),
            "fields": read("fields", &self.fields),
            "layout": read("layout", &self.layout),
        });
        if let Some(rules) = &self.rules {
            json["rules"] = read("rules", rules);
        }
        let words = self
            .words
            .iter()
            .map(|(tag, text)| (tag.clone(), read(&format!("words.{tag}"), text)));
        json["words"] = Json::Object(words.collect::<Map<_, _>>());
        if let Some(source) = &self.source {
            json["source"] = Json::String(source.clone());
        }
        if defects.is_empty() {
            Ok(json)
        } else {
            Err(defects)
        }
    }
}

impl Definition {
    /// Types the parts of the JSON.
    pub(crate) fn read(json: &Json) -> Result<Self, Vec<Defect>> {
        let mut defects = Vec::new();
        let meta = part::<Meta>(json, "meta", &mut defects);
        let fields = part::<FieldsFile>(json, "fields", &mut defects);
        let layout = part::<Layout>(json, "layout", &mut defects);
        let rules = match json.get("rules") {
            Some(_) => part::<RulesFile>(json, "rules", &mut defects),
            None => Some(RulesFile::default()),
        };
        let words = part::<BTreeMap<String, Words>>(json, "words", &mut defects);
        let source = json.get("source").and_then(Json::as_str).map(str::to_owned);
        let unknown = json
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
            .filter(|key| {
                !["meta", "fields", "layout", "rules", "words", "source"].contains(&key.as_str())
            });
        defects.extend(unknown.map(|key| Defect::new(DefectCode::F101, key, "unknown part")));
        match (meta, fields, layout, rules, words) {
            (Some(meta), Some(fields), Some(layout), Some(rules), Some(words))
                if defects.is_empty() =>
            {
                Ok(Self {
                    meta,
                    fields,
                    layout,
                    rules: rules.check,
                    words,
                    source,
                })
            }
            _ => Err(defects),
        }
    }
}

fn part<T: DeserializeOwned>(json: &Json, name: &str, defects: &mut Vec<Defect>) -> Option<T> {
    match T::deserialize(&json[name]) {
        Ok(part) => Some(part),
        Err(error) => {
            defects.push(Defect::new(DefectCode::F101, name, error.to_string()));
            None
        }
    }
}
