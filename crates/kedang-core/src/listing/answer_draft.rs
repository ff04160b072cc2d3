//! What a question asks of answers, while its parameters are read.

use super::besides::{self, Part};
use super::filter::MOST_VALUES;
use super::read::parts;
use super::{AnswerFilter, AnswerTest, MOST_ANSWERS, answer_key};
use crate::entry::Entry;

/// Answers asked for so far.
#[derive(Default)]
pub(super) struct AnswerDraft(Vec<AnswerFilter>);

impl AnswerDraft {
    /// Takes a parameter of the field `of` a form.
    pub(super) fn take(&mut self, entry: &mut Entry, part: Part, of: (&str, &str), value: &str) {
        let key = || answer_key(of.0, of.1);
        if !besides::is_value(value) {
            entry.note(&key(), "list.value_unknown", vec![("value", value.into())]);
            return;
        }
        match (part, self.of(part, of)) {
            (Part::Values, AnswerTest::OneOf(values)) => {
                values.extend(parts(value).map(str::to_owned));
            }
            (Part::From, AnswerTest::Between { from, .. }) => *from = Some(value.to_owned()),
            (Part::To, AnswerTest::Between { to, .. }) => *to = Some(value.to_owned()),
            // Values and bounds of one answer at once.
            _ => entry.refuse(&key(), "list.answer_twice"),
        }
    }

    /// What is asked of this field already, or a new question of the kind that the part needs.
    fn of(&mut self, part: Part, (form, field): (&str, &str)) -> &mut AnswerTest {
        let known = |filter: &AnswerFilter| filter.form == form && filter.field == field;
        let at = self.0.iter().position(known).unwrap_or(self.0.len());
        if at == self.0.len() {
            let test = match part {
                Part::Values => AnswerTest::OneOf(Vec::new()),
                Part::From | Part::To => AnswerTest::Between {
                    from: None,
                    to: None,
                },
            };
            let (form, field) = (form.to_owned(), field.to_owned());
            self.0.push(AnswerFilter { form, field, test });
        }
        &mut self.0[at].test
    }

    /// In their order, without repeats; notes where there are too many.
    pub(super) fn done(mut self, entry: &mut Entry) -> Vec<AnswerFilter> {
        self.0
            .sort_by(|a, b| (&a.form, &a.field).cmp(&(&b.form, &b.field)));
        for filter in &mut self.0 {
            let key = answer_key(&filter.form, &filter.field);
            if let AnswerTest::OneOf(values) = &mut filter.test {
                values.sort();
                values.dedup();
                if values.len() > MOST_VALUES {
                    entry.note(&key, "list.values_many", vec![("max", MOST_VALUES.into())]);
                }
            }
        }
        if self.0.len() > MOST_ANSWERS {
            let max = vec![("max", MOST_ANSWERS.into())];
            entry.note("answer", "list.answers_many", max);
        }
        self.0
    }
}
