//! The forms of `forms/`, built into the program.

use std::collections::BTreeMap;

use crate::compile::FormSources;

/// `(form key, file name, text)` of every file in a folder of `forms/`.
static FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/forms.rs"));

/// The sources of every shipped form by its key. Compiling them is the caller's: once, at start-up.
#[must_use]
pub fn shipped() -> BTreeMap<&'static str, FormSources> {
    let mut forms = BTreeMap::<&str, FormSources>::new();
    for (form, file, text) in FILES {
        let sources = forms.entry(form).or_default();
        let text = (*text).to_owned();
        match file.split_once('.') {
            Some(("form", "toml")) => sources.meta = text,
            Some(("fields", "toml")) => sources.fields = text,
            Some(("layout", "toml")) => sources.layout = text,
            Some(("rules", "toml")) => sources.rules = Some(text),
            Some(("source", "txt")) => sources.source = Some(text),
            Some(("words", rest)) => {
                if let Some(tag) = rest.strip_suffix(".toml") {
                    sources.words.insert(tag.to_owned(), text);
                }
            }
            _ => {}
        }
    }
    forms
}

/// The reference text (`reference.md`) of every shipped form that has one, by the form's key.
#[must_use]
pub fn shipped_references() -> BTreeMap<&'static str, &'static str> {
    let texts = FILES.iter().filter(|(_, file, _)| *file == "reference.md");
    texts.map(|(form, _, text)| (*form, *text)).collect()
}

#[cfg(test)]
mod tests {
    use super::shipped;
    use crate::Form;

    #[test]
    fn every_shipped_form_compiles_under_its_key() {
        let forms = shipped();
        assert!(forms.len() >= 4, "{:?}", forms.keys());
        for (key, sources) in forms {
            let form = Form::compile(&sources).unwrap();
            assert_eq!(form.meta.key, key);
            assert!(!key.starts_with("own-"), "{key} belongs to companies");
            assert!(form.definition.get("source").is_some(), "{key}");
        }
    }
}
