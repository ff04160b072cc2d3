//! 往来 and 时间线: the contact log of a customer, and everything that happened.

mod create;
mod edit;
mod event;
mod form;
mod ids;
mod list;
mod named;
mod remove;
mod section;
mod timeline;
mod typed;

pub(crate) use create::create;
pub(crate) use edit::{edit, save};
pub(crate) use list::list;
pub(crate) use named::{blank, named};
pub(crate) use remove::remove;
pub(crate) use section::{events, log, section};
pub(crate) use timeline::timeline;
