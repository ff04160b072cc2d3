//! The words of a form: labels, options, help; Chinese required, other languages as twins.

mod languages;
mod lexicon;
mod lint;

pub(crate) use languages::{CHINESE, Languages};
pub use lexicon::{Lexicon, Words};
pub(crate) use lint::lint_words;
