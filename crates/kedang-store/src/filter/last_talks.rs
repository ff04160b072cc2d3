//! The newest contact of each of several customers, in one statement.

use super::Sql;
use crate::db::{Built, Value};

/// Customer, day, channel and direction of its newest contact: one step in an index for each.
pub(crate) fn last_talks<'a>(customers: impl Iterator<Item = &'a str>) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select k.customer_id, k.happened_on, k.channel, k.direction from customers c join contacts k on k.id = (select l.id from contacts l where l.customer_id = c.id and l.removed_at is null order by l.happened_at desc, l.id desc limit 1) where c.id in (");
    sql.bind_all(customers);
    sql.push(")");
    sql.done()
}
