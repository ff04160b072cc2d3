//! The departments that keep cards of each of several customers, in one statement.

use super::Sql;
use crate::db::{Built, Value};

/// Customer and name of a department, each pair once.
pub(crate) fn filing_departments<'a>(
    customers: impl Iterator<Item = &'a str>,
) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select distinct k.customer_id, d.name from cards k join departments d on d.id = k.department_id where k.customer_id in (");
    sql.bind_all(customers);
    sql.push(") order by 1, 2 limit 1000");
    sql.done()
}
