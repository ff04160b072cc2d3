//! Keeps the search index in step with a customer, in the same transaction.

use kedang_core::CustomerId;
use kedang_core::customer::{Customer, Named};
use kedang_store::dialect::search::{self, Indexed};
use kedang_store::{Tx, co_owners, customers, merges, persons};
use kedang_text::{self as text, Entry, Field};

use super::entries;
use crate::{AppError, cards};

/// Reads the customer as stored and replaces what the index holds of it.
pub(crate) fn index(tx: &mut Tx, id: &CustomerId) -> Result<Customer, AppError> {
    let customer = customers::find(tx, id)?.ok_or_else(lost)?;
    put(tx, &customer)?;
    Ok(customer)
}

/// What the index is to hold of customers that this very transaction opens: they have no former
/// name, nobody around them and no card yet.
pub(super) fn opened(all: &[Customer]) -> Vec<Indexed<'_>> {
    let indexed = all.iter().map(|customer| {
        let entries = entries::entries(customer, &[], &[]);
        indexed(customer, &entries, &[])
    });
    indexed.collect()
}

/// [`index`] for whoever works out the whole index anew: those in the recycle bin have their place
/// in it too.
pub(crate) fn index_again(tx: &mut Tx, id: &CustomerId) -> Result<(), AppError> {
    let customer = customers::stored(tx, id)?.ok_or_else(lost)?;
    put(tx, &customer)
}

fn lost() -> AppError {
    AppError::Internal("a customer was stored and not found".to_owned())
}

fn put(tx: &mut Tx, customer: &Customer) -> Result<(), AppError> {
    let id = &customer.id;
    let former = customers::names(tx, id)?;
    let persons = persons::list(tx, id)?;
    let on_cards = cards::search_entries(tx, id)?;
    let co_owners = co_owners::list(tx, id)?;
    let codes = merges::codes(tx, id)?;
    let mut entries = entries::entries(customer, &former, &persons);
    entries.extend(codes.iter().map(|code| Entry {
        field: Field::Code,
        person: false,
        text: code,
    }));
    entries.extend(on_cards.iter().map(cards::OwnedEntry::entry));
    let indexed = indexed(customer, &entries, &co_owners);
    Ok(search::put(tx, vec![indexed])?)
}

fn indexed<'a>(customer: &'a Customer, entries: &[Entry], co_owners: &'a [Named]) -> Indexed<'a> {
    let owners = customer.owner.iter().chain(co_owners);
    Indexed {
        id: &customer.id,
        tokens: text::tokens(entries),
        entries: entries::write(entries),
        owners: owners.map(|one| one.id.as_str()).collect(),
        department: &customer.department.id,
    }
}
