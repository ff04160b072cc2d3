//! A cell as somebody would have typed it into a form.

use kedang_form::{Field, Form, Kind, Pairs, PartialDate};
use kedang_sheet::{Doubt, clean, date, is_nothing, unit};

use super::option::{nearly, option, options};

/// A cell on its way into a field.
pub(in crate::imports) struct Typing<'a> {
    pub(in crate::imports) form: &'a Form,
    pub(in crate::imports) field: &'a Field,
    /// The header of its column.
    pub(in crate::imports) header: &'a str,
    pub(in crate::imports) cell: &'a str,
    /// The company's date.
    pub(in crate::imports) today: &'a str,
}

/// Types a cell in; false when it says nothing. Answers in `mended` what it was taken for where
/// that is another thing than what was written.
pub(in crate::imports) fn type_in(
    typing: &Typing,
    pairs: &mut Pairs,
    mended: &mut Option<String>,
) -> bool {
    let Typing {
        form, field, cell, ..
    } = typing;
    let text = clean(cell);
    let mut put = |name: String, text: String| pairs.entry(name).or_default().push(text);
    if is_nothing(&text) {
        // Said to be none, where that is an answer; else nothing was said.
        let none = field.none_allowed && text.chars().any(char::is_alphabetic);
        if none {
            put(format!("{}!none", field.key), "1".to_owned());
        }
        return none;
    }
    match &field.kind {
        Kind::Choices(kind) => {
            let (known, others) = options(form, field, &text);
            let other = kind.other.as_ref().filter(|_| !others.is_empty());
            for code in known {
                put(field.key.clone(), code);
            }
            match other {
                Some(code) => {
                    put(field.key.clone(), code.clone());
                    put(format!("{}.other", field.key), others.join("\u{3001}"));
                }
                None => others
                    .into_iter()
                    .for_each(|word| put(field.key.clone(), word)),
            }
        }
        Kind::Choice(_) => {
            let code = option(form, field, &text).or_else(|| {
                let (code, word) = nearly(form, field, &text)?;
                *mended = Some(word);
                Some(code)
            });
            put(field.key.clone(), code.unwrap_or(text));
        }
        Kind::Date(_) => {
            let read = day(&text, typing.today);
            if read != text {
                *mended = Some(read.clone());
            }
            put(field.key.clone(), read);
        }
        Kind::Number(_) => put(field.key.clone(), figure(&text, "")),
        Kind::Money(_) => put(field.key.clone(), figure(&text, typing.header)),
        Kind::LongText(_) => put(field.key.clone(), text),
        _ => put(field.key.clone(), text.replace('\n', " ")),
    }
    true
}

/// A day as the form reads it, or, where it does not, as a spreadsheet would have it.
fn day(text: &str, today: &str) -> String {
    if PartialDate::parse(text).is_ok() {
        return text.to_owned();
    }
    let read = date(text, today);
    match (read.value, read.doubt) {
        (Some(day), None | Some(Doubt::Mended | Doubt::NoYear)) => day,
        _ => text.to_owned(),
    }
}

/// A figure without its groups, in the unit of its header where it has none.
fn figure(text: &str, header: &str) -> String {
    let bare: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '\u{ff0c}'))
        .collect();
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | ' ');
    match unit(header) {
        Some(unit) if bare.chars().all(numeric) => format!("{bare}{unit}"),
        _ => bare,
    }
}
