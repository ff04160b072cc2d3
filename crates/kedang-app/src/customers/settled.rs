//! A question as the database is asked: who asks is known, and what forms there are.

use jiff::tz::TimeZone;
use kedang_core::CustomerId;
use kedang_core::access::{Action, Reach, reach};
use kedang_core::entry::Entry;
use kedang_core::listing::{
    AnswerFilter, AnswerTest, Besides, Condition, Question, Sort, Told, answer_bounds, answer_key,
};
use kedang_form::{AskedBy, Decimal, Field, PartialDate};
use kedang_store::Tx;
use kedang_store::filter::Asked;

use crate::{AppError, Scene, access};

/// What the reader may see, and what he asks for.
pub(super) struct Settled {
    reach: Reach,
    conditions: Vec<Condition>,
    besides: Vec<Besides>,
    now: i64,
}

impl Settled {
    /// Settles a question.
    ///
    /// # Errors
    /// `list.question_wrong` with `list.answer_unknown`, `list.answer_number` or
    /// `list.answer_date` at the answers that no form has in this way.
    pub(super) fn of(
        tx: &mut Tx,
        scene: &Scene,
        question: &Question,
        zone: &TimeZone,
    ) -> Result<Self, AppError> {
        Self::to(Action::Read, tx, scene, (question, zone))
    }

    /// The same for what the actor may do `action` with.
    ///
    /// # Errors
    /// As [`Settled::of`].
    pub(super) fn to(
        action: Action,
        tx: &mut Tx,
        scene: &Scene,
        (question, zone): (&Question, &TimeZone),
    ) -> Result<Self, AppError> {
        Ok(Self {
            reach: reach(&scene.actor, action),
            conditions: question.conditions(&scene.actor.staff, zone),
            besides: besides(tx, scene, question)?,
            now: scene.actor.now,
        })
    }

    /// The same for the store.
    pub(super) fn asked(&self, sort: Sort) -> Asked<'_> {
        Asked {
            reach: &self.reach,
            now: self.now,
            conditions: &self.conditions,
            besides: &self.besides,
            sort,
        }
    }
}

/// Whether the answers that a question asks for are such as a form has.
///
/// # Errors
/// `list.question_wrong`, as listing it would say.
pub fn check(tx: &mut Tx, scene: &Scene, question: &Question) -> Result<(), AppError> {
    besides(tx, scene, question).map(|_| ())
}

fn besides(tx: &mut Tx, scene: &Scene, question: &Question) -> Result<Vec<Besides>, AppError> {
    let mut entry = Entry::new();
    let mut all = Vec::new();
    for filter in &question.answers {
        match answer(tx, scene, filter)? {
            Ok(besides) => all.push(besides),
            Err((key, code)) => entry.refuse(&key, code),
        }
    }
    if !entry.holds() {
        return Err(entry.refusal("list.question_wrong").into());
    }
    all.extend(match &question.under {
        Some(root) => Some(under(tx, scene, root)?),
        None => None,
    });
    Ok(all)
}

/// A tree, if its root is for this reader: a view may be shared with somebody who sees less.
fn under(tx: &mut Tx, scene: &Scene, root: &CustomerId) -> Result<Besides, AppError> {
    let root = access::readable(tx, scene, root)?;
    Ok(root.map_or(Besides::Nothing, |root| Besides::Under(root.id)))
}

type Wrong = (String, &'static str);

fn answer(
    tx: &mut Tx,
    scene: &Scene,
    filter: &AnswerFilter,
) -> Result<Result<Besides, Wrong>, AppError> {
    let unknown = || {
        (
            answer_key(&filter.form, &filter.field),
            "list.answer_unknown",
        )
    };
    let form = match scene.house.forms.find(tx, &filter.form) {
        Ok(form) => form,
        Err(AppError::Problem(_)) => return Ok(Err(unknown())),
        Err(other) => return Err(other),
    };
    let field = form.field_at(&filter.field);
    let field = field.filter(|field| field.path == filter.field);
    let told = field.map_or_else(|| Err(unknown()), |field| told(filter, field));
    Ok(told.map(|wanted| Besides::Answer {
        form: filter.form.clone(),
        field: filter.field.clone(),
        wanted,
    }))
}

fn told(filter: &AnswerFilter, field: &Field) -> Result<Told, Wrong> {
    let key = || answer_key(&filter.form, &filter.field);
    let [from_key, to_key] = answer_bounds(&filter.form, &filter.field);
    match (field.asked_by(), &filter.test) {
        (Some(AskedBy::Options), AnswerTest::OneOf(values)) => {
            let known = values.iter().all(|value| field.options().contains(value));
            let told = Told::Text(values.clone());
            known.then_some(told).ok_or((key(), "list.answer_unknown"))
        }
        (Some(AskedBy::Text), AnswerTest::OneOf(values)) => Ok(Told::Text(values.clone())),
        (Some(AskedBy::Number(places)), AnswerTest::Between { from, to }) => {
            let number = |typed: &Option<String>, key: &str| match typed {
                None => Ok(None),
                Some(text) => Decimal::parse(text)
                    .and_then(|number| number.scaled(places))
                    .map(Some)
                    .ok_or((key.to_owned(), "list.answer_number")),
            };
            Ok(Told::Number {
                from: number(from, &from_key)?,
                to: number(to, &to_key)?,
            })
        }
        (Some(AskedBy::Dates), AnswerTest::Between { from, to }) => {
            let date = |typed: &Option<String>, key: &str| match typed {
                None => Ok(None),
                Some(text) => dated(text)
                    .map(Some)
                    .ok_or((key.to_owned(), "list.answer_date")),
            };
            Ok(Told::Date {
                from: date(from, &from_key)?,
                to: date(to, &to_key)?,
            })
        }
        _ => Err((key(), "list.answer_unknown")),
    }
}

/// A solar date with a year, as stored.
fn dated(text: &str) -> Option<String> {
    let date = PartialDate::parse(text).ok()?.to_string();
    date.starts_with(|c: char| c.is_ascii_digit())
        .then_some(date)
}
