//! 表样: the forms that came with the program and the company's own, looked at and copied.

mod copy;
mod frame;
mod list;
mod paper;
mod paper_pdf;
mod preview;
mod revise;
mod show;

pub(crate) use copy::{blank, copy};
pub(crate) use frame::{page, trail};
pub(crate) use list::list;
pub(crate) use paper::paper;
pub(crate) use paper_pdf::paper_pdf;
pub(crate) use preview::preview;
pub(crate) use revise::revise;
pub(crate) use show::show;
