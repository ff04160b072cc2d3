//! A transaction: the only way to run SQL.

use std::time::Instant;

use super::late::{self, Late, Pending};
use super::many::{self, Deed, Kind};
use super::postgres::Link;
use super::{Engine, Failure, Row, SqlText, StoreError, Value, sqlite};
use crate::dialect::search;

/// The most rows [`Tx::query`] hands back.
const MOST_ROWS: usize = 1_000;

/// One transaction on either engine.
///
/// A failed call poisons it: every later call, and the commit, is [`StoreError::Poisoned`] until
/// the enclosing [`Tx::attempt`] has rolled back.
pub struct Tx<'a> {
    link: Over<'a>,
    deadline: Instant,
    poisoned: bool,
    retry: bool,
    fatal: bool,
    late: Pending,
    #[cfg(feature = "scratch")]
    statements: u32,
}

/// The connection underneath, inside an open transaction.
pub(crate) enum Over<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut Link),
}

impl<'a> Tx<'a> {
    pub(crate) fn new(link: Over<'a>, deadline: Instant) -> Self {
        Tx {
            link,
            deadline,
            poisoned: false,
            retry: false,
            fatal: false,
            late: Pending::default(),
            #[cfg(feature = "scratch")]
            statements: 0,
        }
    }

    /// Which engine this runs on; for `dialect/` and tests.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.link {
            Over::Sqlite(_) => Engine::Sqlite,
            Over::Postgres(_) => Engine::Postgres,
        }
    }

    /// The rows of a statement, each through `map`.
    ///
    /// # Errors
    /// [`StoreError::TooManyRows`] over 1,000 rows: page by key or use [`Tx::each`].
    pub fn query<T>(
        &mut self,
        sql: impl SqlText,
        args: &[Value],
        mut map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut rows = Vec::new();
        self.visit(sql.text(), args, &mut |row| {
            if rows.len() == MOST_ROWS {
                return Err(StoreError::TooManyRows);
            }
            rows.push(map(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row through `map`, or none. Write `limit 1` unless a key makes it one row: the
    /// rest is read (so that a late error is seen) and thrown away.
    ///
    /// # Errors
    /// As [`Tx::query`].
    pub fn first<T>(
        &mut self,
        sql: impl SqlText,
        args: &[Value],
        mut map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let (mut first, mut seen) = (None, 0);
        self.visit(sql.text(), args, &mut |row| {
            seen += 1;
            match seen {
                1 => first = Some(map(row)?),
                _ if seen > MOST_ROWS => return Err(StoreError::TooManyRows),
                _ => {}
            }
            Ok(())
        })?;
        Ok(first)
    }

    /// Every row through `visit`, one at a time and without holding the whole result.
    ///
    /// # Errors
    /// The first error of the statement or of `visit`, which ends it.
    pub fn each(
        &mut self,
        sql: impl SqlText,
        args: &[Value],
        mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.visit(sql.text(), args, &mut visit)
    }

    /// Runs a statement that returns no rows; the number of rows it changed.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] and the rest.
    pub fn execute(&mut self, sql: impl SqlText, args: &[Value]) -> Result<u64, StoreError> {
        self.ready()?;
        let done = match &mut self.link {
            Over::Sqlite(conn) => sqlite::statement::execute(conn, sql.text(), args),
            Over::Postgres(link) => link.execute(sql.text(), args),
        };
        self.note(done)
    }

    /// Inserts many rows with the text for one: `insert into t (a, b) values ($1, $2)`, optionally
    /// with expressions in the tuple and `on conflict …` behind it. PostgreSQL takes all rows in
    /// one statement (`insert … select … from unnest`), SQLite runs the text once per row.
    ///
    /// `kinds` names what `$1`, `$2` … hold, `rows` the values in that order. Rows with the same
    /// key must be merged before: PostgreSQL refuses to update a row twice in one statement.
    /// Returns the number of rows changed.
    ///
    /// # Errors
    /// [`StoreError::Type`] for a value that is not of its kind or a text of another shape.
    pub fn insert_many<R: AsRef<[Value]>>(
        &mut self,
        sql: &'static str,
        kinds: &[Kind],
        rows: &[R],
    ) -> Result<u64, StoreError> {
        self.many((Deed::Insert, sql), kinds, rows)
    }

    /// Updates many rows with the text for one: `update t set a = $2 where id = $1`, with a single
    /// `where` and without an alias. No two rows may mean the same row of the table.
    ///
    /// # Errors
    /// As [`Tx::insert_many`].
    pub fn update_many<R: AsRef<[Value]>>(
        &mut self,
        sql: &'static str,
        kinds: &[Kind],
        rows: &[R],
    ) -> Result<u64, StoreError> {
        self.many((Deed::Update, sql), kinds, rows)
    }

    /// Asks a question for many rows of arguments and shows what is found to `visit`, with the
    /// place of the row that it was asked for, from 0. What was found for one row comes together
    /// and in its order; the rows come in any. PostgreSQL answers all in one statement.
    ///
    /// # Errors
    /// As [`Tx::insert_many`]; the first error of `visit`.
    pub fn ask_many<R: AsRef<[Value]>>(
        &mut self,
        sql: &'static str,
        kinds: &[Kind],
        rows: &[R],
        mut visit: impl FnMut(usize, &Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.ready()?;
        let done = match &mut self.link {
            Over::Sqlite(conn) => many::ask_sqlite(conn, sql, kinds, rows, &mut visit),
            Over::Postgres(link) => many::ask_postgres(link, sql, kinds, rows, &mut visit),
        };
        self.note(done)
    }

    /// Runs `work` inside a savepoint: if it fails, or a statement in it failed, its changes are
    /// undone and this transaction goes on.
    ///
    /// # Errors
    /// The error of `work`; [`StoreError::Poisoned`] if `work` hid a failed statement.
    pub fn attempt<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.execute("savepoint a", &[])?;
        let late = self.late.0.len();
        let result = match work(self) {
            Ok(value) if !self.poisoned => {
                self.execute("release savepoint a", &[])?;
                return Ok(value);
            }
            Ok(_) => StoreError::Poisoned.into(),
            Err(error) => error,
        };
        self.late.0.truncate(late);
        if !self.fatal {
            self.poisoned = false;
            self.execute("rollback to savepoint a", &[])?;
            self.execute("release savepoint a", &[])?;
        }
        Err(result)
    }

    /// Leaves a piece of work to the end of the transaction; an attempt that fails takes it along.
    pub(crate) fn put_off(&mut self, late: Late) {
        self.late.0.push(late);
    }

    /// Does at once what was put off, in a transaction that nobody ends for it: a long one, or one
    /// that looks at what it wrote.
    ///
    /// # Errors
    /// When the database fails.
    pub fn catch_up(&mut self) -> Result<(), StoreError> {
        let late = self.take_late();
        search::write_late(self, late::latest(late))
    }

    /// What was put off.
    pub(super) fn take_late(&mut self) -> Vec<Late> {
        std::mem::take(&mut self.late.0)
    }

    /// Prepares a statement without running it.
    ///
    /// # Errors
    /// What the engine says about the text; [`StoreError::Type`] for parameters that are not
    /// `$1`, `$2` …
    pub fn prepare_only(&mut self, sql: impl SqlText) -> Result<(), StoreError> {
        self.ready()?;
        let done = match &mut self.link {
            Over::Sqlite(conn) => sqlite::statement::prepare(conn, sql.text()),
            Over::Postgres(link) => link.prepare(sql.text()),
        };
        self.note(done)
    }

    /// Fails as a statement does that met a conflict, so that a test can have a retry at will.
    ///
    /// # Errors
    /// Always [`StoreError::Retry`].
    #[cfg(feature = "scratch")]
    pub fn conflict(&mut self) -> Result<(), StoreError> {
        self.note(Err(Failure {
            error: StoreError::Retry("made by a test".into()),
            retry: true,
            fatal: false,
        }))
    }

    /// How many statements ran in it, for tests that hold a page to a number of them.
    #[cfg(feature = "scratch")]
    #[must_use]
    pub fn statements(&self) -> u32 {
        self.statements
    }

    pub(super) fn poisoned(&self) -> bool {
        self.poisoned
    }

    pub(super) fn retryable(&self) -> bool {
        self.retry
    }

    pub(super) fn fatal(&self) -> bool {
        self.fatal
    }

    fn many<R: AsRef<[Value]>>(
        &mut self,
        what: (Deed, &'static str),
        kinds: &[Kind],
        rows: &[R],
    ) -> Result<u64, StoreError> {
        self.ready()?;
        let done = match &mut self.link {
            Over::Sqlite(conn) => many::sqlite(conn, what, kinds, rows),
            Over::Postgres(link) => many::postgres(link, what, kinds, rows),
        };
        self.note(done)
    }

    fn visit(
        &mut self,
        sql: &str,
        args: &[Value],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.ready()?;
        let done = match &mut self.link {
            Over::Sqlite(conn) => sqlite::statement::visit(conn, sql, args, visit),
            Over::Postgres(link) => link.visit(sql, args, visit),
        };
        self.note(done)
    }

    fn ready(&mut self) -> Result<(), StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        if Instant::now() > self.deadline {
            self.poisoned = true;
            return Err(StoreError::TimedOut);
        }
        #[cfg(feature = "scratch")]
        {
            self.statements += 1;
        }
        Ok(())
    }

    fn note<T>(&mut self, done: Result<T, Failure>) -> Result<T, StoreError> {
        done.map_err(|failure| {
            self.poisoned = true;
            self.retry |= failure.retry;
            self.fatal |= failure.fatal;
            failure.error
        })
    }
}
