//! What can be wrong with a request, as a code with arguments.

use std::fmt;

/// An argument of a problem's sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Anything said as it is.
    Text(String),
    /// A count or a limit.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The family of a problem; each face has one answer per family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was sent does not hold; the fields say where.
    Invalid,
    /// Nobody is signed in, or no longer.
    Unauthenticated,
    /// Known, but not allowed.
    Forbidden,
    /// Not there, or not to be known.
    NotFound,
    /// It is elsewhere now; the argument `id` says where.
    Moved,
    /// It clashes with something stored.
    Conflict,
    /// Somebody else changed it in the meantime.
    Stale,
    /// Too many tries; come back later.
    TooMany,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name as in the API and in the form.
    pub field: String,
    /// `noun.problem`, a key of `problems.ftl`.
    pub code: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

/// A refusal with its reason. Codes are stable: scripts may rely on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The family.
    pub kind: Kind,
    /// `noun.problem`, a key of `problems.ftl`.
    pub code: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, Arg)>,
    /// One entry per field that does not hold.
    pub fields: Vec<FieldProblem>,
}

impl Problem {
    fn new(kind: Kind, code: &'static str) -> Self {
        Self {
            kind,
            code,
            args: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// See [`Kind::Invalid`].
    #[must_use]
    pub fn invalid(code: &'static str) -> Self {
        Self::new(Kind::Invalid, code)
    }

    /// See [`Kind::Unauthenticated`].
    #[must_use]
    pub fn unauthenticated(code: &'static str) -> Self {
        Self::new(Kind::Unauthenticated, code)
    }

    /// See [`Kind::Forbidden`].
    #[must_use]
    pub fn forbidden(code: &'static str) -> Self {
        Self::new(Kind::Forbidden, code)
    }

    /// See [`Kind::NotFound`].
    #[must_use]
    pub fn not_found(code: &'static str) -> Self {
        Self::new(Kind::NotFound, code)
    }

    /// See [`Kind::Moved`].
    #[must_use]
    pub fn moved(code: &'static str) -> Self {
        Self::new(Kind::Moved, code)
    }

    /// See [`Kind::Conflict`].
    #[must_use]
    pub fn conflict(code: &'static str) -> Self {
        Self::new(Kind::Conflict, code)
    }

    /// See [`Kind::Stale`].
    #[must_use]
    pub fn stale(code: &'static str) -> Self {
        Self::new(Kind::Stale, code)
    }

    /// See [`Kind::TooMany`].
    #[must_use]
    pub fn too_many(code: &'static str) -> Self {
        Self::new(Kind::TooMany, code)
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Names a field and what is wrong with it.
    #[must_use]
    pub fn field(mut self, field: &str, code: &'static str) -> Self {
        self.fields.push(FieldProblem {
            field: field.to_owned(),
            code,
            args: Vec::new(),
        });
        self
    }

    /// The text of an argument.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let found = self.args.iter().find(|(known, _)| *known == name);
        found.and_then(|(_, arg)| match arg {
            Arg::Text(text) => Some(text.as_str()),
            Arg::Number(_) => None,
        })
    }

    /// The problem of one field, if it has one.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&FieldProblem> {
        self.fields.iter().find(|p| p.field == field)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        for p in &self.fields {
            write!(f, " {}={}", p.field, p.code)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
