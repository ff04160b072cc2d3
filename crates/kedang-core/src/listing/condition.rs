//! A filter as the database is asked: who 'me' is and when a day begins are settled.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Choice, Field, Filter, Question, Test};
use crate::id::StaffId;

/// What must hold of a stored column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The column.
    pub field: Field,
    /// What must hold.
    pub wanted: Wanted,
}

/// The values wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One of these.
    OneOf {
        /// The values.
        values: Vec<String>,
        /// Whether nothing will do too.
        none: bool,
    },
    /// A time.
    Within {
        /// Not before, µs.
        from: Option<i64>,
        /// Before, µs.
        until: Option<i64>,
    },
}

impl Question {
    /// The filters as asked by `me`, with days as `zone` has them.
    #[must_use]
    pub fn conditions(&self, me: &StaffId, zone: &TimeZone) -> Vec<Condition> {
        let settle = |filter: &Filter| Condition {
            field: filter.field,
            wanted: match &filter.test {
                Test::OneOf(choices) => one_of(choices, me),
                Test::Days { from, to } => Wanted::Within {
                    from: from.and_then(|day| day_start(day, zone)),
                    until: to.and_then(|day| day_start(day.tomorrow().ok()?, zone)),
                },
            },
        };
        self.filters.iter().map(settle).collect()
    }
}

fn one_of(choices: &[Choice], me: &StaffId) -> Wanted {
    let mut values: Vec<String> = choices
        .iter()
        .filter_map(|choice| match choice {
            Choice::Value(text) => Some(text.clone()),
            Choice::Me => Some(me.to_string()),
            Choice::Nothing => None,
        })
        .collect();
    // 'Me' may be asked for by name too.
    values.sort();
    values.dedup();
    Wanted::OneOf {
        values,
        none: choices.contains(&Choice::Nothing),
    }
}

/// When a day begins in a time zone, UTC µs; `None` outside the years that a calendar knows.
#[must_use]
pub fn day_start(day: Date, zone: &TimeZone) -> Option<i64> {
    let zoned = day.to_zoned_datetime(zone.clone()).ok()?;
    Some(zoned.timestamp().as_microsecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn me_is_whoever_asks_and_a_day_is_the_companys() {
        let china = TimeZone::fixed(jiff::tz::offset(8));
        let me = StaffId::trusted("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".to_owned());
        let query = format!("owner=me,none,{me}&created_from=2026-11-25&created_to=2026-11-25");
        let question = Question::from_query(&query).expect("a question");
        let [owner, created] = &question.conditions(&me, &china)[..] else {
            panic!("two conditions");
        };
        let wanted = Wanted::OneOf {
            values: vec![me.to_string()],
            none: true,
        };
        assert_eq!(owner.wanted, wanted);
        // Midnight in China is four in the afternoon of the day before in UTC.
        let from = 1_795_536_000_000_000;
        let wanted = Wanted::Within {
            from: Some(from),
            until: Some(from + 86_400_000_000),
        };
        assert_eq!(created.wanted, wanted);
    }
}
