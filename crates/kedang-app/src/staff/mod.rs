//! Staff: accounts with their roles and links, departments, and how pages look to oneself.

mod create;
mod departments;
mod door;
mod edit;
mod invite;
mod list;
mod look;
mod open;
mod password;
mod status;

pub use create::create;
pub use departments::{AddDepartment, Department, add, rename};
pub use edit::edit;
pub use invite::Invited;
pub use kedang_store::staff::Look;
pub use list::{House, find, list};
pub use look::look;
pub(crate) use open::{OpenStaff, open_by};
pub use status::set_active;
