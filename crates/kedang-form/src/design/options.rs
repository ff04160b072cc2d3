//! Options of a choice: named, added, taken away.

use serde_json::json;

use super::parts::next_key;
use super::{Design, Fault, Wording};

/// Options of one field at most.
const MOST: usize = 60;

impl Design {
    /// The codes of a field's options; none for other types.
    fn codes(&self, key: &str) -> Result<Vec<String>, Fault> {
        let field = self.field(key)?;
        let shared = field["list"].as_str().and_then(|list| self.lists.get(list));
        let own = field["options"].as_array().into_iter().flatten();
        let own = || {
            own.filter_map(|code| code.as_str().map(str::to_owned))
                .collect()
        };
        Ok(shared.cloned().unwrap_or_else(own))
    }

    /// Keeps the options named, with these words, and puts the new ones behind them. New codes
    /// carry the version that brings them, so that none ever means two things.
    pub(super) fn set_options(
        &mut self,
        key: &str,
        kept: &[(String, Wording)],
        more: &[Wording],
    ) -> Result<(), Fault> {
        let old = self.codes(key)?;
        if let Some((code, _)) = kept.iter().find(|(code, _)| !old.contains(code)) {
            return Err(Fault::new("form_draft.option_unknown").with("code", code));
        }
        if kept.len() + more.len() < 2 {
            return Err(Fault::new("form_draft.options_few"));
        }
        if kept.len() + more.len() > MOST {
            return Err(Fault::new("form_draft.options_many").with("max", MOST.to_string()));
        }
        self.needed(key, kept)?;
        self.own_list(key)?;
        let mut words: Vec<(String, Wording)> = kept.to_vec();
        let prefix = format!("v{}_", self.version());
        for word in more {
            let used = old.iter().chain(words.iter().map(|(code, _)| code));
            let code = next_key(&prefix, used.map(String::as_str));
            // 其它 stays the last one.
            let last = words.iter().position(|(code, _)| self.is_other(key, code));
            words.insert(last.unwrap_or(words.len()), (code, word.clone()));
        }
        let codes: Vec<&String> = words.iter().map(|(code, _)| code).collect();
        self.field_mut(key)?["options"] = json!(codes);
        for table in self.words.values_mut() {
            table.option.insert(key.to_owned(), Default::default());
        }
        for (code, word) in &words {
            self.put_word(word, |table| {
                let options = table.option.entry(key.to_owned()).or_default();
                options.entry(code.clone()).or_default()
            });
        }
        Ok(())
    }

    /// 其它 has a text behind it, and what tells nothing does not count: both stay.
    fn needed(&self, key: &str, kept: &[(String, Wording)]) -> Result<(), Fault> {
        let field = self.field(key)?;
        let silent = field["uncounted"].as_array().into_iter().flatten();
        let mut needed = silent.chain(field.get("other")).filter_map(|c| c.as_str());
        match needed.find(|code| !kept.iter().any(|(k, _)| k == code)) {
            Some(_) if kept.is_empty() => Ok(()),
            Some(_) => Err(Fault::new("form_draft.option_needed").with("label", key)),
            None => Ok(()),
        }
    }

    fn is_other(&self, key: &str, code: &str) -> bool {
        self.field(key).is_ok_and(|field| field["other"] == code)
    }

    /// A field that shares its list with others gets one of its own.
    fn own_list(&mut self, key: &str) -> Result<(), Fault> {
        let Some(list) = self.field(key)?["list"].as_str().map(str::to_owned) else {
            return Ok(());
        };
        if let Some(field) = self.field_mut(key)?.as_object_mut() {
            field.remove("list");
        }
        let named = format!("\"list\":\"{list}\"");
        let shared = self
            .fields
            .iter()
            .any(|field| field.to_string().contains(&named));
        if !shared {
            self.lists.remove(&list);
            for words in self.words.values_mut() {
                words.option.remove(&list);
            }
        }
        Ok(())
    }
}
