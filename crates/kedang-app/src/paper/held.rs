//! What is known of an answer by whoever prints it.

use crate::forms::{Answer, Answers, Field, Value};

/// What is known of an answer.
#[derive(Debug, Clone, Copy)]
pub enum Held<'a> {
    /// Nothing: the line stays blank.
    Blank,
    /// There is an answer, and it is not for this reader.
    Masked,
    /// 无.
    None,
    /// The answer.
    Given(&'a Value),
}

/// What a reader is told of an answer.
#[must_use]
pub fn held<'a>(answers: &'a Answers, masked: &[String], field: &Field, path: &str) -> Held<'a> {
    if masked.iter().any(|one| one == path) {
        return Held::Masked;
    }
    match answers.get(&field.key) {
        None => Held::Blank,
        Some(Answer::None) => Held::None,
        Some(Answer::Given(value)) => Held::Given(value),
    }
}

/// A number that the form computes.
#[must_use]
pub fn computed<'a>(known: &'a [(String, Value)], path: &str) -> Held<'a> {
    let found = known.iter().find(|(known, _)| known == path);
    found.map_or(Held::Blank, |(_, value)| Held::Given(value))
}
