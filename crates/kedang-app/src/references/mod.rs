//! Reference texts (参考资料) that hang on a form: read by everybody, published by stewards (D12-1).

mod publish;
mod seed;
mod show;

pub use publish::publish;
pub(crate) use seed::seed;
pub use show::{Desk, ReferenceView, desk, show};
