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

impl Form {
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
