//! A durable create: one writer, commits in groups, `synchronous = FULL`.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use rusqlite::{Connection, Result, params};
use serde::Deserialize;
use tokio::sync::oneshot;

use crate::Limit;
use crate::base::{PUT, characters};

/// Jobs of a commit at most, as Kedang's writer takes.
const BATCH: usize = 256;

const INSERT: &str = "insert into customers (id, code, kind, name, how_met, stage, created_at, \
    updated_at, version) values ($1, $1, $2, $3, $4, 'proposed', \
    cast(unixepoch('subsec') * 1000000 as integer), \
    cast(unixepoch('subsec') * 1000000 as integer), 1)";

/// Where creates wait for the writer.
pub type Jobs = SyncSender<Job>;

/// A customer to store, and who waits for it.
pub struct Job {
    new: New,
    done: oneshot::Sender<bool>,
}

/// A customer as it is sent.
#[derive(Deserialize)]
pub struct New {
    name: String,
    kind: String,
    how_met: String,
}

/// `POST /customers`
pub async fn create(State(limit): State<Limit>, Json(new): Json<New>) -> StatusCode {
    let (done, stored) = oneshot::channel();
    let sent = limit.jobs.try_send(Job { new, done }).is_ok();
    if sent && stored.await.unwrap_or(false) {
        StatusCode::CREATED
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}

/// Starts the writer of a file.
pub fn start(file: &str) -> Result<Jobs> {
    let connection = Connection::open(file)?;
    connection.execute_batch("pragma journal_mode = wal; pragma synchronous = full")?;
    let (jobs, waiting) = sync_channel(4096);
    std::thread::spawn(move || work(&connection, &waiting));
    Ok(jobs)
}

fn work(connection: &Connection, waiting: &Receiver<Job>) {
    let mut number = 0_u64;
    while let Ok(first) = waiting.recv() {
        let batch: Vec<_> = std::iter::once(first)
            .chain(waiting.try_iter().take(BATCH - 1))
            .collect();
        let stored = commit(connection, &batch, &mut number).is_ok();
        for job in batch {
            // Whoever has gone away hears nothing.
            job.done.send(stored).ok();
        }
    }
}

fn commit(connection: &Connection, batch: &[Job], number: &mut u64) -> Result<()> {
    connection.execute_batch("begin immediate")?;
    for Job { new, .. } in batch {
        *number += 1;
        let id = format!("new-{number}");
        connection
            .prepare_cached(INSERT)?
            .execute(params![id, new.kind, new.name, new.how_met,])?;
        let row = connection.last_insert_rowid();
        connection
            .prepare_cached(PUT)?
            .execute(params![row, characters(&new.name)])?;
    }
    connection.execute_batch("commit")
}
