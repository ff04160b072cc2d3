//! Keeps the search index in step with a customer, in the same transaction.

use kedang_core::CustomerId;
use kedang_core::customer::Customer;
use kedang_store::{Tx, customers, dialect};
use kedang_text as text;

use super::entries::entries;
use crate::{AppError, cards};

/// Reads the customer as stored and replaces what the index holds of it.
pub(crate) fn index(tx: &mut Tx, id: &CustomerId) -> Result<Customer, AppError> {
    let customer = customers::find(tx, id)?
        .ok_or_else(|| AppError::Internal("a customer was stored and not found".to_owned()))?;
    let on_cards = cards::search_entries(tx, id)?;
    let mut entries = entries(&customer);
    entries.extend(on_cards.iter().map(cards::OwnedEntry::entry));
    let tokens = text::tokens(&entries);
    let owner = customer.owner.as_ref().map(|o| o.id.as_str());
    dialect::search::put(tx, id, &tokens, owner, &customer.department.id)?;
    Ok(customer)
}
