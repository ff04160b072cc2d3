//! One PostgreSQL connection and the statements prepared on it.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::time::Duration;

use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{BorrowToSql, ToSql, Type};
use postgres::{Client, Config, NoTls, Statement};

use super::{accepts, connect};
use crate::db::sqlite::statement::returns_rows;
use crate::db::{Failure, Row, StoreError, Value};
use crate::dialect::error;

/// How many statements a connection keeps prepared.
const KEPT: usize = 256;

/// A connection with its cache of prepared statements.
pub(crate) struct Link {
    client: Client,
    /// By text; with the tick of the last use.
    prepared: HashMap<Box<str>, (Statement, u64)>,
    tick: u64,
    spent: bool,
}

impl Link {
    /// Connects; every statement is cut off after `limit`.
    pub(crate) fn open(config: &Config, limit: Duration) -> Result<Self, StoreError> {
        let mut client = connect::connect(config)?;
        // The times are the server's safety net: a client that hangs must not hold locks for ever.
        let millis = limit.as_millis();
        client
            .batch_execute(&format!(
                "set statement_timeout = {millis}; set lock_timeout = '10s';
                 set idle_in_transaction_session_timeout = {millis}; set timezone = 'UTC'"
            ))
            .map_err(|failed| error::postgres("", &failed).error)?;
        Ok(Link {
            client,
            prepared: HashMap::new(),
            tick: 0,
            spent: false,
        })
    }

    /// True if the connection is gone or must not be used for another transaction.
    pub(super) fn spent(&self) -> bool {
        self.spent || self.client.is_closed()
    }

    /// Runs `begin`, `commit` and the like.
    pub(crate) fn run(&mut self, sql: &str) -> Result<(), Failure> {
        self.client
            .batch_execute(sql)
            .map_err(|failed| error::postgres(sql, &failed))
    }

    /// Runs a text and shows each row to `visit` as it arrives.
    pub(in crate::db) fn visit(
        &mut self,
        sql: &str,
        args: &[Value],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), Failure> {
        let statement = self.bound(sql, args)?;
        self.stream(sql, &statement, args, visit).map(drop)
    }

    /// Runs a text that returns no rows; the number of rows changed.
    pub(in crate::db) fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, Failure> {
        let statement = self.bound(sql, args)?;
        if !statement.columns().is_empty() {
            return Err(returns_rows().into());
        }
        self.stream(sql, &statement, args, &mut |_| Ok(()))
    }

    /// Runs a text with whole columns as parameters; the number of rows changed.
    pub(in crate::db) fn execute_columns(
        &mut self,
        sql: &str,
        columns: Vec<Box<dyn ToSql + Sync + '_>>,
    ) -> Result<u64, Failure> {
        let statement = self.statement(sql)?;
        self.stream(sql, &statement, columns, &mut |_| Ok(()))
    }

    /// Runs a text with whole columns as parameters and shows each row to `visit`.
    pub(in crate::db) fn visit_columns(
        &mut self,
        sql: &str,
        columns: Vec<Box<dyn ToSql + Sync + '_>>,
        visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), Failure> {
        let statement = self.statement(sql)?;
        self.stream(sql, &statement, columns, visit).map(drop)
    }

    /// Writes what a `copy … to stdout` sends.
    pub(crate) fn copy_out(&mut self, sql: &str, to: &mut dyn Write) -> Result<(), StoreError> {
        let said = |failed: postgres::Error| error::postgres(sql, &failed).error;
        let mut rows = self.client.copy_out(sql).map_err(said)?;
        io::copy(&mut rows, &mut Box::new(to)).map_err(moving)?;
        Ok(())
    }

    /// Sends what a `copy … from stdin` takes; the number of rows.
    pub(crate) fn copy_in(&mut self, sql: &str, from: &mut dyn Read) -> Result<u64, StoreError> {
        let said = |failed: postgres::Error| error::postgres(sql, &failed).error;
        let mut rows = self.client.copy_in(sql).map_err(said)?;
        io::copy(&mut Box::new(from), &mut rows).map_err(moving)?;
        rows.finish().map_err(said)
    }

    /// [`Link::copy_in`] that says too which row the server did not take.
    pub(crate) fn copy_rows(
        &mut self,
        sql: &str,
        from: &mut dyn Read,
    ) -> Result<u64, Box<(StoreError, error::CopyTold)>> {
        let said = |failed: postgres::Error| {
            let told = error::copy_told(&failed);
            Box::new((error::postgres(sql, &failed).error, told))
        };
        let mut rows = self.client.copy_in(sql).map_err(said)?;
        if let Err(broken) = io::copy(&mut Box::new(from), &mut rows) {
            let by_server = broken.get_ref();
            if by_server.is_some_and(|inner| inner.is::<postgres::Error>()) {
                // What the server has to say of a row comes when it is asked for their number.
                if let Err(failed) = rows.finish() {
                    return Err(said(failed));
                }
            }
            return Err(Box::new((moving(broken), error::CopyTold::default())));
        }
        rows.finish().map_err(said)
    }

