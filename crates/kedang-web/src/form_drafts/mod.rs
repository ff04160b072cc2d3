//! 表样草稿: the designer. Left the outline of sections and fields with its buttons, right the form
//! as an empty card of it will look. Each step is a post; with script only the two panes change.

mod add;
mod columns;
mod desk;
mod diff;
mod discard;
mod edit;
mod kinds;
mod names;
mod open;
mod options;
mod outline;
mod panel;
mod publish;
mod retired;
mod show;
mod step;
mod take_back;
mod typed;

pub(crate) use diff::diff;
pub(crate) use discard::discard;
pub(crate) use edit::edit;
pub(crate) use publish::publish;
pub(crate) use show::show;
pub(crate) use take_back::take_back;
