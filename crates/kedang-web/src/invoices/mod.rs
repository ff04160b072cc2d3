//! 开票资料 of a customer (D03-3).

mod pdf;
mod show;

pub(crate) use pdf::pdf;
pub(crate) use show::show;