    /// Prepares a text without running it, and checks that its parameters can be bound and its
    /// columns be read.
    pub(in crate::db) fn prepare(&mut self, sql: &str) -> Result<(), Failure> {
        let statement = self
            .client
            .prepare(sql)
            .map_err(|failed| error::postgres(sql, &failed))?;
        if let Some(odd) = statement.params().iter().find(|wanted| !known(wanted)) {
            return Err(StoreError::Type(format!("nothing can be bound to {odd}")).into());
        }
        let read = |found: &Type| {
            known(found) || matches!(*found, Type::VARCHAR | Type::NAME | Type::VOID)
        };
        if let Some(odd) = statement
            .columns()
            .iter()
            .find(|column| !read(column.type_()))
        {
            let message = format!("column {} is {}: cast it", odd.name(), odd.type_());
            return Err(StoreError::Type(message).into());
        }
        Ok(())
    }

    fn stream<P, I>(
        &mut self,
        sql: &str,
        statement: &Statement,
        args: I,
        visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<u64, Failure>
    where
        P: BorrowToSql,
        I: IntoIterator<Item = P>,
        I::IntoIter: ExactSizeIterator,
    {
        match flow(&mut self.client, statement, args, visit) {
            Ok(changed) => Ok(changed),
            Err(Stop::Failed(failed)) => {
                if error::stale_plan(&failed) {
                    self.prepared.clear();
                }
                Err(error::postgres(sql, &failed))
            }
            Err(Stop::Visitor { error, ended }) => {
                if !ended {
                    self.cancel();
                }
                Err(error.into())
            }
        }
    }

    /// After a result that was not read to its end: stops the server, which would go on sending,
    /// and gives the connection up after this transaction, since the cancel may still be on its
    /// way when the next statement runs.
    fn cancel(&mut self) {
        self.spent = true;
        if let Err(error) = self.client.cancel_token().cancel_query(NoTls) {
            tracing::warn!(%error, "a statement could not be cancelled");
        }
    }

    /// The prepared statement of a text whose parameters take these values.
    fn bound(&mut self, sql: &str, args: &[Value]) -> Result<Statement, Failure> {
        let statement = self.statement(sql)?;
        let params = statement.params();
        if params.len() != args.len() {
            let message = format!(
                "{} parameters in the text, {} values",
                params.len(),
                args.len()
            );
            return Err(StoreError::Type(message).into());
        }
        for (value, wanted) in args.iter().zip(params) {
            accepts(value, wanted)?;
        }
        Ok(statement)
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, Failure> {
        self.tick += 1;
        if let Some((statement, used)) = self.prepared.get_mut(sql) {
            *used = self.tick;
            return Ok(statement.clone());
        }
        let statement = self
            .client
            .prepare(sql)
            .map_err(|failed| error::postgres(sql, &failed))?;
        if self.prepared.len() >= KEPT {
            let oldest = self.prepared.iter().min_by_key(|(_, (_, used))| *used);
            if let Some(oldest) = oldest.map(|(text, _)| text.clone()) {
                self.prepared.remove(&oldest);
            }
        }
        self.prepared
            .insert(sql.into(), (statement.clone(), self.tick));
        Ok(statement)
    }
}

/// A file on one side, the server on the other: either may have failed.
#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
fn moving(error: io::Error) -> StoreError {
    if error.kind() == io::ErrorKind::StorageFull {
        return StoreError::Full;
    }
    StoreError::Unavailable(format!("moving rows: {error}"))
}

/// Why a result was not read to its end.
enum Stop {
    /// The server or the connection.
    Failed(postgres::Error),
    /// Whoever was shown the rows; `ended` if there were few left and they have been read.
    Visitor { error: StoreError, ended: bool },
}

/// Runs a statement and shows each row to `visit`; the number of rows.
fn flow<P, I>(
    client: &mut Client,
    statement: &Statement,
    args: I,
    visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<u64, Stop>
where
    P: BorrowToSql,
    I: IntoIterator<Item = P>,
    I::IntoIter: ExactSizeIterator,
{
    let mut rows = client.query_raw(statement, args).map_err(Stop::Failed)?;
    while let Some(row) = rows.next().map_err(Stop::Failed)? {
        if let Err(error) = visit(&Row::postgres(&row)) {
            let ended = (0..1_000).any(|_| !matches!(rows.next(), Ok(Some(_))));
            return Err(Stop::Visitor { error, ended });
        }
    }
    Ok(rows.rows_affected().unwrap_or(0))
}

/// The types a [`Value`] can be bound to and a column read from.
fn known(found: &Type) -> bool {
    matches!(
        *found,
        Type::BOOL
            | Type::INT2
            | Type::INT4
            | Type::INT8
            | Type::FLOAT8
            | Type::TEXT
            | Type::JSONB
            | Type::BYTEA
    )
}
