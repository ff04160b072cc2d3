//! The persons of several customers, in one statement: the first of each, or all.

use super::Sql;
use crate::db::{Built, Value};

/// Customer, name, title, mobile and telephone of the first decision-maker or contact.
pub(crate) fn first_persons<'a>(customers: impl Iterator<Item = &'a str>) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select customer_id, name, title, mobile, phone from (select r.customer_id, p.name, p.title, p.mobile, p.phone, row_number() over (partition by r.customer_id order by case r.kind when 'decision' then 0 else 1 end, r.rank nulls last, r.created_at, r.id) as turn from relations r join persons p on p.id = r.person_id where r.kind in ('decision', 'contact') and r.customer_id in (");
    sql.bind_all(customers);
    sql.push(")) as ranked where turn = 1");
    sql.done()
}

/// All persons around these customers, those of one customer side by side and in their order; the
/// customer stands last.
pub(crate) fn persons_around<'a>(customers: impl Iterator<Item = &'a str>) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select p.id, p.name, r.kind, r.rank, r.kinship, p.sex, p.title, p.phone, p.mobile, r.customer_id from relations r join persons p on p.id = r.person_id where r.customer_id in (");
    sql.bind_all(customers);
    sql.push(") order by r.customer_id, r.kind, r.rank nulls last, r.created_at, r.id");
    sql.done()
}
