//! Customers: open, show, list, count, search.

mod count;
mod create;
mod cursor;
mod entries;
mod index;
mod list;
mod search;
mod show;

pub use count::count;
pub use create::create;
pub(crate) use index::index;
pub use list::{ListCustomers, list};
pub use search::{Found, SearchCustomers, SearchResult, search};
pub use show::show;
