//! Numbers computed from answers, as data: sums, counts, ages, shares.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::answers::{Answer, Answers};
use crate::condition::{Condition, Reference};
use crate::decimal::Decimal;
use crate::moment::{Moment, date_of};
use crate::scope::Scope;
use crate::value::Value;

/// A number to compute. `repeat.column` means the column over all rows. Money counts in 分.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expression {
    /// A fixed number.
    Value(String),
    /// The number answered under a key; 无 counts as nothing, that is 0.
    Field(String),
    /// The sum; unknown while a plain field in it is unanswered, blank cells of a column aside.
    Sum(Vec<String>),
    /// How many rows, or how many rows for which a condition holds.
    Count {
        /// Repeat key.
        rows: String,
        /// Only rows for which this holds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        when: Option<Condition>,
    },
    /// Completed years from a date to a moment (today, if none is named).
    Age {
        /// Field key of the date of birth or founding.
        of: String,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
    },
    /// The number that stands for the chosen option (D03-4: the rank fixes the weight).
    Chosen {
        /// Field key of a choice.
        of: String,
        /// Option code → number.
        numbers: BTreeMap<String, String>,
    },
    /// The first as percent of the second, two places.
    Share {
        /// Field or `repeat.column`.
        part: String,
        /// Field or `repeat.column`.
        whole: String,
    },
}

impl Expression {
    /// The number, or nothing while it cannot be known.
    #[must_use]
    pub fn evaluate(&self, scope: &Scope<'_>) -> Option<Decimal> {
        match self {
            Self::Value(text) => Decimal::parse(text),
            Self::Field(key) => amount(scope, key),
            Self::Sum(keys) => {
                let mut sum = Decimal::default();
                for key in keys {
                    sum = sum.plus(amount(scope, key)?)?;
                }
                Some(sum)
            }
            Self::Count { rows, when } => {
                let counts = |row| {
                    when.as_ref()
                        .is_none_or(|c| c.holds(&scope.in_row(rows, row)))
                };
                let count = scope.rows(rows).iter().filter(|row| counts(row)).count();
                i64::try_from(count).ok().map(Decimal::whole)
            }
            Self::Age { of, at } => {
                let day = match at {
                    Some(moment) => moment.bounds(scope)?.0,
                    None => scope.context.today,
                };
                date_of(scope, of)?
                    .age_on(day)
                    .map(|years| Decimal::whole(i64::from(years)))
            }
            Self::Chosen { of, numbers } => {
                Decimal::parse(numbers.get(scope.value(of)?.as_text()?)?)
            }
            Self::Share { part, whole } => amount(scope, part)?.percent_of(amount(scope, whole)?),
        }
    }

    /// The fields it names.
    pub(crate) fn references(&self) -> Vec<Reference<'_>> {
        match self {
            Self::Value(text) if Decimal::parse(text).is_none() => vec![Reference::NoNumber(text)],
            Self::Value(_) => vec![],
            Self::Field(key) => vec![Reference::Number(key)],
            Self::Sum(keys) => keys.iter().map(|k| Reference::Number(k)).collect(),
            Self::Count { rows, .. } => vec![Reference::Rows(rows)],
            Self::Age { of, at } => {
                let mut all = vec![Reference::Date(of)];
                all.extend(at.iter().flat_map(Moment::references));
                all
            }
            Self::Chosen { of, numbers } => {
                let unread = numbers.values().filter(|n| Decimal::parse(n).is_none());
                let unread = unread.map(|n| Reference::NoNumber(n));
                let codes = numbers.keys().map(|code| Reference::Option(of, code));
                codes.chain(unread).collect()
            }
            Self::Share { part, whole } => vec![Reference::Number(part), Reference::Number(whole)],
        }
    }
}

/// A field's number, or the sum of a column if any cell of it is answered.
fn amount(scope: &Scope<'_>, path: &str) -> Option<Decimal> {
    let Some((repeat, column)) = path.split_once('.') else {
        return number(scope.answer(path)?);
    };
    let cells = |cells: &Answers| cells.get(column).and_then(number);
    let known: Vec<Decimal> = scope
        .rows(repeat)
        .iter()
        .filter_map(|r| cells(&r.cells))
        .collect();
    if known.is_empty() {
        return None;
    }
    known
        .into_iter()
        .try_fold(Decimal::default(), Decimal::plus)
}

fn number(answer: &Answer) -> Option<Decimal> {
    match answer {
        Answer::None => Some(Decimal::default()),
        Answer::Given(Value::Text(text)) => Decimal::parse(text),
        Answer::Given(_) => None,
    }
}
