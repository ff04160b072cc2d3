//! The fields and options a condition names, for the compiler to look up.

use super::Condition;
use crate::moment::Moment;

/// One mention of a field in a rule, and what the rule expects of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reference<'a> {
    /// Any field.
    Field(&'a str),
    /// A field with options, among them these.
    Options(&'a str, &'a [String]),
    /// A `choice` with this option.
    Option(&'a str, &'a str),
    /// A `choices` with these options.
    Ticks(&'a str, &'a [String]),
    /// A date.
    Date(&'a str),
    /// A number, money, or `repeat.column` of numbers.
    Number(&'a str),
    /// A repeat.
    Rows(&'a str),
    /// A moment that names no day, or several.
    Unsound,
    /// A value that is no number.
    NoNumber(&'a str),
}

impl Condition {
    /// Every mention in the tree.
    pub(crate) fn references(&self) -> Vec<Reference<'_>> {
        match self {
            Self::Present(field) | Self::None(field) => vec![Reference::Field(field)],
            Self::Is { field, value } => {
                vec![Reference::Options(field, std::slice::from_ref(value))]
            }
            Self::AnyOf { field, values } => vec![Reference::Options(field, values)],
            Self::Includes { field, options } => vec![Reference::Ticks(field, options)],
            Self::Before { field, than } | Self::After { field, than } => {
                let mut all = vec![Reference::Date(field)];
                all.extend(than.references());
                all
            }
            Self::Same(a, b) => vec![Reference::Field(a), Reference::Field(b)],
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Self::references).collect(),
            Self::Not(inner) => inner.references(),
        }
    }

    /// The keys of the fields it looks at, once each, in order.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = Vec::new();
        for key in self.references().iter().filter_map(Reference::key) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}

impl<'a> Reference<'a> {
    /// The key of the field, if the mention has one.
    pub(crate) fn key(&self) -> Option<&'a str> {
        match self {
            Self::Field(key)
            | Self::Option(key, _)
            | Self::Options(key, _)
            | Self::Ticks(key, _)
            | Self::Date(key)
            | Self::Number(key)
            | Self::Rows(key) => Some(key),
            Self::Unsound | Self::NoNumber(_) => None,
        }
    }
}

impl Moment {
    /// Its mention, or that it is unsound.
    pub(crate) fn references(&self) -> Vec<Reference<'_>> {
        if !self.is_sound() {
            return vec![Reference::Unsound];
        }
        self.field
            .as_deref()
            .map(Reference::Date)
            .into_iter()
            .collect()
    }
}
