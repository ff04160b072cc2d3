//! 备份: what lies there, a new one, a second look at one, one less (T-47).

mod acts;
mod doing;
mod list;
mod sure;

pub(crate) use acts::{check, remove, take};
pub(crate) use list::{list, progress};
pub(crate) use sure::sure;
