//! A question as the query of an address: one text for one question.

use std::fmt::Write as _;

use super::besides::{Part, parameter};
use super::{AnswerTest, Column, Question, Sort, Test};

impl Question {
    /// The canonical query, without `?`; empty for the default question. Percent-encoded, so that
    /// it can stand in an address as it is.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        for filter in &self.filters {
            let key = filter.field.key();
            match &filter.test {
                Test::OneOf(choices) => {
                    add(&mut query, key, "", choices.iter().map(super::Choice::key));
                }
                Test::Days { from, to } => {
                    let day = |day: &jiff::civil::Date| day.to_string();
                    let (from, to) = (from.as_ref().map(day), to.as_ref().map(day));
                    add(&mut query, key, "_from", from.as_deref());
                    add(&mut query, key, "_to", to.as_deref());
                }
            }
        }
        for filter in &self.answers {
            let key = |part| parameter(part, &filter.form, &filter.field);
            match &filter.test {
                AnswerTest::OneOf(values) => {
                    let values = values.iter().map(String::as_str);
                    add(&mut query, &key(Part::Values), "", values);
                }
                AnswerTest::Between { from, to } => {
                    add(&mut query, &key(Part::From), "", from.as_deref());
                    add(&mut query, &key(Part::To), "", to.as_deref());
                }
            }
        }
        add(
            &mut query,
            "under",
            "",
            self.under.as_ref().map(|id| id.as_str()),
        );
        if self.sort != Sort::default() {
            add(&mut query, "sort", "", [self.sort.key().as_str()]);
        }
        if self.columns != Column::DEFAULT {
            let keys = self.columns.iter().map(|column| column.key());
            add(&mut query, "columns", "", keys);
        }
        query
    }

    /// Like [`Question::to_query`], but never empty: an address that says the default question
    /// in words.
    #[must_use]
    pub fn to_explicit_query(&self) -> String {
        let query = self.to_query();
        if query.is_empty() {
            format!("sort={}", self.sort.key())
        } else {
            query
        }
    }
}

/// Adds a parameter, unless it has no value.
fn add<'a>(query: &mut String, key: &str, end: &str, values: impl IntoIterator<Item = &'a str>) {
    for (n, value) in values.into_iter().enumerate() {
        if n > 0 {
            query.push(',');
        } else {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(key);
            query.push_str(end);
            query.push('=');
        }
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
                query.push(char::from(byte));
            } else {
                // Writing into a String cannot fail.
                write!(query, "%{byte:02X}").unwrap_or_default();
            }
        }
    }
}
