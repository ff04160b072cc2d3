//! Saved views of a list: made, listed, renamed, deleted.

mod create;
mod delete;
mod list;
mod open;
mod rename;

pub use create::create;
pub use delete::delete;
pub use list::list;
pub use rename::rename;
