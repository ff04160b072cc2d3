//! What changed between two versions of a form, and whether old answers live on with it.

use serde_json::{Map, Value as Json};

use crate::field::{Field, PiClass};
use crate::finding::Severity;
use crate::form::Form;
use crate::kinds::Kind;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormChangeKind {
    /// A field or column is new.
    FieldAdded,
    /// A field or column is gone; retire it instead.
    FieldRemoved,
    /// A field is no longer asked.
    FieldRetired,
    /// A retired field is asked again.
    FieldRevived,
    /// The type is another one.
    TypeChanged,
    /// Options came.
    OptionAdded,
    /// Options went.
    OptionRemoved,
    /// A limit became wider.
    LimitWidened,
    /// A limit became narrower.
    LimitNarrowed,
    /// Something else about the type: unit, decimals, covers.
    SettingChanged,
    /// The field became required.
    RequiredAdded,
    /// The field is no longer required.
    RequiredDropped,
    /// 无 is no longer an answer.
    NoneRefused,
    /// The class of the answer changed: where it is stored, whether it is found.
    PiClassChanged,
    /// Another tag or condition changed.
    TagChanged,
    /// Checks changed.
    RulesChanged,
    /// Words changed.
    WordsChanged,
    /// Screen or paper changed.
    LayoutChanged,
    /// The secrecy class of dossiers rises or falls with it.
    ClassChanged,
}

/// One change between two versions.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FormChange {
    /// Field path, or the part: `rules`, `words`, `layout`, `form`.
    pub path: String,
    /// What happened.
    pub kind: FormChangeKind,
    /// Whether every old answer stays valid and stays where it is.
    pub safe: bool,
}

/// All changes from `old` to `new`.
#[must_use]
pub fn diff_forms(old: &Form, new: &Form) -> Vec<FormChange> {
    let mut changes = Vec::new();
    diff_fields(&old.fields, &new.fields, &mut changes);
    if old.meta.default_class != new.meta.default_class {
        let safe = new.meta.default_class > old.meta.default_class;
        changes.push(change("form", FormChangeKind::ClassChanged, safe));
    }
    if old.rules != new.rules {
        let new_error =
            |r: &&crate::rule::Rule| r.severity == Severity::Error && !old.rules.contains(r);
        let safe = !new.rules.iter().any(|r| new_error(&r));
        changes.push(change("rules", FormChangeKind::RulesChanged, safe));
    }
    if old.words != new.words {
        changes.push(change("words", FormChangeKind::WordsChanged, true));
    }
    if old.layout != new.layout {
        changes.push(change("layout", FormChangeKind::LayoutChanged, true));
    }
    changes
}

fn change(path: &str, kind: FormChangeKind, safe: bool) -> FormChange {
    FormChange {
        path: path.to_owned(),
        kind,
        safe,
    }
}

fn diff_fields(old: &[Field], new: &[Field], changes: &mut Vec<FormChange>) {
    for field in old {
        match new.iter().find(|f| f.key == field.key) {
            Some(after) => diff_field(field, after, changes),
            None => changes.push(change(&field.path, FormChangeKind::FieldRemoved, false)),
        }
    }
    for field in new.iter().filter(|f| !old.iter().any(|o| o.key == f.key)) {
        let safe = !field.required && field.required_when.is_none();
        changes.push(change(&field.path, FormChangeKind::FieldAdded, safe));
    }
}

fn diff_field(old: &Field, new: &Field, changes: &mut Vec<FormChange>) {
    let mut add = |kind, safe| changes.push(change(&new.path, kind, safe));
    match (old.retired, new.retired) {
        (false, true) => add(FormChangeKind::FieldRetired, true),
        (true, false) => add(FormChangeKind::FieldRevived, true),
        _ => {}
    }
    if old.kind.name() != new.kind.name() {
        return add(FormChangeKind::TypeChanged, false);
    }
    if old.pi_class != new.pi_class {
        let stays = old.pi_class != PiClass::P2 && new.pi_class != PiClass::P2;
        add(FormChangeKind::PiClassChanged, stays);
    }
    match (old.required, new.required) {
        (false, true) => add(FormChangeKind::RequiredAdded, false),
        (true, false) => add(FormChangeKind::RequiredDropped, true),
        _ => {}
    }
    if old.none_allowed && !new.none_allowed {
        add(FormChangeKind::NoneRefused, false);
    }
    diff_tags(old, new, &mut add);
    diff_options(old.options(), new.options(), &mut add);
    diff_options(places(old), places(new), &mut add);
    diff_settings(&old.options, &new.options, &mut add);
    diff_fields(old.columns(), new.columns(), changes);
}

fn diff_tags(old: &Field, new: &Field, add: &mut impl FnMut(FormChangeKind, bool)) {
    let tags = |f: &Field| (f.guarded, f.indexed, f.customer_copy, f.expected, f.alert);
    if tags(old) != tags(new) || old.layer != new.layer {
        add(FormChangeKind::TagChanged, true);
    }
    let gates = |f: &Field| f.after_signing.clone();
    let conditions = |f: &Field| (f.visible_when.clone(), f.required_when.clone());
    if conditions(old) != conditions(new) || gates(old) != gates(new) {
        add(FormChangeKind::TagChanged, false);
    }
}

fn diff_options(old: &[String], new: &[String], add: &mut impl FnMut(FormChangeKind, bool)) {
    if new.iter().any(|code| !old.contains(code)) {
        add(FormChangeKind::OptionAdded, true);
    }
    if old.iter().any(|code| !new.contains(code)) {
        add(FormChangeKind::OptionRemoved, false);
    }
}

fn places(field: &Field) -> &[String] {
    match &field.kind {
        Kind::Choices(kind) => &kind.places,
        _ => &[],
    }
}

/// Compares what is written about the type, apart from options, places and columns.
fn diff_settings(
    old: &Map<String, Json>,
    new: &Map<String, Json>,
    add: &mut impl FnMut(FormChangeKind, bool),
) {
    let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
    keys.sort();
    keys.dedup();
    for key in keys
        .into_iter()
        .filter(|k| !["options", "list", "places", "columns"].contains(&k.as_str()))
    {
        let (before, after) = (old.get(key), new.get(key));
        if before == after {
            continue;
        }
        let up = grows(before, after);
        match (key.as_str(), up) {
            ("max" | "decimals", Some(true)) | ("min", Some(false)) => {
                add(FormChangeKind::LimitWidened, true);
            }
            // A photo that may be there hurts no answer without one.
            ("photos", _) => add(
                FormChangeKind::SettingChanged,
                after == Some(&Json::Bool(true)),
            ),
            ("min" | "max" | "decimals", _) => add(FormChangeKind::LimitNarrowed, false),
            _ => add(FormChangeKind::SettingChanged, false),
        }
    }
}

/// Whether a written limit became larger; nothing if one of them is not written.
fn grows(before: Option<&Json>, after: Option<&Json>) -> Option<bool> {
    let read = |json: &Json| {
        let text = json
            .as_str()
            .map_or_else(|| json.to_string(), str::to_owned);
        crate::decimal::Decimal::parse(&text)
    };
    Some(read(before?)? < read(after?)?)
}
