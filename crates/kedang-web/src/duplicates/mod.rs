//! 疑似重复: pairs of customers that may be the same.

mod list;
mod settle;

pub(crate) use list::list;
pub(crate) use settle::settle;
