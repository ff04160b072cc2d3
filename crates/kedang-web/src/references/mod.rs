//! 参考资料: the text to be read beside a form, read and published (D12-1).

mod edit;
mod publish;
mod show;

pub(crate) use edit::edit;
pub(crate) use publish::publish;
pub(crate) use show::show;
