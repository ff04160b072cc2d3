//! Conditions as data: when a field is shown, asked for, or wrong. Run on the server only.

mod evaluate;
mod references;
mod tree;

pub(crate) use references::Reference;
pub use tree::Condition;
