//! The customers before and after one, in the list from which it was opened (T-44).

use jiff::tz::TimeZone;
use kedang_core::CustomerId;
use kedang_core::customer::Customer;
use kedang_core::listing::{By, Question};
use kedang_store::filter::{Key, Place};
use kedang_store::{Tx, listing};

use super::settled::Settled;
use crate::{AppError, Scene};

/// Who stands beside a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before.
    pub earlier: Option<CustomerId>,
    /// The one after.
    pub later: Option<CustomerId>,
}

/// The neighbours of a customer among those that the reader may see and asks for. One that the
/// question no longer holds has the neighbours it would have.
///
/// # Errors
/// `list.question_wrong`.
pub fn neighbours(
    tx: &mut Tx,
    scene: &Scene,
    question: &Question,
    zone: &TimeZone,
    customer: &Customer,
) -> Result<Neighbours, AppError> {
    let key = match question.sort.by {
        By::Updated => Key::Time(customer.updated_at.0),
        By::Created => Key::Time(customer.created_at.0),
        By::Code => Key::Text(customer.code.clone()),
        By::Name => Key::Text(listing::sort_key(tx, &customer.id)?.unwrap_or_default()),
    };
    let id = customer.id.as_str().to_owned();
    let place = Place { key, id };
    let settled = Settled::of(tx, scene, question, zone)?;
    let mut next = |sort| -> Result<Option<CustomerId>, AppError> {
        let rows = listing::list(tx, &settled.asked(sort), Some(&place), 1)?;
        Ok(rows.into_iter().next().map(|row| row.customer.id))
    };
    Ok(Neighbours {
        earlier: next(question.sort.turned())?,
        later: next(question.sort)?,
    })
}
