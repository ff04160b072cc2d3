//! Builds the fields: types by name, options read, lists filled in, columns under their repeat.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::defect::{Defect, DefectCode};
use crate::field::{Field, FieldSource, PiClass};
use crate::kinds::{Kind, is_repeat};

/// Shared option lists by key.
pub(super) type Lists = BTreeMap<String, Vec<String>>;

/// Compiles all fields of a card, or all columns of the repeat `parent`.
pub(super) fn build_fields(
    sources: &[Json],
    lists: &Lists,
    parent: Option<(&str, PiClass)>,
    defects: &mut Vec<Defect>,
) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for (place, source) in sources.iter().enumerate() {
        let Some(field) = build(source, place, lists, parent, defects) else {
            continue;
        };
        if fields.iter().any(|f| f.key == field.key) {
            defects.push(Defect::new(
                DefectCode::F105,
                path_of(&field.path),
                field.key.as_str(),
            ));
        }
        fields.push(field);
    }
    fields
}

fn path_of(path: &str) -> String {
    format!("fields.{path}")
}

fn build(
    json: &Json,
    place: usize,
    lists: &Lists,
    parent: Option<(&str, PiClass)>,
    defects: &mut Vec<Defect>,
) -> Option<Field> {
    let within = parent.map_or(String::new(), |(key, _)| format!("{key}."));
    let source = match FieldSource::deserialize(json) {
        Ok(source) => source,
        Err(error) => {
            let name = json
                .get("key")
                .and_then(Json::as_str)
                .map_or(place.to_string(), str::to_owned);
            let path = path_of(&format!("{within}{name}"));
            defects.push(Defect::new(DefectCode::F103, path, error.to_string()));
            return None;
        }
    };
    let path = format!("{within}{}", source.key);
    if !is_key(&source.key) || (parent.is_some() && source.key == "id") {
        defects.push(Defect::new(
            DefectCode::F104,
            path_of(&path),
            source.key.as_str(),
        ));
    }
    let class = parent.map_or(source.pi_class, |(_, class)| class.max(source.pi_class));
    if class == PiClass::P2 && source.indexed {
        defects.push(Defect::new(
            DefectCode::F106,
            path_of(&path),
            source.key.as_str(),
        ));
    }
    let kind = build_kind(&source, &path, class, lists, defects)?;
    if parent.is_some() && is_repeat(&kind) {
        defects.push(Defect::new(
            DefectCode::F122,
            path_of(&path),
            "repeat inside a repeat",
        ));
    }
    Some(finish(source, path, class, kind))
}

fn build_kind(
    source: &FieldSource,
    path: &str,
    class: PiClass,
    lists: &Lists,
    defects: &mut Vec<Defect>,
) -> Option<Kind> {
    let mut options = Json::Object(source.options.clone());
    if let Some(list) = options
        .get("list")
        .and_then(Json::as_str)
        .map(str::to_owned)
    {
        match lists.get(&list) {
            Some(codes) => options["options"] = json!(codes),
            None => defects.push(Defect::new(
                DefectCode::F103,
                path_of(path),
                format!("list {list}"),
            )),
        }
    }
    let mut kind = match Kind::read(&source.kind, options) {
        Some(Ok(kind)) => kind,
        Some(Err(reason)) => {
            defects.push(Defect::new(DefectCode::F103, path_of(path), reason));
            return None;
        }
        None => {
            defects.push(Defect::new(
                DefectCode::F102,
                path_of(path),
                source.kind.as_str(),
            ));
            return None;
        }
    };
    for fault in kind.as_type().faults() {
        defects.push(Defect::new(DefectCode::F103, path_of(path), fault));
    }
    if let Kind::Repeat(repeat) = &mut kind {
        repeat.fields = build_fields(&repeat.raw, lists, Some((&source.key, class)), defects);
        for key in repeat
            .unique
            .iter()
            .filter(|key| repeat.column(key).is_none())
        {
            defects.push(Defect::new(
                DefectCode::F122,
                path_of(path),
                format!("unique {key}"),
            ));
        }
    }
    Some(kind)
}

fn finish(source: FieldSource, path: String, pi_class: PiClass, kind: Kind) -> Field {
    Field {
        key: source.key,
        path,
        kind,
        pi_class,
        guarded: source.guarded,
        indexed: source.indexed,
        customer_copy: source.customer_copy,
        required: source.required,
        expected: source.expected,
        none_allowed: source.none.unwrap_or(!source.required),
        retired: source.retired,
        alert: source.alert,
        counted: source.counted.unwrap_or(true),
        layer: source.layer,
        visible_when: source.visible_when,
        required_when: source.required_when,
        after_signing: source.after_signing,
        hidden_code: source.hidden_code,
        missing_code: source.missing_code,
        options: source.options,
    }
}

/// Keys are plain: the bytes of a hash and the names of HTML inputs are built from them.
fn is_key(key: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let starts = key.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    starts && key.len() <= 64 && key.bytes().all(plain)
}
