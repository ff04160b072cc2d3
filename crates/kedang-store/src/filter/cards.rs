//! How many cards of a form a reader may know of.

use kedang_core::access::Reach;

use super::Sql;
use super::reach::within;
use crate::db::{Built, Value};

/// Counts the cards of a form in dossiers within reach, up to `cap`.
pub(crate) fn cards_of_form(reach: &Reach, now: i64, form: &str, cap: u32) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select cast(count(*) as bigint) from (select 1 as one from cards k cross join customers c where k.form_key = ");
    sql.bind(form);
    sql.push(" and c.id = k.customer_id and ");
    within(&mut sql, reach, now);
    sql.push(" limit ")
        .bind(i64::from(cap))
        .push(") as counted");
    sql.done()
}
