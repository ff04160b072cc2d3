//! A value put into a sentence.

use fluent_bundle::FluentValue;

use crate::number;

/// A value for a `{ $name }` of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text, shown as it stands.
    Text(&'a str),
    /// A whole number: picks plural forms, is shown with plain digits by `{ $n }` and with
    /// thousands separators by `{ NUMBER($n) }`. Exact up to 2⁵³, Fluent's own number being a
    /// 64-bit float; a larger figure or one with decimals comes as [`Arg::Text`].
    Number(i64),
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => Self::from(text),
            Arg::Number(value) => Self::Number(number::plain(value)),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}
