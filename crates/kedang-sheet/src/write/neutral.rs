//! What a spreadsheet would take for a formula, and how CSV keeps it a text.

use std::borrow::Cow;

/// Excel and WPS make a formula of what begins so; of the wide forms too, where the keyboard is
/// Chinese. A tab or a line end before it is skipped by some.
const BEGINS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text as it may stand in CSV: with an apostrophe before what would be a formula, and before
/// what would be taken for one that was made a text.
pub(super) fn neutral(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(BEGINS) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it was before [`neutral`]; any other stays as it is.
pub(crate) fn typed(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(BEGINS) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t_30_what_would_be_a_formula_is_a_text_and_comes_back() {
        for text in [
            "=1+1",
            "+8613800000000",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            "'=1",
            "''+1",
        ] {
            let out = neutral(text);
            assert_eq!(out, format!("'{text}"));
            assert_eq!(typed(&out), text);
        }
        for text in ["", "甲", "'甲", "0512-55501827", "a=b", "'"] {
            assert_eq!(neutral(text), text);
            assert_eq!(typed(text), text);
        }
    }
}
