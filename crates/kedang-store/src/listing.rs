//! The list of customers: pages and counts of whatever is asked.

use kedang_core::CustomerId;
use kedang_core::customer::{Customer, Details};
use kedang_core::listing::By;

use crate::customers::{HEAD, read};
use crate::db::{StoreError, Tx, statements};
use crate::dialect;
use crate::filter::{self, Asked, Key, Place, Seek, Way};

statements! {
    SORT_KEY = "select sort_key from customers where id = $1";
}

/// Where a page's rows have what the list is ordered by: behind the columns of a customer.
const PLACE: usize = HEAD + Details::FIELDS.len();

/// A customer with its place in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The customer.
    pub customer: Customer,
    /// Where it stands.
    pub place: Place,
}

/// One page of what is asked; reads one row more than `limit`, so that the caller knows whether
/// there is a next page.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    asked: &Asked,
    after: Option<&Place>,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    list_weighing(tx, asked, after, limit, SORTED_AT_MOST)
}

/// [`list`] with another limit between seeking and walking: a test asks both ways.
///
/// # Errors
/// When the database fails.
#[cfg(feature = "scratch")]
pub fn list_sorting(
    tx: &mut Tx,
    asked: &Asked,
    after: Option<&Place>,
    limit: u32,
    sorted_at_most: u32,
) -> Result<Vec<Listed>, StoreError> {
    list_weighing(tx, asked, after, limit, sorted_at_most)
}

fn list_weighing(
    tx: &mut Tx,
    asked: &Asked,
    after: Option<&Place>,
    limit: u32,
    sorted_at_most: u32,
) -> Result<Vec<Listed>, StoreError> {
    let ways = weighed(tx, asked, sorted_at_most)?;
    match filter::page(tx.engine(), asked, &ways, after, limit) {
        Some((sql, args)) => tx.query(&sql, &args, |row| {
            let customer = read(row)?;
            let place = Place {
                key: match asked.sort.by {
                    By::Updated | By::Created => Key::Time(row.get(PLACE)?),
                    By::Name | By::Code => Key::Text(row.get(PLACE)?),
                },
                id: customer.id.as_str().to_owned(),
            };
            Ok(Listed { customer, place })
        }),
        None => Ok(Vec::new()),
    }
}

/// Entries of an index that are rather sorted than passed over in another order.
const SORTED_AT_MOST: u32 = 5_000;
/// Entries of an index that are rather counted one by one than those of a wider one.
const COUNTED_AT_MOST: u32 = 1_000;

/// Chooses for each part of the reach: seek its smallest index and sort what is there, or walk the
/// list's order and pass over what does not hold. Up to `sorted_at_most` entries are sorted; where
/// every index has more, walking soon comes upon enough of them. By time each index is in order
/// already.
fn weighed<'a>(
    tx: &mut Tx,
    asked: &Asked<'a>,
    sorted_at_most: u32,
) -> Result<Vec<Way<'a>>, StoreError> {
    let mut ways = filter::ways(asked);
    let by_time = asked.sort.by == By::Updated;
    if by_time && asked.besides.is_empty() || dialect::planner::weighs(tx.engine()) {
        return Ok(ways);
    }
    for way in &mut ways {
        let choices = if by_time {
            way.outside(asked)
        } else {
            way.choices(asked)
        };
        if choices.is_empty() {
            continue;
        }
        match smallest(tx, asked, way, choices, sorted_at_most)? {
            Some(small) => *way = way.by(small),
            None if by_time => {}
            None => *way = way.by(vec![Seek::Order]),
        }
    }
    Ok(ways)
}

/// The index with the fewest entries, if it has at most `most`.
fn smallest<'a>(
    tx: &mut Tx,
    asked: &Asked,
    way: &Way<'a>,
    choices: Vec<Vec<Seek<'a>>>,
    most: u32,
) -> Result<Option<Vec<Seek<'a>>>, StoreError> {
    let mut small = None;
    let mut cap = most;
    for seeks in choices {
        let (sql, args) = filter::size(asked, way, &seeks, cap + 1);
        let size: Option<i64> = tx.first(&sql, &args, |row| row.get(0))?;
        let size = u32::try_from(size.unwrap_or(0)).unwrap_or(u32::MAX);
        // Of equals the first: its index knows most of the rest.
        if size < cap || size == cap && small.is_none() {
            (small, cap) = (Some(seeks), size);
        }
    }
    Ok(small)
}

/// How many customers are asked for, counted up to `cap` where there is one.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Tx, asked: &Asked, cap: Option<u32>) -> Result<i64, StoreError> {
    let ways = counted(tx, asked)?;
    match filter::count(tx.engine(), asked, &ways, cap) {
        Some((sql, args)) => Ok(tx.first(&sql, &args, |row| row.get(0))?.unwrap_or(0)),
        None => Ok(0),
    }
}

/// Chooses the smallest index of each part of the reach.
fn counted<'a>(tx: &mut Tx, asked: &Asked<'a>) -> Result<Vec<Way<'a>>, StoreError> {
    let mut ways = filter::ways(asked);
    if !dialect::planner::weighs(tx.engine()) {
        for way in &mut ways {
            let choices = way.choices(asked);
            // Without a choice there is nothing to find out.
            if (choices.len() > 1 || !asked.besides.is_empty())
                && let Some(seeks) = smallest(tx, asked, way, choices, COUNTED_AT_MOST)?
            {
                *way = way.by(seeks);
            }
        }
    }
    Ok(ways)
}

/// A name's place in human order, as stored.
///
/// # Errors
/// When the database fails.
pub fn sort_key(tx: &mut Tx, id: &CustomerId) -> Result<Option<String>, StoreError> {
    tx.first(SORT_KEY, &[id.as_str().into()], |row| row.get(0))
}

/// How `SQLite` would walk a page of the list: for the test that holds lists to their index.
///
/// # Errors
/// When the database fails.
#[cfg(feature = "scratch")]
pub fn plan_of_list(
    tx: &mut Tx,
    asked: &Asked,
    after: Option<&Place>,
    sorted_at_most: Option<u32>,
) -> Result<Vec<String>, StoreError> {
    let ways = weighed(tx, asked, sorted_at_most.unwrap_or(SORTED_AT_MOST))?;
    match filter::page(tx.engine(), asked, &ways, after, 50) {
        Some((sql, args)) => tx.query(&sql.explained(), &args, |row| row.get(3)),
        None => Ok(Vec::new()),
    }
}

/// How `SQLite` would count.
///
/// # Errors
/// When the database fails.
#[cfg(feature = "scratch")]
pub fn plan_of_count(tx: &mut Tx, asked: &Asked) -> Result<Vec<String>, StoreError> {
    let ways = counted(tx, asked)?;
    match filter::count(tx.engine(), asked, &ways, Some(1_001)) {
        Some((sql, args)) => tx.query(&sql.explained(), &args, |row| row.get(3)),
        None => Ok(Vec::new()),
    }
}
