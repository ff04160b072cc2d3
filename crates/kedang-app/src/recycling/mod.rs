//! 回收站: customers are deleted with a reason, and come back.

mod delete;
mod list;
mod restore;

pub use delete::delete;
pub use list::{DAYS, InBin, list};
pub use restore::restore;
