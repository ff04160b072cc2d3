//! The secrecy class of a page, drawn as its edge: colour, pattern and word together.

use maud::{Markup, html};

/// How many may see what the page shows; the order is the order of secrecy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Secrecy {
    /// Anyone.
    Open,
    /// Everyone in the company.
    Inner,
    /// Those whose work needs it.
    Secret,
    /// Persons named one by one.
    Named,
}

impl Secrecy {
    /// The value of `data-sec`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Inner => "inner",
            Self::Secret => "secret",
            Self::Named => "named",
        }
    }
}

/// The full-height strip left of the work: the class word, then what is open and who reads it.
#[must_use]
pub fn edge(secrecy: Secrecy, word: &str, text: &str, label: &str) -> Markup {
    html! {
        aside class="edge" data-sec=(secrecy.code()) aria-label=(label) {
            b { (word) }
            span { (text) }
        }
    }
}

/// The class of one row, card or fact as a small tag.
#[must_use]
pub fn sec(secrecy: Secrecy, word: &str) -> Markup {
    html! { span class="sec" data-sec=(secrecy.code()) { (word) } }
}
