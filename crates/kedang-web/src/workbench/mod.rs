//! 工作台: the four areas of the work, 收集, 整理, 查阅, 分析, each with what there is to do (D13-2).

mod areas;
mod page;
mod read;

pub(crate) use page::page;
