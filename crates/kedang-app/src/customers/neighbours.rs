//! The customers before and after one, in the list from which it was opened (T-44).

use jiff::tz::TimeZone;
use kedang_core::CustomerId;
use kedang_core::customer::Customer;
use kedang_core::listing::{By, Question};
use kedang_store::filter::{Asked, Key, Place};
use kedang_store::{Tx, listing};

use super::list::settled;
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
/// When the database fails.
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
    let (reach, conditions) = settled(scene, question, zone);
    let mut next = |sort| -> Result<Option<CustomerId>, AppError> {
        let asked = Asked {
            reach: &reach,
            now: scene.actor.now,
            conditions: &conditions,
            sort,
        };
        let rows = listing::list(tx, &asked, Some(&place), 1)?;
        Ok(rows.into_iter().next().map(|row| row.customer.id))
    };
    Ok(Neighbours {
        earlier: next(question.sort.turned())?,
        later: next(question.sort)?,
    })
}
