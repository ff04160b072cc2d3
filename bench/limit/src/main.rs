//! The machine's limit: the same customers table behind axum and rusqlite, with nothing else.
//!
//! No session, no policy, no audit: what a point read costs at least. `limit DATA LISTEN` opens
//! the database that Kedang wrote, read-only.

use std::cell::RefCell;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, serve::ListenerExt};
use rusqlite::{Connection, OpenFlags};
use serde::Serialize;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

thread_local! {
    static CONNECTION: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

#[derive(Serialize)]
struct Customer {
    id: String,
    code: String,
    kind: String,
    name: String,
    how_met: String,
    mobile: Option<String>,
    uscc: Option<String>,
    stage: String,
    updated_at: i64,
    version: i64,
}

const FIND: &str = "select id, code, kind, name, how_met, mobile, uscc, stage, updated_at, version \
                    from customers where id = ?1";

fn find(file: &str, id: &str) -> rusqlite::Result<Customer> {
    CONNECTION.with(|slot| {
        let mut slot = slot.borrow_mut();
        if slot.is_none() {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(file, flags)?;
            connection.pragma_update(None, "mmap_size", 268_435_456)?;
            *slot = Some(connection);
        }
        let connection = slot.as_ref().ok_or(rusqlite::Error::InvalidQuery)?;
        connection.prepare_cached(FIND)?.query_row([id], |row| {
            Ok(Customer {
                id: row.get(0)?,
                code: row.get(1)?,
                kind: row.get(2)?,
                name: row.get(3)?,
                how_met: row.get(4)?,
                mobile: row.get(5)?,
                uscc: row.get(6)?,
                stage: row.get(7)?,
                updated_at: row.get(8)?,
                version: row.get(9)?,
            })
        })
    })
}

async fn one(State(file): State<Arc<str>>, Path(id): Path<String>) -> Response {
    match find(&file, &id) {
        Ok(customer) => axum::Json(customer).into_response(),
        Err(error) => ([(CONTENT_TYPE, "text/plain")], error.to_string()).into_response(),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: limit FILE ADDR:PORT";
    let file: Arc<str> = arguments.next().ok_or(usage)?.into();
    let listener = tokio::net::TcpListener::bind(arguments.next().ok_or(usage)?).await?;
    println!("http://{}", listener.local_addr()?);
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    axum::serve(
        listener,
        Router::new()
            .route("/customers/{id}", get(one))
            .with_state(file),
    )
    .await?;
    Ok(())
}
