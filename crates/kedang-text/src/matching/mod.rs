//! Re-checks candidates on their real texts and ranks them.

mod digits;
mod near;
mod score;
mod spell;
mod strict;
mod target;

pub(crate) use near::{Near, near};
pub use score::Hit;
pub(crate) use spell::{full, initials};
pub(crate) use strict::text_at;
pub(crate) use target::Target;

/// Where in a text a term was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// It is the whole text.
    Whole,
    /// It begins the text; or, for numbers and codes, ends it.
    Edge,
    /// Anywhere else.
    Inside,
}

/// How a term was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Character by character.
    Text,
    /// As full pinyin.
    Spelled,
    /// As full pinyin with a less plausible reading.
    SpelledOdd,
    /// As initials.
    Initials,
    /// As initials of a less plausible reading.
    InitialsOdd,
    /// With two neighbours swapped.
    Swapped,
    /// By sound: other characters of the same reading.
    Sound,
    /// By sounds people mix up.
    Blurred,
    /// As a mixture of full pinyin and initials.
    Shorthand,
    /// With one wrong, missing or superfluous character.
    OneOff,
}

impl Way {
    /// The same with a less plausible reading.
    fn second(self) -> Self {
        match self {
            Self::Spelled => Self::SpelledOdd,
            Self::Initials => Self::InitialsOdd,
            other => other,
        }
    }
}

/// A term found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) place: Place,
    pub(crate) way: Way,
    /// Glyph range.
    pub(crate) start: usize,
    pub(crate) end: usize,
}
