//! Pieces of a text over `unnest`: parameters named as its columns, the arrays they come from.

use std::fmt::Write as _;

use super::Kind;
use crate::db::{StoreError, Value};

impl Kind {
    pub(super) fn holds(self, value: &Value) -> bool {
        matches!(
            (self, value),
            (_, Value::Null)
                | (Kind::Bool, Value::Bool(_))
                | (Kind::Int, Value::Int(_))
                | (Kind::Real, Value::Real(_))
                | (Kind::Text | Kind::Json, Value::Text(_))
                | (Kind::Blob, Value::Blob(_))
        )
    }

    /// The array PostgreSQL is sent, and what each element becomes.
    fn array(self) -> (&'static str, &'static str) {
        match self {
            Kind::Bool => ("boolean[]", ""),
            Kind::Int => ("bigint[]", ""),
            Kind::Real => ("float8[]", ""),
            Kind::Text => ("text[]", ""),
            Kind::Json => ("text[]", "::jsonb"),
            Kind::Blob => ("bytea[]", ""),
        }
    }
}

/// Puts `given.c1` where a text says `$1`; none where a digit is missing or has no kind.
pub(super) fn named(text: &str, kinds: &[Kind]) -> Option<String> {
    let mut pieces = text.split('$');
    let mut named = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(piece.len());
        let number: usize = piece[..digits].parse().ok()?;
        let kind = number.checked_sub(1).and_then(|at| kinds.get(at))?;
        write!(
            named,
            "given.c{number}{}{}",
            kind.array().1,
            &piece[digits..]
        )
        .ok()?;
    }
    Some(named)
}

/// `unnest($1::text[], …)`.
pub(super) fn unnest(kinds: &[Kind]) -> String {
    let arrays = kinds
        .iter()
        .zip(1..)
        .map(|(kind, n)| format!("${n}::{}", kind.array().0));
    format!("unnest({})", arrays.collect::<Vec<_>>().join(", "))
}

/// `c1, c2 …`.
pub(super) fn names(kinds: &[Kind]) -> String {
    let names = (1..=kinds.len()).map(|n| format!("c{n}"));
    names.collect::<Vec<_>>().join(", ")
}

/// A text of another shape than `wanted`.
pub(super) fn shape(wanted: &str) -> StoreError {
    StoreError::Type(format!("for many rows it wants: {wanted}"))
}
