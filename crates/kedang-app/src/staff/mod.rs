//! Staff: opened with their roles, and how pages look to them.

mod look;
mod open;
mod password;

pub use kedang_store::staff::Look;
pub use look::look;
pub(crate) use open::{OpenStaff, open_by};
