//! Those of some customers that a reader reaches.

use kedang_core::CustomerId;
use kedang_core::access::Reach;

use super::{Sql, within};
use crate::customers::{columns, joined};
use crate::db::{Built, Value};

/// `None` when there is nobody to look for. The last id is repeated up to a power of two, so that
/// few texts have to be prepared.
pub(crate) fn reached(reach: &Reach, now: i64, ids: &[&CustomerId]) -> Option<(Built, Vec<Value>)> {
    let last = ids.last()?;
    let padded = ids.len().next_power_of_two() - ids.len();
    let all = ids.iter().chain(std::iter::repeat_n(last, padded));
    let mut sql = Sql::default();
    sql.push(concat!(
        "select ",
        columns!(),
        " from customers c ",
        joined!()
    ));
    sql.push(" where c.id in (");
    sql.bind_all(all.map(|id| id.as_str())).push(") and (");
    within(&mut sql, reach, now);
    // As a truth it is no term of an index: all customers of an owner are many, these are few.
    sql.push(") is true");
    Some(sql.done())
}
