//! The numerals of a table of contents: 一, 二, 三.

use kedang_words::Tongue;

/// The numeral of the `index`-th section, counted from 0.
pub(super) fn numeral(t: Tongue<'_>, index: usize) -> String {
    let n = i64::try_from(index).unwrap_or_default().saturating_add(1);
    t.with("cards-numeral", &[("n", n.into())]).into_owned()
}
