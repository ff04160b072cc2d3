//! How many customers of a list have which value.

use kedang_core::listing::Field;

use super::conditions::column;
use super::reach::beyond;
use super::scan::rows;
use super::{Asked, Sql, Way};
use crate::db::{Built, Engine, Value};
use crate::dialect::planner;

/// What the customers are counted by.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tallied<'a> {
    /// The values of a column, the commonest first, at most so many.
    Values(Field, u32),
    /// The span between two of these instants (µs, ascending) in which a time lies, as the place
    /// of the earlier one; what lies before the first is left out.
    Spans(Field, &'a [i64]),
}

/// Value and count; `None` when the reach is empty. Each way counts what the wider ones before it
/// do not cover, as [`super::count`] does.
pub(crate) fn tally(
    engine: Engine,
    asked: &Asked,
    ways: &[Way],
    by: Tallied,
) -> Option<(Built, Vec<Value>)> {
    if ways.is_empty() {
        return None;
    }
    let mut sql = Sql::default();
    sql.push("select told, cast(count(*) as bigint) as n from (");
    for (n, way) in ways.iter().enumerate() {
        for (m, seek) in way.seeks.iter().enumerate() {
            if n + m > 0 {
                sql.push(" union all ");
            }
            sql.push("select ");
            told(&mut sql, by);
            sql.push(" as told");
            rows(&mut sql, asked, way, *seek, planner::aside(engine));
            beyond(&mut sql, &ways[..n]);
        }
    }
    sql.push(") as tallied");
    match by {
        Tallied::Values(_, most) => {
            sql.push(" group by told order by n desc, told nulls last limit ")
                .bind(i64::from(most));
        }
        Tallied::Spans(..) => {
            sql.push(" where told >= 0 group by told order by told");
        }
    }
    Some(sql.done())
}

fn told(sql: &mut Sql, by: Tallied) {
    match by {
        Tallied::Values(field, _) => {
            sql.push(column(field));
        }
        Tallied::Spans(field, bounds) => {
            sql.push("cast(case");
            for (n, bound) in bounds.iter().enumerate().rev() {
                sql.push(" when ").push(column(field)).push(" >= ");
                sql.bind(*bound).push(" then ").push(&n.to_string());
            }
            sql.push(" else -1 end as bigint)");
        }
    }
}
