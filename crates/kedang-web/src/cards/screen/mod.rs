//! A form definition drawn as a screen: sections in twelve columns, one control per kind of answer.
//!
//! The same definition is drawn twice: to be filled in ([`edit`]) and to be read ([`read`]).
//! Conditions are decided here, on the server; [`again`] answers a change with what hangs on it.

mod again;
mod blank;
mod cause;
mod conditional;
mod copy;
mod edit;
mod field;
mod filed;
mod meter;
mod note;
mod numeral;
mod read;
mod redraw;
mod row;
mod section;
mod sign;
mod slot;
mod spots;
mod toc;
mod value;
mod view;
pub(super) mod widget;

pub(super) use again::{clear, refresh};
pub(crate) use blank::blank;
pub(super) use conditional::{hanging, has_more};
pub(crate) use edit::edit;
pub(super) use edit::{loose, summary};
pub(super) use field::{carried, changes, field, is_group, none, place};
pub(crate) use meter::meter;
pub(super) use note::class;
pub(crate) use note::sentence;
pub(crate) use read::read;
pub(super) use redraw::swap;
pub(crate) use redraw::{Act, apply, redraw};
pub(crate) use row::row;
pub(crate) use sign::{Seal, SignBox, hand, sign_box};
pub(super) use slot::{Slot, id};
pub(crate) use toc::toc;
pub(crate) use value::value;
pub(crate) use view::{NO_LINKS, Screen, Uploads};
