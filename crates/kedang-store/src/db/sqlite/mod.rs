//! SQLite: connections, statements, reading threads and the one writer with its group commit.

pub(super) mod decode;
pub(crate) mod open;
mod session;
pub(crate) mod statement;
mod writer;

pub(super) use session::Session;
pub(super) use writer::{Batch, write};
