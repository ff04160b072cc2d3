//! Why a number is refused, in facts the edges can put into words.

use thiserror::Error;

/// Why a number is refused. `code` is the stable word the edges translate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IdentifierError {
    /// Too few or too many characters.
    #[error("{got} characters instead of {want}")]
    Length {
        /// How many there are.
        got: usize,
        /// How many there must be.
        want: usize,
    },
    /// A character that the numbering does not use.
    #[error("character {0:?} does not occur in such a number")]
    Character(char),
    /// The check digit disagrees with the rest.
    #[error("check digit wrong")]
    CheckDigit,
    /// The region part names no province.
    #[error("no such region")]
    Region,
    /// The birth part is no date of the calendar.
    #[error("no such date of birth")]
    Birth,
    /// Not a number of this kind at all.
    #[error("not such a number")]
    Shape,
}
