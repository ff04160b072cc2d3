//! A form field as data.

use super::choice::Choice;

/// Which control answers a field.
#[derive(Debug, Clone, Copy, Default)]
pub enum Kind<'a> {
    /// One line of text.
    #[default]
    Text,
    /// A secret, never sent back to the page.
    Password,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Tel,
    /// A number; a text box with a numeric keyboard, so that nothing typed is lost.
    Number,
    /// A date, possibly partial: `1988-10-06`, `1988-10`, `1988`.
    Date,
    /// Search words.
    Search,
    /// Several lines, on ruled paper.
    Long,
    /// One of many.
    Select(&'a [Choice<'a>]),
}

impl Kind<'_> {
    /// The `type` of the input element.
    pub(super) const fn input_type(&self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Search => "search",
            Self::Text | Self::Number | Self::Date | Self::Long | Self::Select(_) => "text",
        }
    }

    /// The keyboard a phone shows, where the type does not say it.
    pub(super) const fn input_mode(&self) -> Option<&'static str> {
        match self {
            Self::Number => Some("decimal"),
            Self::Date => Some("numeric"),
            _ => None,
        }
    }
}

/// Width of a field in the form's twelve columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Span {
    /// A quarter.
    Quarter,
    /// A third.
    Third,
    /// A half.
    Half,
    /// Two thirds.
    TwoThirds,
    /// The whole line.
    #[default]
    Full,
}

impl Span {
    /// The class that sets the columns.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Quarter => "c3",
            Self::Third => "c4",
            Self::Half => "c6",
            Self::TwoThirds => "c8",
            Self::Full => "c12",
        }
    }
}

/// A labelled control with help and error; fill in what differs from the default.
#[derive(Debug, Clone, Copy, Default)]
pub struct FieldView<'a> {
    /// Name in the form, also the element's id.
    pub name: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// The answer as typed.
    pub value: &'a str,
    /// Which control.
    pub kind: Kind<'a>,
    /// True if it must be answered.
    pub must: bool,
    /// A quiet line under it.
    pub help: Option<&'a str>,
    /// What was understood: a line in jade under it.
    pub hint: Option<&'a str>,
    /// What is wrong and what would be right; takes the place of `help` and `hint`.
    pub err: Option<&'a str>,
    /// A sample of an answer.
    pub placeholder: Option<&'a str>,
    /// A unit behind it.
    pub affix: Option<&'a str>,
    /// The browser's autofill token, such as `username`.
    pub autocomplete: Option<&'a str>,
    /// Longest answer in characters.
    pub max_len: Option<u32>,
    /// Shown, not to be changed.
    pub readonly: bool,
    /// Takes the focus when the page opens; at most one on a page.
    pub autofocus: bool,
    /// Width in the form.
    pub span: Span,
}
