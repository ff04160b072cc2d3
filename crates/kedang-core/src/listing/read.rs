//! Reads a question from the parameters of an address. Empty parameters count as not given, so
//! that a plain form can send all of its fields.

use jiff::civil::Date;

use super::answer_draft::AnswerDraft;
use super::besides;
use super::filter::MOST_VALUES;
use super::{Choice, Column, Field, Filter, Question, Sort, Test};
use crate::entry::Entry;
use crate::id::CustomerId;
use crate::problem::Problem;

/// Days outside these years are mistyped.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2999;

impl Question {
    /// Reads a query, percent-encoded, without `?`.
    ///
    /// # Errors
    /// `list.question_wrong`, with the parameters that do not hold.
    pub fn from_query(query: &str) -> Result<Self, Problem> {
        Self::from_pairs(form_urlencoded::parse(query.as_bytes()))
    }

    /// Reads decoded parameters. A parameter may be repeated or hold several values between commas.
    ///
    /// # Errors
    /// `list.question_wrong`, with the parameters that do not hold.
    pub fn from_pairs<K, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Result<Self, Problem>
    where
        K: AsRef<str>,
        V: AsRef<str>,
    {
        let mut draft = Draft::default();
        for (key, value) in pairs {
            let value = value.as_ref().trim();
            if !value.is_empty() {
                draft.take(key.as_ref(), value);
            }
        }
        draft.done()
    }
}

/// A question half read.
#[derive(Default)]
struct Draft {
    entry: Entry,
    choices: Vec<(Field, Vec<Choice>)>,
    days: Vec<(Field, Option<Date>, Option<Date>)>,
    answers: AnswerDraft,
    under: Option<CustomerId>,
    sort: Sort,
    columns: Vec<Column>,
}

impl Draft {
    fn take(&mut self, key: &str, value: &str) {
        match key {
            "sort" => match Sort::from_key(value) {
                Some(sort) => self.sort = sort,
                None => self.entry.refuse("sort", "list.sort_unknown"),
            },
            "columns" => self.columns(value),
            "under" => match CustomerId::parse(value) {
                Ok(id) => self.under = Some(id),
                Err(_) => self.entry.refuse("under", "list.under_wrong"),
            },
            _ if let Some((part, form, field)) = besides::parted(key) => {
                let of = (form, field);
                self.answers.take(&mut self.entry, part, of, value);
            }
            _ => match named(key) {
                Some((field, None)) => self.values(field, value),
                Some((field, Some(first))) => self.day(key, field, first, value),
                None => self.entry.refuse(key, "list.field_unknown"),
            },
        }
    }

    fn columns(&mut self, value: &str) {
        for key in parts(value) {
            match Column::from_key(key) {
                Some(column) if self.columns.contains(&column) => {}
                Some(column) => self.columns.push(column),
                None => self.entry.refuse("columns", "list.column_unknown"),
            }
        }
    }

    fn values(&mut self, field: Field, value: &str) {
        for part in parts(value) {
            let Some(choice) = field.choice(part) else {
                let value = vec![("value", part.into())];
                self.entry.note(field.key(), "list.value_unknown", value);
                return;
            };
            match self.choices.iter_mut().find(|(known, _)| *known == field) {
                Some((_, choices)) => choices.push(choice),
                None => self.choices.push((field, vec![choice])),
            }
        }
    }

    fn day(&mut self, key: &str, field: Field, first: bool, value: &str) {
        let day = value.parse::<Date>().ok();
        let Some(day) = day.filter(|day| YEARS.contains(&day.year()) && value.len() == 10) else {
            self.entry.refuse(key, "list.day_wrong");
            return;
        };
        let at = self.days.iter().position(|(known, ..)| *known == field);
        let at = at.unwrap_or_else(|| {
            self.days.push((field, None, None));
            self.days.len() - 1
        });
        if let Some((_, from, to)) = self.days.get_mut(at) {
            *(if first { from } else { to }) = Some(day);
        }
    }

    fn done(mut self) -> Result<Question, Problem> {
        let mut filters = Vec::new();
        for field in Field::ALL {
            if let Some((_, choices)) = self.choices.iter_mut().find(|(known, _)| *known == field) {
                choices.sort();
                choices.dedup();
                if choices.len() > MOST_VALUES {
                    let max = vec![("max", MOST_VALUES.into())];
                    self.entry.note(field.key(), "list.values_many", max);
                }
                let test = Test::OneOf(std::mem::take(choices));
                filters.push(Filter { field, test });
            }
            let days = self.days.iter().find(|(known, ..)| *known == field);
            if let Some(&(_, from, to)) = days {
                if from.zip(to).is_some_and(|(from, to)| from > to) {
                    let key = format!("{}_to", field.key());
                    self.entry.refuse(&key, "list.days_crossed");
                }
                let test = Test::Days { from, to };
                filters.push(Filter { field, test });
            }
        }
        let answers = self.answers.done(&mut self.entry);
        if self.columns.is_empty() {
            self.columns = Column::DEFAULT.to_vec();
        } else if !self.columns.contains(&Column::Name) {
            // Without the name a row could not be opened.
            self.columns.insert(0, Column::Name);
        }
        if self.entry.holds() {
            Ok(Question {
                filters,
                answers,
                under: self.under,
                sort: self.sort,
                columns: self.columns,
            })
        } else {
            Err(self.entry.refusal("list.question_wrong"))
        }
    }
}

