//! Fields come and change.

use serde_json::{Value as Json, json};

use super::parts::next_key;
use super::{Demand, Design, Fault, FieldChange, NewField, Wording};
use crate::field::PiClass;

/// The words of the angles of a photo, as its type lists them.
const ANGLES: [(&str, &str, &str); 3] = [
    ("front", "正面", "Front"),
    ("left", "左侧", "Left"),
    ("right", "右侧", "Right"),
];

/// Fields of a form at most.
const MOST: usize = 300;

impl Design {
    /// The types of fields that can be added. The others need more than a label: columns, or a sum.
    pub const KINDS: &'static [&'static str] = &[
        "text",
        "long_text",
        "number",
        "money",
        "date",
        "choice",
        "choices",
        "phone",
        "email",
        "url",
        "address",
        "postcode",
        "person",
        "customer",
        "id_number",
        "uscc",
        "bank_account",
        "attachment",
        "photo",
        "signature",
    ];

    pub(super) fn add_field(&mut self, new: &NewField) -> Result<(), Fault> {
        let kind = new.kind.as_str();
        if !Self::KINDS.contains(&kind) {
            return Err(Fault::new("form_draft.kind_unknown"));
        }
        if self.fields.len() >= MOST {
            return Err(Fault::new("form_draft.fields_many").with("max", MOST.to_string()));
        }
        let picks = matches!(kind, "choice" | "choices");
        let keys = self.fields.iter().filter_map(|field| field["key"].as_str());
        let key = next_key("own_", keys);
        let mut field = json!({
            "key": key, "type": kind, "pi_class": new.pi_class.max(least_class(kind)),
        });
        if kind == "number"
            && let Some(unit) = &new.unit
        {
            field["unit"] = json!(unit);
        }
        if picks {
            field["options"] = json!([]);
        }
        self.fields.push(field);
        self.put_word(&new.label, |words| {
            words.label.entry(key.clone()).or_default()
        });
        self.set_help(&key, &new.help);
        if picks {
            self.set_options(&key, &[], &new.options)?;
        }
        if kind == "photo" {
            self.name_angles(&key);
        }
        if let Some(other) = new.other.as_ref().filter(|_| kind == "choices") {
            self.add_other(&key, other)?;
        }
        self.set_demand(&key, new.demand)?;
        self.put(&key, &new.section, width(kind))
    }

    fn name_angles(&mut self, key: &str) {
        for (code, chinese, english) in ANGLES {
            let word = Wording {
                chinese: chinese.to_owned(),
                english: english.to_owned(),
            };
            self.put_word(&word, |words| {
                let options = words.option.entry(key.to_owned()).or_default();
                options.entry(code.to_owned()).or_default()
            });
        }
    }

    /// 其它, with a line for the text.
    fn add_other(&mut self, key: &str, word: &Wording) -> Result<(), Fault> {
        let field = self.field_mut(key)?;
        field["other"] = json!("other");
        if let Some(options) = field["options"].as_array_mut() {
            options.push(json!("other"));
        }
        self.put_word(word, |words| {
            let options = words.option.entry(key.to_owned()).or_default();
            options.entry("other".to_owned()).or_default()
        });
        Ok(())
    }

    pub(super) fn change_field(&mut self, key: &str, change: &FieldChange) -> Result<(), Fault> {
        let (section, at) = self.place_of(key)?;
        self.relabel(key, &change.label);
        self.set_help(key, &change.help);
        self.set_demand(key, change.demand)?;
        if !(1..=12).contains(&change.span) {
            return Err(Fault::new("form_draft.span_unknown"));
        }
        self.layout.section[section].fields[at].span = change.span;
        if matches!(self.kind_of(key)?.as_str(), "choice" | "choices") {
            self.set_options(key, &change.options, &change.more)?;
        }
        Ok(())
    }

    pub(super) fn name_column(&mut self, path: &str, name: &Wording) -> Result<(), Fault> {
        let unknown = || Fault::new("form_draft.field_unknown");
        let (repeat, column) = path.split_once('.').ok_or_else(unknown)?;
        let columns = self.field(repeat)?["columns"].as_array();
        let mut columns = columns.into_iter().flatten();
        if !columns.any(|known| known["key"] == column) {
            return Err(unknown());
        }
        self.relabel(path, name);
        Ok(())
    }

    /// A new label counts on paper too.
    fn relabel(&mut self, path: &str, label: &Wording) {
        let same = self.label(path) == label.chinese;
        self.put_word(label, |words| {
            words.label.entry(path.to_owned()).or_default()
        });
        if !same {
            for words in self.words.values_mut() {
                words.paper.remove(path);
            }
        }
    }

    fn set_help(&mut self, key: &str, help: &Wording) {
        if help.chinese.is_empty() {
            for words in self.words.values_mut() {
                words.help.remove(key);
            }
        } else {
            self.put_word(help, |words| words.help.entry(key.to_owned()).or_default());
        }
    }

    fn set_demand(&mut self, key: &str, demand: Demand) -> Result<(), Fault> {
        let field = self.field_mut(key)?;
        let kind = field["type"].as_str().unwrap_or_default();
        if kind == "signature" && demand == Demand::Required {
            return Err(Fault::new("form_draft.signature_required").with("label", key));
        }
        let Json::Object(field) = field else {
            return Ok(());
        };
        for (tag, on) in [
            ("required", demand == Demand::Required),
            ("expected", demand == Demand::Expected),
        ] {
            if on {
                field.insert(tag.to_owned(), json!(true));
            } else {
                field.remove(tag);
            }
        }
        Ok(())
    }
}

/// What an answer of this type is at least: health and identity are never in the clear.
fn least_class(kind: &str) -> PiClass {
    match kind {
        "id_number" | "photo" | "bank_account" => PiClass::P2,
        "phone" | "email" | "address" | "person" => PiClass::P1,
        _ => PiClass::P0,
    }
}

/// Columns of twelve that a new field takes.
fn width(kind: &str) -> u8 {
    match kind {
        "long_text" | "choice" | "choices" | "address" | "attachment" => 12,
        "number" | "money" | "phone" | "postcode" => 4,
        _ => 6,
    }
}
