//! Fields go out of use and come back.

use serde_json::json;

use super::{Design, Fault, hanging};
use crate::form::Form;

impl Design {
    /// A field that `base` has is retired: its key and words stay, old cards stay readable. One
    /// that was never published goes for good. Checks that name it go with it.
    pub(super) fn retire_field(&mut self, key: &str, base: &Form) -> Result<(), Fault> {
        self.place_of(key)?;
        if let Ok(form) = self.compile() {
            let hanging = hanging::fields_on(&form, key);
            if let Some(first) = hanging.first() {
                return Err(Fault::new("form_draft.field_needed")
                    .with("label", key)
                    .with("other", *first)
                    .with("count", hanging.len().to_string()));
            }
            self.drop_checks(&form, key);
        }
        if self
            .layout
            .section
            .iter()
            .map(|s| s.fields.len())
            .sum::<usize>()
            < 2
        {
            return Err(Fault::new("form_draft.field_only"));
        }
        self.take(key);
        if base.field(key).is_some() {
            self.field_mut(key)?["retired"] = json!(true);
            return Ok(());
        }
        self.fields.retain(|field| field["key"] != key);
        for words in self.words.values_mut() {
            words.label.remove(key);
            words.help.remove(key);
            words.paper.remove(key);
            words.option.remove(key);
            words.grade.remove(key);
            words.place.remove(key);
        }
        Ok(())
    }

    pub(super) fn revive_field(&mut self, key: &str, section: &str) -> Result<(), Fault> {
        let field = self.field_mut(key)?;
        if field["retired"] != true {
            return Err(Fault::new("form_draft.field_in_use"));
        }
        if let Some(field) = field.as_object_mut() {
            field.remove("retired");
        }
        self.put(key, section, 6)
    }

    fn drop_checks(&mut self, form: &Form, key: &str) {
        let gone: Vec<bool> = form
            .rules
            .iter()
            .map(|rule| hanging::checks(rule, key))
            .collect();
        let mut gone = gone.into_iter();
        self.rules.retain(|_| !gone.next().unwrap_or(false));
        let left: Vec<&str> = self
            .rules
            .iter()
            .filter_map(|rule| rule["code"].as_str())
            .collect();
        let fields = form
            .fields
            .iter()
            .flat_map(|f| std::iter::once(f).chain(f.columns()));
        let codes = fields.flat_map(|f| f.hidden_code.iter().chain(&f.missing_code));
        let codes: Vec<&str> = codes.map(String::as_str).chain(left).collect();
        for words in self.words.values_mut() {
            words
                .finding
                .retain(|code, _| codes.contains(&code.as_str()));
        }
    }
}
