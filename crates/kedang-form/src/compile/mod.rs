//! From the files of a definition to a form, with every defect found on the way.

mod fields;
mod form;
mod meta;
mod references;
mod source;
mod sources;

pub use meta::{CustomerKind, Meta};
pub(crate) use references::inner_condition;
pub use source::source_lines;
pub(crate) use sources::Definition;
pub use sources::FormSources;
