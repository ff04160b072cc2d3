//! One thread's SQLite connection, opened when first needed and again after a failure.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::open::{self, Limit};
use super::statement;
use crate::db::job::{Fate, Job};
use crate::db::pool::Jobs;
use crate::db::tx::Over;
use crate::db::{Failure, StoreError, Tx};
use crate::dialect::error;

/// What a thread needs to have a connection at any time.
pub(in crate::db) struct Session {
    pub(in crate::db) file: PathBuf,
    /// How long a job may take.
    pub(in crate::db) limit: Duration,
    /// Reading sessions refuse to write.
    pub(in crate::db) writes: bool,
    /// The most pages the file may have.
    pub(in crate::db) max_pages: Option<u32>,
    /// The connection, if there is one in a known state.
    pub(in crate::db) open: Option<Open>,
}

/// A connection outside any transaction, with its time limit.
pub(in crate::db) struct Open {
    pub(super) conn: Connection,
    pub(super) limit: Limit,
}

impl Session {
    /// The connection; opens it if there is none.
    pub(super) fn open(&mut self) -> Result<&Open, StoreError> {
        if self.open.is_none() {
            self.open = Some(self.connect()?);
        }
        self.open
            .as_ref()
            .ok_or_else(|| StoreError::Unavailable("no connection".into()))
    }

    /// Forgets the connection; SQLite rolls back what was open on it.
    pub(super) fn reset(&mut self) {
        self.open = None;
    }

    fn connect(&self) -> Result<Open, StoreError> {
        let mut conn = open::open(&self.file, false)?;
        let limit = Limit::on(&mut conn).map_err(error::sqlite_open)?;
        if !self.writes {
            conn.pragma_update(None, "query_only", true)
                .map_err(error::sqlite_open)?;
        }
        if let Some(pages) = self.max_pages {
            conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
                .map_err(error::sqlite_open)?;
        }
        Ok(Open { conn, limit })
    }

    /// Runs reading jobs until the queue is closed.
    pub(in crate::db) fn read_all(mut self, jobs: &Jobs) {
        crate::db::pool::serve(jobs, |mut job| {
            let fate = self.read(&mut *job);
            job.reply(fate);
        });
    }

    /// Runs one job on one snapshot.
    fn read(&mut self, job: &mut dyn Job) -> Fate {
        let deadline = Instant::now() + self.limit;
        let open = match self.open() {
            Ok(open) => open,
            Err(error) => return Fate::Failed(error),
        };
        open.limit.set(deadline);
        if let Err(failure) = open.run("begin") {
            return Fate::Failed(failure.error);
        }
        job.run(&mut Tx::new(Over::Sqlite(&open.conn), deadline));
        open.limit.lift();
        if open.conn.is_autocommit() || open.run("end").is_err() {
            self.reset();
        }
        Fate::Done
    }
}

impl Open {
    /// Runs a text without parameters and rows.
    pub(super) fn run(&self, sql: &str) -> Result<u64, Failure> {
        statement::execute(&self.conn, sql, &[])
    }
}
