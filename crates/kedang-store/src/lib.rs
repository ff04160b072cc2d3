//! SQL and nothing else: one text for SQLite and PostgreSQL, the threads it runs on, and the
//! migrations. What may be read or written by whom is decided a room above, in `kedang-app`.

pub mod attachments;
pub mod audit;
pub mod backup;
pub mod branches;
pub mod cards;
pub mod changes;
pub mod co_owners;
pub mod contacts;
pub mod counters;
pub mod customers;
mod db;
pub mod departments;
pub mod dialect;
pub mod duplicates;
pub mod filing;
pub mod filter;
pub mod first_persons;
pub mod form_drafts;
pub mod forms;
pub mod idempotency;
pub mod imports;
pub mod last_talks;
pub mod listing;
pub mod login_failures;
pub mod members;
pub mod merges;
mod migrate;
pub mod moving;
pub mod persons;
pub mod posts;
pub mod recycling;
pub mod references;
pub mod saved_views;
pub mod searching;
pub mod sessions;
pub mod settings;
pub mod setup_links;
pub mod staff;
pub mod stages;
mod statements;
pub mod tallies;
pub mod timeline;
pub mod tokens;
pub mod undo;
pub mod verify;

#[cfg(feature = "scratch")]
pub use db::Scratch;
pub use db::{
    Built, Column, ColumnKind, ConstraintKind, Engine, Kind, Place, Row, SqlText, Store,
    StoreError, Tuning, Tx, Value, schema_of,
};
#[cfg(feature = "scratch")]
pub use migrate::migrations;
pub use migrate::{Migrated, Migration, Outlook, known_schema, migrate, migrate_list, outlook};
pub use statements::check as check_statements;
