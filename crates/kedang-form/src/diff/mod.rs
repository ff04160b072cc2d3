//! What changed: between two revisions of a card, between two versions of a form.

mod answers;
mod forms;

pub use answers::{Change, Shown, diff_answers};
pub use forms::{FormChange, FormChangeKind, diff_forms};
