//! How long a list is.

use super::besides;
use super::conditions::one;
use super::reach::{LIVES, Whose, beyond};
use super::scan::{Seek, rows};
use super::{Asked, Sql, Way};
use crate::db::{Built, Engine, Value};
use crate::dialect::planner;

/// Counts, up to `cap` where there is one; `None` when the reach is empty. Each way counts what
/// the wider ones before it do not cover, so that the counting ends where the cap is reached.
pub(crate) fn count(
    engine: Engine,
    asked: &Asked,
    ways: &[Way],
    cap: Option<u32>,
) -> Option<(Built, Vec<Value>)> {
    if ways.is_empty() {
        return None;
    }
    let mut sql = Sql::default();
    sql.push("select cast(count(*) as bigint) from (");
    for (n, way) in ways.iter().enumerate() {
        for (m, seek) in way.seeks.iter().enumerate() {
            if n + m > 0 {
                sql.push(" union all ");
            }
            sql.push("select 1 as one");
            rows(&mut sql, asked, way, *seek, planner::aside(engine));
            beyond(&mut sql, &ways[..n]);
        }
    }
    limit(&mut sql, cap);
    sql.push(") as counted");
    Some(sql.done())
}

/// How many index entries a way has to go through by these scans, up to `cap`: whatever their
/// class.
pub(crate) fn size(asked: &Asked, way: &Way, seeks: &[Seek], cap: u32) -> (Built, Vec<Value>) {
    let mut sql = Sql::default();
    sql.push("select cast(count(*) as bigint) from (");
    entries(&mut sql, asked, way, seeks);
    limit(&mut sql, Some(cap));
    sql.push(") as counted");
    sql.done()
}

fn entries(sql: &mut Sql, asked: &Asked, way: &Way, seeks: &[Seek]) {
    for (n, seek) in seeks.iter().enumerate() {
        if n > 0 {
            sql.push(" union all ");
        }
        if let Seek::Besides(n) = seek {
            if let Some(condition) = asked.besides.get(*n) {
                besides::entries(sql, condition);
            }
            continue;
        }
        sql.push("select 1 as one from customers c where ");
        sql.push(LIVES).push(" and ");
        match (seek, &way.whose) {
            (Seek::Value(field, value), _) => one(sql, *field, *value),
            (Seek::Department(department), _) => {
                sql.push("c.department_id = ").bind(*department);
            }
            (Seek::Whose, Whose::Owner(staff)) => {
                sql.push("c.owner_id = ").bind(*staff);
            }
            _ => {
                sql.push("true");
            }
        }
    }
}

fn limit(sql: &mut Sql, cap: Option<u32>) {
    if let Some(cap) = cap {
        sql.push(" limit ").bind(i64::from(cap));
    }
}
