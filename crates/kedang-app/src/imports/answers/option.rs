//! Words of a cell as options of a field.

use kedang_form::{Field, Form};
use kedang_sheet::{list, sex};

/// The options that a cell names; what is none of them stands in the other list.
pub(super) fn options(form: &Form, field: &Field, text: &str) -> (Vec<String>, Vec<String>) {
    let (mut known, mut others) = (Vec::new(), Vec::new());
    for word in list(text).split('\u{3001}') {
        match option(form, field, word) {
            Some(code) => known.push(code),
            None => others.push(word.to_owned()),
        }
    }
    (known, others)
}

/// The option that a word names: by its own word in any language, by its code, or, where one alone
/// fits, but for the sign at the end (`A` is `A 型`).
pub(super) fn option(form: &Form, field: &Field, word: &str) -> Option<String> {
    let asked = plain(word);
    let words = |code: &String| -> Vec<String> {
        let mut all = vec![plain(code)];
        for language in form.languages() {
            all.push(plain(field.option_word(form.words_in(language), code)));
        }
        all
    };
    let same = field
        .options()
        .iter()
        .find(|code| words(code).contains(&asked));
    let short = |one: &String| {
        one.chars()
            .next_back()
            .map(|last| one.trim_end_matches(last).to_owned())
    };
    let near = |code: &&String| {
        let all = words(code);
        let cut = short(&asked);
        all.iter()
            .any(|one| short(one).is_some_and(|cut| cut == asked) || cut.as_ref() == Some(one))
    };
    let found = same.cloned().or_else(|| {
        let near: Vec<_> = field.options().iter().filter(near).collect();
        match near.as_slice() {
            [one] if !asked.is_empty() => Some((*one).clone()),
            _ => None,
        }
    });
    found.or_else(|| {
        let read = sex(word).value?;
        field.options().iter().find(|code| **code == read).cloned()
    })
}

/// The one option whose words hold the word in them: 大学 may be 大学本科. Somebody has to look.
pub(super) fn nearly(form: &Form, field: &Field, word: &str) -> Option<(String, String)> {
    let asked = plain(word);
    if asked.chars().count() < 2 {
        return None;
    }
    let said = |code: &String| field.option_word(form.words(), code).to_owned();
    let mut near = field
        .options()
        .iter()
        .filter(|code| plain(&said(code)).contains(&asked));
    match (near.next(), near.next()) {
        (Some(code), None) => Some((code.clone(), said(code))),
        _ => None,
    }
}

/// As compared: without blanks and signs, in half width and lower case.
fn plain(text: &str) -> String {
    let narrow = |c: char| match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let said = text.chars().map(narrow).filter(|c| c.is_alphanumeric());
    said.flat_map(char::to_lowercase).collect()
}
