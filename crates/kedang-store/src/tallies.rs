//! The customers of a list, counted by what they have in common.

use kedang_core::listing::Field;

use crate::db::{StoreError, Tx};
use crate::filter::{self, Asked, Tallied};

/// How many of the customers asked for have which value in a field, the commonest first, at most
/// `most`; `None` is 'not answered'.
///
/// # Errors
/// When the database fails.
pub fn values(
    tx: &mut Tx,
    asked: &Asked,
    field: Field,
    most: u32,
) -> Result<Vec<(Option<String>, i64)>, StoreError> {
    let ways = filter::ways(asked);
    match filter::tally(tx.engine(), asked, &ways, Tallied::Values(field, most)) {
        Some((sql, args)) => tx.query(&sql, &args, |row| Ok((row.get(0)?, row.get(1)?))),
        None => Ok(Vec::new()),
    }
}

/// How many have their time between each of these instants (µs, ascending) and the next, or later
/// than the last; the place of the instant and the count, where there are any.
///
/// # Errors
/// When the database fails.
pub fn spans(
    tx: &mut Tx,
    asked: &Asked,
    field: Field,
    bounds: &[i64],
) -> Result<Vec<(i64, i64)>, StoreError> {
    let ways = filter::ways(asked);
    match filter::tally(tx.engine(), asked, &ways, Tallied::Spans(field, bounds)) {
        Some((sql, args)) => tx.query(&sql, &args, |row| Ok((row.get(0)?, row.get(1)?))),
        None => Ok(Vec::new()),
    }
}
