//! 隶属: which organization stands under which, and the tree they make (D12-4).

mod place;
mod tree;

pub use place::{called, lift, place};
pub(crate) use tree::line;
pub use tree::{Tree, tree};
