//! What is read: one customer, a page of 50 (the newest, after a cursor, of one grade with its
//! count), and names by their characters.

use std::cell::RefCell;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Result, Row, ToSql};
use serde::Deserialize;

use crate::Limit;
use crate::base::{COLUMNS, characters};

thread_local! {
    static CONNECTION: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

/// Which page of the list.
#[derive(Deserialize)]
pub struct Page {
    grade: Option<String>,
    before: Option<i64>,
    id: Option<String>,
}

/// What is sought.
#[derive(Deserialize)]
pub struct Sought {
    q: String,
}

/// `GET /customers/{id}`
pub async fn one(State(limit): State<Limit>, Path(id): Path<String>) -> Response {
    let sql = format!("select {COLUMNS} from customers where id = $1");
    answer(items(&limit.file, &sql, &[&id]))
}

/// `GET /customers`, newest first.
pub async fn list(State(limit): State<Limit>, Query(page): Query<Page>) -> Response {
    let order = "order by updated_at desc, id desc limit 50";
    let file = &limit.file;
    answer(match (&page.grade, page.before) {
        (Some(grade), _) => {
            let sql = format!("select {COLUMNS} from customers where grade = $1 {order}");
            // As far as Kedang counts: more than 1,000 are "1,000+".
            let count = "select count(*) from \
                (select 1 from customers where grade = $1 limit 1001)";
            items(file, &sql, &[grade]).and_then(|page| {
                let count: i64 = with(file, |connection| {
                    let mut statement = connection.prepare_cached(count)?;
                    statement.query_row([grade], |row| row.get(0))
                })?;
                Ok(format!("{{\"count\":{count},\"items\":{page}}}"))
            })
        }
        (None, Some(before)) => {
            let id = page.id.unwrap_or_default();
            let sql = format!(
                "select {COLUMNS} from customers where (updated_at, id) < ($1, $2) {order}"
            );
            items(file, &sql, &[&before, &id])
        }
        (None, None) => items(
            file,
            &format!("select {COLUMNS} from customers {order}"),
            &[],
        ),
    })
}

/// `GET /search?q=`: customers whose name holds every character, at most 50.
pub async fn search(State(limit): State<Limit>, Query(sought): Query<Sought>) -> Response {
    let columns = COLUMNS.replace(", ", ", c.");
    let sql = format!(
        "select c.{columns} from names join customers c on c.rowid = names.rowid \
         where names match $1 limit 50"
    );
    answer(items(&limit.file, &sql, &[&characters(&sought.q)]))
}

fn with<T>(file: &str, ask: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    CONNECTION.with(|slot| {
        let mut slot = slot.borrow_mut();
        if slot.is_none() {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(file, flags)?;
            connection.execute_batch(
                "pragma mmap_size = 268435456; pragma cache_size = -65536; pragma query_only = 1",
            )?;
            *slot = Some(connection);
        }
        ask(slot.as_ref().ok_or(rusqlite::Error::InvalidQuery)?)
    })
}

/// The rows of a statement as a JSON array.
fn items(file: &str, sql: &str, bound: &[&dyn ToSql]) -> Result<String> {
    with(file, |connection| {
        let mut statement = connection.prepare_cached(sql)?;
        let names: Vec<_> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query(bound)?;
        let mut out = String::with_capacity(16 * 1024);
        while let Some(row) = rows.next()? {
            out.push(if out.is_empty() { '[' } else { ',' });
            object(&mut out, row, &names)?;
        }
        out.push_str(if out.is_empty() { "[]" } else { "]" });
        Ok(out)
    })
}

fn object(out: &mut String, row: &Row<'_>, names: &[String]) -> Result<()> {
    for (at, name) in names.iter().enumerate() {
        out.push(if at == 0 { '{' } else { ',' });
        out.push('"');
        out.push_str(name);
        out.push_str("\":");
        match row.get_ref(at)? {
            ValueRef::Integer(number) => out.push_str(&number.to_string()),
            ValueRef::Text(text) => {
                let text = String::from_utf8_lossy(text);
                out.push_str(&serde_json::to_string(&text).unwrap_or_default());
            }
            _ => out.push_str("null"),
        }
    }
    out.push('}');
    Ok(())
}

fn answer(body: Result<String>) -> Response {
    match body {
        Ok(body) => ([(CONTENT_TYPE, "application/json")], body).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
