//! A finding made ready for the catalogue of words: keys of fields become their labels.

use kedang_form::{Finding, Form};

/// What a face needs to say a finding in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The sentence, if the form brings its own.
    pub own: Option<String>,
    /// The code, a key of `findings.ftl` unless the form has its own sentence.
    pub code: String,
    /// The arguments, `label` (of the field, or the form's title) among them.
    pub args: Vec<(String, String)>,
}

/// Puts the words of the form in `language` (a tag) to a finding.
#[must_use]
pub fn phrase(form: &Form, finding: &Finding, language: &str) -> Phrase {
    let words = form.words_in(language);
    let label = |path: &str| {
        form.field_at(path)
            .map(|field| words.label(&field.path).to_owned())
    };
    let mut args: Vec<(String, String)> = finding
        .args
        .iter()
        .map(|(name, value)| {
            let text = match name.as_str() {
                "depends_on" => value
                    .split(' ')
                    .map(|key| label(key).unwrap_or_else(|| key.to_owned()))
                    .collect::<Vec<_>>()
                    .join(" / "),
                "option" => option(form, &finding.field, value, language),
                "unit" => words.unit.get(value).unwrap_or(value).clone(),
                _ => value.clone(),
            };
            (name.clone(), text)
        })
        .collect();
    let about = label(&finding.field).unwrap_or_else(|| words.title.clone());
    args.push(("label".to_owned(), about));
    Phrase {
        own: words.finding(&finding.code).map(str::to_owned),
        code: finding.code.to_string(),
        args,
    }
}

/// The words of an option of the field at `path`.
fn option(form: &Form, path: &str, code: &str, language: &str) -> String {
    let field = form.field_at(path);
    let table = field.and_then(|f| form.words_in(language).option.get(f.option_table()));
    table
        .and_then(|table| table.get(code))
        .map_or_else(|| code.to_owned(), Clone::clone)
}