/// The field of a parameter; for a day also whether it is the first one.
fn named(key: &str) -> Option<(Field, Option<bool>)> {
    Field::ALL.into_iter().find_map(|field| {
        let end = key.strip_prefix(field.key())?;
        match (end, field.is_day()) {
            ("", false) => Some((field, None)),
            ("_from", true) => Some((field, Some(true))),
            ("_to", true) => Some((field, Some(false))),
            _ => None,
        }
    })
}

/// The values between commas, of either width.
pub(super) fn parts(value: &str) -> impl Iterator<Item = &str> {
    let parts = value.split([',', '，', '、']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Question {
        Question::from_query(query).unwrap_or_else(|e| panic!("{query}: {e}"))
    }

    #[test]
    fn one_question_has_one_text() {
        for (query, canonical) in [
            ("", ""),
            ("stage=&grade=&city=&sort=&columns=&created_from=", ""),
            ("sort=-updated", ""),
            (
                "grade=A&stage=lost&stage=active",
                "stage=active,lost&grade=A",
            ),
            (
                "stage=lost,active,lost&grade=none,B",
                "stage=active,lost&grade=B,none",
            ),
            (
                "city=%E6%9D%AD%E5%B7%9E%E5%B8%82%EF%BC%8Ca%26b",
                "city=a%26b,%E6%9D%AD%E5%B7%9E%E5%B8%82",
            ),
            ("sort=name&owner=none,me", "owner=me,none&sort=name"),
            (
                "updated_to=2026-11-25&created_from=2026-01-01",
                "created_from=2026-01-01&updated_to=2026-11-25",
            ),
            (
                "columns=name,stage,owner,city,mobile,department,updated",
                "",
            ),
            ("columns=code&columns=fax,code", "columns=name,code,fax"),
            (
                "answer.key-account.nature=state&answer.customer-card.region.name=b,a&under=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b&answer.key-account.nature=",
                "answer.customer-card.region.name=a,b&answer.key-account.nature=state&under=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
            ),
            (
                "answer_to.mining.founded=2020&answer_from.mining.founded=1985-03",
                "answer_from.mining.founded=1985-03&answer_to.mining.founded=2020",
            ),
        ] {
            let question = read(query);
            assert_eq!(question.to_query(), canonical, "{query}");
            assert_eq!(read(canonical), question, "{query}");
            assert_eq!(read(&question.to_explicit_query()), question, "{query}");
        }
    }

    #[test]
    fn every_column_and_order_can_be_asked_for() {
        for column in Column::all() {
            assert_eq!(Column::from_key(column.key()), Some(column));
        }
        for key in ["updated", "-updated", "name", "-name", "code", "-created"] {
            assert_eq!(read(&format!("sort={key}")).sort.key(), key);
        }
        let summary = Question::summary();
        assert_eq!(read(&summary.to_query()), summary);
    }

    #[test]
    fn what_is_not_known_is_named() {
        let many: Vec<String> = (0..21).map(|n| format!("c{n}")).collect();
        let many = format!("city={}", many.join(","));
        let long = format!("city={}", "x".repeat(61));
        for (query, field, code) in [
            ("wat=1", "wat", "list.field_unknown"),
            ("created=2026-01-01", "created", "list.field_unknown"),
            ("stage_from=2026-01-01", "stage_from", "list.field_unknown"),
            ("stage=gone", "stage", "list.value_unknown"),
            ("stage=none", "stage", "list.value_unknown"),
            ("kind=none", "kind", "list.value_unknown"),
            ("grade=E", "grade", "list.value_unknown"),
            ("grade=me", "grade", "list.value_unknown"),
            ("owner=x", "owner", "list.value_unknown"),
            ("department=me", "department", "list.value_unknown"),
            ("city=a%00b", "city", "list.value_unknown"),
            (long.as_str(), "city", "list.value_unknown"),
            (many.as_str(), "city", "list.values_many"),
            ("created_from=2026-02-30", "created_from", "list.day_wrong"),
            ("created_from=2026", "created_from", "list.day_wrong"),
            ("updated_to=0001-01-01", "updated_to", "list.day_wrong"),
            (
                "created_from=2026-02-02&created_to=2026-02-01",
                "created_to",
                "list.days_crossed",
            ),
            ("under=x", "under", "list.under_wrong"),
            ("answer.mining=x", "answer.mining", "list.field_unknown"),
            ("answer.a b.c=x", "answer.a b.c", "list.field_unknown"),
            (
                "answer.a.b=x&answer_from.a.b=1",
                "answer.a.b",
                "list.answer_twice",
            ),
            ("answer.a.b=x%00y", "answer.a.b", "list.value_unknown"),
            (
                "answer.a.a=x&answer.a.b=x&answer.a.c=x&answer.a.d=x&answer.a.e=x&answer.a.f=x",
                "answer",
                "list.answers_many",
            ),
            ("sort=grade", "sort", "list.sort_unknown"),
            ("sort=--name", "sort", "list.sort_unknown"),
            (
                "columns=name,password_hash",
                "columns",
                "list.column_unknown",
            ),
        ] {
            let problem = Question::from_query(query).expect_err(query);
            assert_eq!(problem.code, "list.question_wrong", "{query}");
            let got: Vec<_> = problem
                .fields
                .iter()
                .map(|f| (f.field.as_str(), f.code))
                .collect();
            assert_eq!(got, [(field, code)], "{query}");
        }
    }
}
