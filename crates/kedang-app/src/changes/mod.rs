//! 变动: guarded fields change with an event, and events are recorded by themselves (D02-6).

mod add;
mod guard;
mod keep;
mod list;

pub use add::add;
pub(crate) use guard::{Guarded, guarded, proven};
pub(crate) use keep::{imported, keep};
pub use list::list;
