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
mod widget;

pub(crate) use blank::blank;
pub(crate) use edit::edit;
pub(crate) use meter::meter;
pub(crate) use note::sentence;
pub(crate) use read::read;
pub(crate) use redraw::{Act, apply, redraw};
pub(crate) use row::row;
pub(crate) use sign::{Seal, SignBox, hand, sign_box};
pub(crate) use toc::toc;
pub(crate) use value::value;
pub(crate) use view::{NO_LINKS, Screen, Uploads};
