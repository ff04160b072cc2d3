//! The contact log (往来): write down, correct, remove, list; and the timeline that holds it all.

mod create;
mod door;
mod edit;
mod list;
mod named;
mod remove;
mod show;
mod timeline;

pub use create::create;
pub use edit::{EditContact, edit};
pub use kedang_store::timeline::Event;
pub use list::{ContactList, ListContacts, list};
pub use named::{Named, NamedContact, named};
pub use remove::remove;
pub use show::show;
pub use timeline::{Timeline, timeline};
