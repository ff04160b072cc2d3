//! What changed between two revisions of a card, cell by cell; sensitive texts are not repeated.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::{Answer, Answers};
use crate::commit::leaves;
use crate::field::PiClass;
use crate::form::Form;
use crate::kinds::Kind;

/// How an answer may be shown in a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// There was no answer.
    Unanswered,
    /// 无.
    None,
    /// The answer in Chinese words.
    Text(String),
    /// There was one, but it is sensitive (P2) and stands only in the sealed store.
    Sealed,
    /// So many rows.
    Rows(usize),
}

/// One answer that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Field key or `repeat.row.column`; a repeat itself when rows came, went or moved.
    pub path: String,
    /// Before.
    pub before: Shown,
    /// After.
    pub after: Shown,
    /// Of an answer with several options, which of its parts differ: `picked`, `other`, `grades`,
    /// `places`, `photos`. Told of sealed answers too: the names of parts say nothing of a person.
    pub parts: Vec<&'static str>,
}

/// The parts of a `choices` answer, in the order in which they are told.
const PARTS: [&str; 5] = ["picked", "other", "grades", "places", "photos"];

/// All answers that differ, in the order of their paths.
#[must_use]
pub fn diff_answers(form: &Form, old: &Answers, new: &Answers) -> Vec<Change> {
    let collect = |answers| {
        leaves(answers, |_| true)
            .into_iter()
            .collect::<BTreeMap<_, _>>()
    };
    let (before, after): (BTreeMap<String, String>, _) = (collect(old), collect(new));
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differs = |path: &&&String| before.get(**path) != after.get(**path);
    let change = |path: &String| Change {
        path: path.clone(),
        before: shown(form, old, path),
        after: shown(form, new, path),
        parts: parts(form, path, [old, new]),
    };
    paths
        .iter()
        .filter(differs)
        .map(|path| change(path))
        .collect()
}

fn shown(form: &Form, answers: &Answers, path: &str) -> Shown {
    let Some(answer) = answer_at(answers, path) else {
        return Shown::Unanswered;
    };
    let field = form.field_at(path);
    if field.is_none_or(|f| f.pi_class == PiClass::P2) {
        return Shown::Sealed;
    }
    match (answer, field) {
        (Answer::None, _) => Shown::None,
        (Answer::Given(value), _) if !value.rows().is_empty() => Shown::Rows(value.rows().len()),
        (Answer::Given(value), Some(field)) => Shown::Text(form.text_of(field, value, "zh-CN")),
        (Answer::Given(_), None) => Shown::Sealed,
    }
}

/// What differs between two given answers of the type `choices`.
fn parts(form: &Form, path: &str, states: [&Answers; 2]) -> Vec<&'static str> {
    let choices = form
        .field_at(path)
        .is_some_and(|f| matches!(f.kind, Kind::Choices(_)));
    match states.map(|answers| answer_at(answers, path)) {
        [Some(Answer::Given(old)), Some(Answer::Given(new))] if choices => {
            let differs = |part: &&&str| old.part(part) != new.part(part);
            PARTS.iter().filter(differs).copied().collect()
        }
        _ => Vec::new(),
    }
}

fn answer_at<'a>(answers: &'a Answers, path: &str) -> Option<&'a Answer> {
    let mut parts = path.splitn(3, '.');
    let (key, row, column) = (parts.next()?, parts.next(), parts.next());
    match row.zip(column) {
        None => answers.get(key),
        Some((row, column)) => {
            let rows = answers.value(key)?.rows();
            rows.iter().find(|r| r.id == row)?.cells.get(column)
        }
    }
}
