//! Forms under the pen (表样草稿): a copy or the next version of a form, changed step by step,
//! published as a version. For stewards.

mod copy;
mod defects;
mod diff;
mod discard;
mod door;
mod edit;
mod list;
mod names;
mod publish;
mod revise;
mod show;
mod take_back;
mod typed;
mod words;

pub use copy::{NewCopy, copy, may_copy};
pub use diff::{FormDiff, diff};
pub use discard::discard;
pub use edit::edit;
pub use kedang_form::{
    Demand, Design, Edit, FormChange, FormChangeKind, Moved, Reworded, Worded, Wording,
};
pub use list::{Desk, FormLine, desk, list};
pub use publish::{PublishedForm, publish};
pub use revise::revise;
pub use show::{DraftView, show};
pub use take_back::take_back;
pub use typed::{Act, Typed, TypedOption};
