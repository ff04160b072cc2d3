//! Which of several customers somebody holds beside their owner, in one statement.

use super::Sql;
use crate::db::{Built, Value};

/// The customers among these that `staff` holds as co-owner.
pub(crate) fn held<'a>(
    staff: &str,
    customers: impl Iterator<Item = &'a str>,
) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select h.customer_id from co_owners h where h.staff_id = ");
    sql.bind(staff).push(" and h.customer_id in (");
    sql.bind_all(customers);
    sql.push(")");
    sql.done()
}
