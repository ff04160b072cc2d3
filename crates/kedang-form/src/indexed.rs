//! The answers that filters and sorts need, one plain value each.

use crate::answers::Answers;
use crate::field::{Field, PiClass};
use crate::form::Form;
use crate::kinds::Kind;
use crate::search::given;
use crate::value::Value;
use crate::words::Lexicon;

/// One indexed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indexed {
    /// Field path; a cell is `repeat.column`.
    pub path: String,
    /// The value.
    pub value: IndexedValue,
}

/// A value by the column it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndexedValue {
    /// Text or option code.
    Text(String),
    /// Number times ten to the decimals of the field; money in 分.
    Number(i64),
    /// Date in its stored form.
    Date(String),
}

/// How an indexed answer is asked for in a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedBy {
    /// By one or more of its option codes.
    Options,
    /// Between two numbers, kept times ten to this many places; money, typed in 元, has two.
    Number(u32),
    /// Between two dates.
    Dates,
    /// By the text itself.
    Text,
}

impl Field {
    /// How it is asked for in a filter; `None` if it is not indexed.
    #[must_use]
    pub fn asked_by(&self) -> Option<AskedBy> {
        if !self.indexed || self.pi_class == PiClass::P2 {
            return None;
        }
        Some(match &self.kind {
            Kind::Number(kind) => AskedBy::Number(u32::from(kind.decimals)),
            Kind::Money(_) => AskedBy::Number(2),
            Kind::Scale(_) => AskedBy::Number(0),
            Kind::Date(_) => AskedBy::Dates,
            Kind::Choice(_) | Kind::Choices(_) => AskedBy::Options,
            Kind::Repeat(_) => return None,
            _ => AskedBy::Text,
        })
    }
}

impl Form {
    /// The fields and columns that a filter may ask about, in the order of the form.
    pub fn asked_fields(&self) -> impl Iterator<Item = &Field> {
        let all = self.fields.iter();
        let all = all.flat_map(|field| std::iter::once(field).chain(field.columns()));
        all.filter(|field| field.asked_by().is_some() && !field.retired)
    }

    /// The values of all fields tagged `indexed`; P2 fields never are (the compiler sees to it).
    #[must_use]
    pub fn indexed(&self, answers: &Answers) -> Vec<Indexed> {
        let mut all = Vec::new();
        for (field, value) in given(&self.fields, answers) {
            all.extend(self.index(field, value));
            for row in value.rows() {
                let cells = given(field.columns(), &row.cells);
                all.extend(cells.flat_map(|(column, value)| self.index(column, value)));
            }
        }
        all
    }

    fn index(&self, field: &Field, value: &Value) -> Vec<Indexed> {
        if !field.indexed || field.pi_class == PiClass::P2 {
            return Vec::new();
        }
        let entry = |value| Indexed {
            path: field.path.clone(),
            value,
        };
        let text = value.as_text().unwrap_or_default();
        let number = |places: u32| {
            let scaled = crate::decimal::Decimal::parse(text).and_then(|d| d.scaled(places));
            scaled
                .map(|n| entry(IndexedValue::Number(n)))
                .into_iter()
                .collect()
        };
        match &field.kind {
            Kind::Number(kind) => number(u32::from(kind.decimals)),
            Kind::Money(_) | Kind::Scale(_) => number(0),
            Kind::Date(_) => vec![entry(IndexedValue::Date(text.to_owned()))],
            Kind::Choice(_) => vec![entry(IndexedValue::Text(text.to_owned()))],
            Kind::Choices(_) => {
                let codes = value.picked().into_iter();
                codes
                    .map(|code| entry(IndexedValue::Text(code.to_owned())))
                    .collect()
            }
            Kind::Repeat(_) => Vec::new(),
            kind => {
                let words = Lexicon::new(self.words(), &field.path);
                vec![entry(IndexedValue::Text(kind.as_type().text(value, words)))]
            }
        }
    }
}
