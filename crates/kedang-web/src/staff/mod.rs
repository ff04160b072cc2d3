//! 人员: accounts, their roles and posts, departments, and the link with which one sets a password.

mod create;
mod departments;
mod desk;
mod invite;
mod link;
mod list;
mod save;
mod show;
mod status;
mod typed;

pub(crate) use create::{blank, create};
pub(crate) use departments::{add, rename};
pub(crate) use invite::{accept, invite};
pub(crate) use link::link;
pub(crate) use list::list;
pub(crate) use save::save;
pub(crate) use show::show;
pub(crate) use status::{resume, suspend};
