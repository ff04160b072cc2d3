//! Guarded answers of a card change with an event, as guarded fields of the customer do (D02-6).

use kedang_core::card::Card;
use kedang_core::change::{ChangeKind, NewChange, Proven};
use kedang_form::{Change, Finding, Form, Shown};

use crate::changes::Guarded;
use crate::{AppError, Findings};

/// The guarded answers among those that changed. What was never answered is filled in freely.
pub(super) fn guarded(form: &Form, card: &Card, changes: &[Change]) -> Vec<Guarded> {
    let tagged = |change: &&Change| {
        let key = change.path.split('.').next().unwrap_or_default();
        let field = form.field(key).is_some_and(|field| field.guarded);
        field
            || form
                .field_at(&change.path)
                .is_some_and(|field| field.guarded)
    };
    let one = |change: &Change| Guarded {
        card: Some(card.id.as_str().to_owned()),
        field: change.path.clone(),
        kind: ChangeKind::of_answer(&change.path),
        before: shown(&change.before),
        after: shown(&change.after),
    };
    let answered = |change: &&Change| change.before != Shown::Unanswered;
    changes
        .iter()
        .filter(answered)
        .filter(tagged)
        .map(one)
        .collect()
}

/// The event that explains these answers; `None` when there is nothing to explain.
///
/// # Errors
/// [`AppError::Findings`] with `card.change_missing` against each answer; `change.invalid`.
pub(super) fn proven(
    form: &std::sync::Arc<Form>,
    fields: &[Guarded],
    change: Option<&NewChange>,
    today: &str,
) -> Result<Option<Proven>, AppError> {
    let change = change.filter(|change| !change.is_blank());
    match (fields.is_empty(), change) {
        (true, _) => Ok(None),
        (false, Some(change)) => Ok(Some(change.check(today)?)),
        (false, None) => {
            let finding = |one: &Guarded| Finding::error("card.change_missing").under(&one.field);
            let findings = fields.iter().map(finding).collect();
            Err(Findings::unsaved(form.clone(), findings))
        }
    }
}

/// An answer in words; nothing of what is sealed.
fn shown(shown: &Shown) -> Option<String> {
    match shown {
        Shown::Text(text) => Some(text.clone()),
        Shown::Unanswered | Shown::None | Shown::Sealed | Shown::Rows(_) => None,
    }
}
