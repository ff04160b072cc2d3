//! One page of a list.

use kedang_core::listing::{By, Sort};

use super::scan::{Seek, rows, scans};
use super::{Asked, Key, Place, Sql, Way};
use crate::customers::{columns, joined};
use crate::db::{Built, Engine, Value};
use crate::dialect::planner;

/// One page with one row more; `None` when the reach is empty.
pub(crate) fn page(
    engine: Engine,
    asked: &Asked,
    ways: &[Way],
    after: Option<&Place>,
    limit: u32,
) -> Option<(Built, Vec<Value>)> {
    if ways.is_empty() {
        return None;
    }
    let limit = i64::from(limit) + 1;
    let aside = planner::aside(engine);
    let mut sql = Sql::default();
    sql.push(concat!("select ", columns!(), ", page.k from ("));
    for (n, (way, seek)) in scans(ways).enumerate() {
        if n > 0 {
            // Scans of one way do not overlap; a dossier reached by two ways is one row.
            sql.push(if ways.len() > 1 {
                " union "
            } else {
                " union all "
            });
        }
        sql.push("select id, k from (select c.id as id, ");
        sql.push(column(asked.sort.by)).push(" as k");
        scan(&mut sql, asked, way, seek, after, aside);
        sql.push(" limit ").bind(limit).push(") as b");
        sql.push(&n.to_string());
    }
    sql.push(concat!(
        ") as page join customers c on c.id = page.id ",
        joined!()
    ));
    order(&mut sql, asked.sort, "page.k", "page.id");
    sql.push(" limit ").bind(limit);
    Some(sql.done())
}

fn scan(sql: &mut Sql, asked: &Asked, way: &Way, seek: Seek, after: Option<&Place>, aside: &str) {
    rows(sql, asked, way, seek, aside);
    let column = column(asked.sort.by);
    if let Some(place) = after {
        // An index that is sought by something else goes on in this order only by time.
        let walks = seek == Seek::Order || asked.sort.by == By::Updated;
        sql.push(" and (").push(if walks { "" } else { aside });
        sql.push(column);
        sql.push(if asked.sort.down {
            ", c.id) < ("
        } else {
            ", c.id) > ("
        });
        match &place.key {
            Key::Time(at) => sql.bind(*at),
            Key::Text(text) => sql.bind(text.as_str()),
        };
        sql.push(", ").bind(place.id.as_str()).push(")");
    }
    order(sql, asked.sort, column, "c.id");
}

fn order(sql: &mut Sql, sort: Sort, column: &str, id: &str) {
    let way = if sort.down { " desc" } else { "" };
    sql.push(" order by ").push(column).push(way);
    sql.push(", ").push(id).push(way);
}

/// The ordering column; never null.
fn column(by: By) -> &'static str {
    match by {
        By::Updated => "c.updated_at",
        By::Name => "c.sort_key",
        By::Code => "c.code",
        By::Created => "c.created_at",
    }
}
