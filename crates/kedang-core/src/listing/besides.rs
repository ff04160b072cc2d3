//! What a list may be narrowed by besides the customer's own fields: indexed answers of its cards
//! and its place in a tree of branches.

use crate::id::CustomerId;

/// Answers that one question may ask for at most.
pub const MOST_ANSWERS: usize = 5;
/// Characters of a form's key, of a path or of a value at most.
const LONGEST: usize = 120;

/// A question about an indexed answer, as an address has it: which forms and fields there are is
/// not known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFilter {
    /// Key of the form.
    pub form: String,
    /// Path of the field: its key, or `repeat.column`.
    pub field: String,
    /// What must hold.
    pub test: AnswerTest,
}

/// What must hold of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerTest {
    /// One of these, sorted and without repeats.
    OneOf(Vec<String>),
    /// Between two values, both included, as typed.
    Between {
        /// The least.
        from: Option<String>,
        /// The most.
        to: Option<String>,
    },
}

/// Which part of a question about an answer a parameter brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Values,
    From,
    To,
}

impl Part {
    pub(super) const ALL: [Self; 3] = [Self::Values, Self::From, Self::To];

    /// The first word of the parameter.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Values => "answer",
            Self::From => "answer_from",
            Self::To => "answer_to",
        }
    }
}

/// The parameter that asks for values of an answer: `answer.form.field`.
#[must_use]
pub fn answer_key(form: &str, field: &str) -> String {
    parameter(Part::Values, form, field)
}

/// The parameters that ask for the least and the most of an answer.
#[must_use]
pub fn answer_bounds(form: &str, field: &str) -> [String; 2] {
    [Part::From, Part::To].map(|part| parameter(part, form, field))
}

pub(super) fn parameter(part: Part, form: &str, field: &str) -> String {
    format!("{}.{form}.{field}", part.key())
}

/// Takes a parameter apart; `None` when it asks for no answer.
pub(super) fn parted(key: &str) -> Option<(Part, &str, &str)> {
    let (word, rest) = key.split_once('.')?;
    let part = Part::ALL.into_iter().find(|part| part.key() == word)?;
    let (form, field) = rest.split_once('.')?;
    let fits = |text: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        !text.is_empty() && text.len() <= LONGEST && text.chars().all(plain)
    };
    (fits(form) && fits(field)).then_some((part, form, field))
}

/// Whether a value can stand in a question.
pub(super) fn is_value(text: &str) -> bool {
    text.chars().count() <= LONGEST && !text.chars().any(char::is_control)
}

/// A condition besides those on the customer itself, as the database is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Besides {
    /// A card of the customer holds such an answer.
    Answer {
        /// Key of the form.
        form: String,
        /// Path of the field.
        field: String,
        /// The values wanted.
        wanted: Told,
    },
    /// It is this customer or one of its branches, however far below.
    Under(CustomerId),
    /// Nothing holds: what is asked for is not for this reader.
    Nothing,
}

/// The values wanted of an answer, by the column they lie in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// One of these texts or option codes.
    Text(Vec<String>),
    /// A number times ten to the decimals of its field; money in 分. Both ends included.
    Number {
        /// The least.
        from: Option<i64>,
        /// The most.
        to: Option<i64>,
    },
    /// A date of the solar calendar with a year, as stored. Both ends included.
    Date {
        /// The first day.
        from: Option<String>,
        /// The last day, with all that it begins with: '1985' takes the whole year.
        to: Option<String>,
    },
}
