//! Customers: open, show, list, count, search.

mod count;
mod create;
mod cursor;
mod entries;
mod list;
mod search;
mod show;

pub use count::count;
pub use create::create;
pub use list::{ListCustomers, list};
pub use search::{Found, SearchCustomers, SearchResult, search};
pub use show::show;
