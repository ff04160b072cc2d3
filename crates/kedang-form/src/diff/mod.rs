//! What changed: between two revisions of a card, between two versions of a form.

mod answers;
mod forms;
mod places;
mod words;

pub use answers::{Change, Shown, diff_answers};
pub use forms::{FormChange, FormChangeKind, diff_forms};
pub use places::{Moved, diff_places};
pub use words::{Reworded, Worded, diff_words};
