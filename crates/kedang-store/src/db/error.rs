//! What can go wrong between a statement and its rows, the same on both engines.

use std::error::Error;

/// Why the store did not do what it was asked to.
///
/// Messages are for the log, not for people: the edges turn what matters into words. None carries
/// a bound value.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// An earlier statement of this transaction failed; nothing after it counts until the
    /// enclosing [`Tx::attempt`](crate::Tx::attempt) has rolled back.
    #[error("an earlier statement of this transaction failed")]
    Poisoned,
    /// The database cannot be reached or lost this transaction (full disk, I/O error, broken
    /// connection); nothing was acknowledged, and another try may work.
    #[error("the database cannot be used now: {0}")]
    Unavailable(String),
    /// The queue is full or another process holds the lock; to be answered with 503.
    #[error("the database is busy")]
    Busy,
    /// The call ran into its time limit.
    #[error("the database took longer than the limit")]
    TimedOut,
    /// [`Tx::query`](crate::Tx::query) found more than 1,000 rows.
    #[error("more than 1000 rows")]
    TooManyRows,
    /// A constraint of the schema said no.
    #[error("{kind:?} constraint on {table}({column})")]
    Constraint {
        /// The table written to.
        table: String,
        /// The column; several joined by `,` in the order of the index; empty when a foreign key,
        /// a trigger or a check over several columns said no; an index's name when it is over an
        /// expression.
        column: String,
        /// Which sort of constraint.
        kind: ConstraintKind,
    },
    /// A value cannot be bound to its parameter or read as the type asked for.
    #[error("type mismatch: {0}")]
    Type(String),
    /// A conflict with another transaction; `Store::write` runs the closure again by itself.
    #[error("conflict with another transaction: {0}")]
    Retry(String),
    /// A write inside a read.
    #[error("a read must not write")]
    ReadOnly,
    /// The disk or the database's quota is full.
    #[error("the disk is full")]
    Full,
    /// The closure panicked; its own work was rolled back.
    #[error("the job panicked: {0}")]
    Panicked(String),
    /// The data was written by a newer program, which this one must not touch.
    #[error("the data has schema {found}, this program knows up to {known}: use a newer program")]
    SchemaNewer {
        /// The data's schema.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// The data must be migrated first.
    #[error("the data has schema {found}, this program needs {known}: run migrate")]
    SchemaOlder {
        /// The data's schema; 0 is an empty or absent database.
        found: u32,
        /// The schema this program needs.
        known: u32,
    },
    /// A migration in the data carries another name than the program's migration of that number.
    #[error("migration {number} is '{found}' in the data and '{known}' in this program")]
    SchemaDiffers {
        /// The migration's number.
        number: u32,
        /// Its name in the data.
        found: String,
        /// Its name in the program.
        known: String,
    },
    /// The database or file is not one Kedang can use.
    #[error("not usable: {0}")]
    Unsupported(String),
    /// Anything else the engine said.
    #[error(transparent)]
    Other(#[from] Box<dyn Error + Send + Sync>),
}

/// Which sort of constraint was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// A primary key or unique index.
    Unique,
    /// A column that must have a value.
    NotNull,
    /// A `check`.
    Check,
    /// A reference to a row that is not there, or still used.
    ForeignKey,
    /// A trigger refused (append-only tables).
    Trigger,
}

/// A failed statement: the error for the caller and what it means for the transaction.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: StoreError,
    /// Running the whole closure again may work.
    pub(crate) retry: bool,
    /// The transaction or its connection is lost and nothing in it can be trusted.
    pub(crate) fatal: bool,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure {
            error,
            retry: false,
            fatal: false,
        }
    }
}
