//! The database as the rest of the house sees it: `Store` hands out a `Tx`, and a `Tx` takes SQL
//! text and `Value`s on either engine. `sqlite/` and `postgres/` hold what differs underneath.

mod error;
mod job;
pub(crate) mod late;
mod many;
mod place;
mod pool;
mod pools;
pub(crate) mod postgres;
mod queue;
mod reply;
mod row;
mod schema;
#[cfg(feature = "scratch")]
mod scratch;
pub(crate) mod sqlite;
mod store;
mod text;
mod tuning;
mod tx;
mod value;

pub(crate) use error::Failure;
pub use error::{ConstraintKind, StoreError};
pub use many::Kind;
pub use place::{Engine, Place};
pub use row::{Column, Row};
pub(crate) use schema::kind as kind_of;
pub use schema::{ColumnKind, schema_of};
#[cfg(feature = "scratch")]
pub use scratch::Scratch;
pub use store::Store;
pub(crate) use text::statements;
pub use text::{Built, SqlText};
pub use tuning::Tuning;
pub(crate) use tx::Over;
pub use tx::Tx;
pub use value::Value;
