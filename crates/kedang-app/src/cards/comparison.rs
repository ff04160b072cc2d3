//! Visits of a customer held against each other: what is graded on a card, from day to day (D01-7).

use std::sync::Arc;

use kedang_core::access::Action;
use kedang_core::card::{Card, Revision};
use kedang_core::customer::Customer;
use kedang_core::{CardId, Problem};
use kedang_form::{Choices, Course, Field, Kind, PiClass, Value, course};
use kedang_store::{Tx, cards};

use super::content;
use super::door::{self, Opened};
use crate::forms::{Answers, Form};
use crate::{AppError, Scene};

/// Days side by side at most; earlier ones are a step away.
const WIDEST: usize = 8;

/// The card as it stood at the end of a day on which it was written.
#[derive(Debug, Clone)]
pub struct VisitState {
    /// The last state of the day.
    pub revision: Revision,
    /// The photos on it: key of the field and answer.
    pub photos: Vec<(String, Value)>,
}

/// A graded question through the visits.
#[derive(Debug, Clone)]
pub struct Followed {
    /// Key of the field.
    pub field: String,
    /// What was ticked at any of them.
    pub courses: Vec<Course>,
}

/// The visits of a card and what became of what is graded on it.
#[derive(Debug, Clone)]
pub struct VisitComparison {
    /// In whose dossier.
    pub customer: Customer,
    /// The card.
    pub card: Card,
    /// The form in the version of the card.
    pub form: Arc<Form>,
    /// Oldest first, at most eight.
    pub visits: Vec<VisitState>,
    /// The graded questions, in the order of the form; none that the reader may not see.
    pub followed: Vec<Followed>,
    /// Whether a question or photo is kept from this reader.
    pub masked: bool,
    /// The state with which the visits before these end, to ask for them.
    pub earlier: Option<i64>,
    /// Whether these are the newest visits.
    pub newest: bool,
}

/// The graded questions of a form.
fn graded(form: &Form) -> impl Iterator<Item = (&Field, &Choices)> {
    form.fields.iter().filter_map(|field| match &field.kind {
        Kind::Choices(kind) if !kind.grades.is_empty() => Some((field, kind)),
        _ => None,
    })
}

/// Whether cards of a form can be held against each other.
#[must_use]
pub fn has_comparison(form: &Form) -> bool {
    graded(form).next().is_some()
}

/// The last eight visits up to the state `until`, the newest ones if nothing is said. Several
/// states of one day are one visit: a slip mended at the desk is no second look at the skin.
///
/// # Errors
/// `card.not_found`, `card.nothing_graded`, `card.no_such_revision`.
pub fn comparison(
    tx: &mut Tx,
    scene: &Scene,
    id: &CardId,
    until: Option<i64>,
) -> Result<VisitComparison, AppError> {
    let opened = door::card(tx, scene, id, Action::Read)?;
    if !has_comparison(&opened.form) {
        return Err(Problem::not_found("card.nothing_graded").into());
    }
    let last = until.unwrap_or(opened.card.revision);
    let states = cards::revisions(tx, &opened.card.id)?;
    if until.is_some_and(|seq| states.iter().all(|s| s.seq != seq)) {
        return Err(Problem::not_found("card.no_such_revision").into());
    }
    let (days, earlier) = days(scene, states, last);
    let mut visits = Vec::with_capacity(days.len());
    let mut answers = Vec::with_capacity(days.len());
    let mut masked = false;
    for seq in days {
        let content = content::load(tx, &opened.form, &opened.card, seq)?;
        let content = content.ok_or_else(|| Problem::not_found("card.no_such_revision"))?;
        let seen = content::seen(&opened.form, &content.answers, opened.may_edit);
        masked |= kept_back(&opened.form, &seen.masked);
        visits.push(VisitState {
            revision: content.head,
            photos: photos(&opened.form, &seen.answers),
        });
        answers.push(seen.answers);
    }
    Ok(VisitComparison {
        followed: followed(&opened, &answers),
        newest: last == opened.card.revision,
        customer: opened.customer,
        card: opened.card,
        form: opened.form,
        visits,
        masked,
        earlier,
    })
}

/// The last state of each of the last days, oldest first, and that of the day before them.
fn days(scene: &Scene, states: Vec<Revision>, last: i64) -> (Vec<i64>, Option<i64>) {
    let mut days: Vec<Revision> = Vec::new();
    // Newest first: the first state met of a day is its last one.
    for state in states.into_iter().filter(|s| s.seq <= last) {
        let day = scene.day(state.at.0);
        if days.last().is_none_or(|newer| scene.day(newer.at.0) != day) {
            days.push(state);
        }
    }
    // The oldest visit shown is seen again beside those before it, so that no step is lost.
    let earlier = (days.len() > WIDEST).then(|| days.get(WIDEST - 1).map(|d| d.seq));
    let shown = days.iter().take(WIDEST).rev().map(|d| d.seq).collect();
    (shown, earlier.flatten())
}

fn kept_back(form: &Form, masked: &[String]) -> bool {
    let matters = |kind: &Kind| match kind {
        Kind::Photo(_) => true,
        Kind::Choices(kind) => !kind.grades.is_empty(),
        _ => false,
    };
    let field = |path: &String| form.field_at(path);
    masked.iter().filter_map(field).any(|f| matters(&f.kind))
}

fn photos(form: &Form, answers: &Answers) -> Vec<(String, Value)> {
    let photos = form
        .fields
        .iter()
        .filter(|f| matches!(f.kind, Kind::Photo(_)));
    let given = |field: &Field| Some((field.key.clone(), answers.value(&field.key)?.clone()));
    photos.filter_map(given).collect()
}

fn followed(opened: &Opened, answers: &[Answers]) -> Vec<Followed> {
    let may_see = |field: &Field| opened.may_edit || field.pi_class != PiClass::P2;
    let graded = graded(&opened.form).filter(|(field, _)| may_see(field));
    let one = |(field, kind): (&Field, &Choices)| {
        let states: Vec<_> = answers.iter().map(|a| a.get(&field.key)).collect();
        Followed {
            field: field.key.clone(),
            courses: course(kind, &states),
        }
    };
    graded.map(one).collect()
}
