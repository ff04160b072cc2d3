//! From the pairs of an HTML form to a draft: the good answers, and what is wrong with the others.

use crate::answers::{Answer, Answers};
use crate::field::Field;
use crate::finding::Finding;
use crate::form::Form;
use crate::input::{Input, Pairs};
use crate::kinds::Kind;

/// What was typed, as far as it could be read.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The answers that could be read.
    pub answers: Answers,
    /// What could not, by field path. The texts themselves are still in the pairs that were read:
    /// a page shows those again.
    pub findings: Vec<Finding>,
}

/// One field, read.
#[derive(Debug, Default)]
pub(crate) struct ReadField {
    pub(crate) answer: Option<Answer>,
    pub(crate) findings: Vec<Finding>,
}

impl Form {
    /// Reads form pairs: `name`, parts `birth.year`, rows `prefs.0.brand` with `prefs.0.id`, states
    /// `allergy!none` (无) and `allergy!some` (有, the value must follow). Names the form does not
    /// know are none of its business. What is noted of an option goes with its tick: a page sends
    /// it along until it is drawn again. Rows without an id are called `new-1` …: see
    /// [`Answers::name_new_rows`].
    #[must_use]
    pub fn read(&self, pairs: &Pairs) -> Draft {
        let mut draft = Draft::default();
        for field in &self.fields {
            let ticked = match &field.kind {
                Kind::Choices(kind) if kind.notes_more() => Some(kind.of_ticked(pairs, &field.key)),
                _ => None,
            };
            let own = ticked.as_ref().unwrap_or(pairs);
            let read = read_field(field, &Input::new(own, &field.key));
            draft
                .findings
                .extend(read.findings.into_iter().map(|f| f.under(&field.key)));
            if let Some(answer) = read.answer {
                draft.answers.set(&field.key, answer);
            }
        }
        draft
    }

    /// The way back: pairs that read to these answers.
    #[must_use]
    pub fn pairs(&self, answers: &Answers) -> Pairs {
        let mut pairs = Pairs::new();
        for field in self.fields.iter().filter(|f| f.is_stored() && !f.retired) {
            match answers.get(&field.key) {
                Some(Answer::None) => {
                    put(&mut pairs, format!("{}!none", field.key), "1".to_owned());
                }
                Some(Answer::Given(value)) => {
                    for (part, text) in field.kind.as_type().pairs(value) {
                        put(&mut pairs, crate::kinds::join(&field.key, &part), text);
                    }
                }
                None => {}
            }
        }
        pairs
    }
}

pub(crate) fn put(pairs: &mut Pairs, name: String, text: String) {
    pairs.entry(name).or_default().push(text);
}

/// Reads one field or cell; findings carry the path below it.
pub(crate) fn read_field(field: &Field, input: &Input<'_>) -> ReadField {
    if matches!(field.kind, Kind::Computed(_)) && !matches!(input.one(), Ok(None)) {
        return ReadField {
            answer: None,
            findings: vec![Finding::error("form.computed_typed")],
        };
    }
    if field.retired || !field.is_stored() {
        return ReadField::default();
    }
    if let Kind::Repeat(repeat) = &field.kind {
        let read = repeat.read_rows(input);
        let mut out = finish(field, input, Ok(read.value));
        out.findings.extend(read.findings);
        return out;
    }
    // 无 written out is the state, not a text (D07-3), unless the field does not allow it.
    if field.none_allowed && matches!(input.one().as_ref().map(Option::as_deref), Ok(Some("无"))) {
        return ReadField {
            answer: Some(Answer::None),
            ..ReadField::default()
        };
    }
    finish(field, input, field.kind.as_type().parse(input))
}

fn finish(
    field: &Field,
    input: &Input<'_>,
    parsed: Result<Option<crate::value::Value>, Finding>,
) -> ReadField {
    let refuse = |finding| ReadField {
        answer: None,
        findings: vec![finding],
    };
    match parsed {
        Err(finding) => refuse(finding),
        Ok(Some(_)) if input.state("none") => refuse(Finding::error("form.none_and_value")),
        Ok(Some(value)) => ReadField {
            answer: Some(Answer::Given(value)),
            ..ReadField::default()
        },
        Ok(None) if input.state("none") && !field.none_allowed => {
            refuse(Finding::error("form.none_not_allowed"))
        }
        Ok(None) if input.state("none") => ReadField {
            answer: Some(Answer::None),
            ..ReadField::default()
        },
        Ok(None) if input.state("some") => refuse(Finding::error("form.detail_missing")),
        Ok(None) => ReadField::default(),
    }
}
