//! Small forms for tests: fields and rules as TOML, words and layout made up around them.

use std::collections::BTreeSet;

use kedang_form::{Defect, DefectCode, Form};
use serde_json::{Map, Value as Json, json};

/// The JSON of a form with these fields and rules, with all words and a plain layout.
pub(crate) fn definition(fields: &str, rules: &str) -> Json {
    let fields: Json = toml::from_str(fields).unwrap();
    let rules: Json = toml::from_str(rules).unwrap();
    let mut words = Made::default();
    let lists = fields.get("list").cloned().unwrap_or_default();
    for field in fields["field"].as_array().unwrap() {
        words.field(field, "", &lists);
    }
    for check in rules["check"].as_array().into_iter().flatten() {
        words
            .finding
            .insert(check["code"].as_str().unwrap().to_owned());
    }
    let live = |f: &&Json| f["retired"] != true;
    let keys: Vec<&Json> = fields["field"]
        .as_array()
        .unwrap()
        .iter()
        .filter(live)
        .map(|f| &f["key"])
        .collect();
    let placed: Vec<Json> = keys.iter().map(|key| json!({"field": key})).collect();
    json!({
        "meta": {
            "key": "mini", "version": 1, "title": "小表", "default_class": 1,
            "layers": ["background", "people"],
        },
        "fields": fields,
        "rules": rules,
        "layout": {"section": [{"key": "all", "fields": placed}], "paper": {"off": keys}},
        "words": {"zh-CN": words.to_json()},
    })
}

/// Compiles such a form.
pub(crate) fn mini(fields: &str, rules: &str) -> Form {
    let compiled = Form::compile_json(&definition(fields, rules).to_string());
    compiled.unwrap_or_else(|defects| panic!("{defects:?}"))
}

/// The numbers and paths of the defects of a definition.
pub(crate) fn defects(definition: &Json) -> Vec<(DefectCode, String)> {
    let list = Form::compile_json(&definition.to_string())
        .map(|_| ())
        .unwrap_err();
    list.into_iter()
        .map(|Defect { code, path, .. }| (code, path))
        .collect()
}

#[derive(Default)]
struct Made {
    label: Map<String, Json>,
    option: Map<String, Json>,
    grade: Map<String, Json>,
    place: Map<String, Json>,
    finding: BTreeSet<String>,
}

impl Made {
    fn field(&mut self, field: &Json, within: &str, lists: &Json) {
        let path = format!("{within}{}", field["key"].as_str().unwrap());
        self.label.insert(path.clone(), json!(format!("题 {path}")));
        let list = field["list"].as_str();
        let codes = match (field["type"].as_str().unwrap(), list) {
            ("time_window", _) => json!(["1", "2", "3", "4", "5", "6", "7"]),
            ("photo", _) => json!(["front", "left", "right"]),
            (_, Some(list)) => lists[list].clone(),
            _ => field["options"].clone(),
        };
        let table = if field["type"] == "time_window" {
            "weekday"
        } else {
            list.unwrap_or(&path)
        };
        put(&mut self.option, table, &codes);
        put(&mut self.grade, &path, &field["grades"]);
        put(&mut self.place, &path, &field["places"]);
        for name in ["hidden_code", "missing_code"] {
            self.finding.extend(field[name].as_str().map(str::to_owned));
        }
        for column in field["columns"].as_array().into_iter().flatten() {
            self.field(column, &format!("{path}."), lists);
        }
    }

    fn to_json(&self) -> Json {
        let finding = self
            .finding
            .iter()
            .map(|code| (code.clone(), json!("句子")));
        json!({
            "title": "小表",
            "section": {"all": "全部"},
            "layer": {"background": "背景", "people": "人员"},
            "label": self.label,
            "option": self.option,
            "grade": self.grade,
            "place": self.place,
            "finding": finding.collect::<Map<_, _>>(),
        })
    }
}

fn put(tables: &mut Map<String, Json>, key: &str, codes: &Json) {
    if let Some(codes) = codes.as_array() {
        let words = codes.iter().map(|c| c.as_str().unwrap().to_owned());
        let words = words.map(|code| (code.clone(), json!(format!("词 {code}"))));
        tables.insert(key.to_owned(), Json::Object(words.collect()));
    }
}
