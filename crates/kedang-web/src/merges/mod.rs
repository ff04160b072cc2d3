//! 合并: two customers side by side, what becomes of them, and the way back.

mod blank;
mod choose;
mod create;
mod show;

pub(crate) use blank::blank;
pub(crate) use create::create;
pub(crate) use show::{note, show, undo};
