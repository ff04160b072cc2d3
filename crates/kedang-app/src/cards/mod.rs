//! Cards (卡/表) in dossiers: opened, filled in, signed, continued row by row, looked back at.
//!
//! Every use case goes through `door`, every answer of class P2 through `seal`. Who may edit sees
//! all answers; who may only read sees those that are not sensitive.

mod alerts;
mod changes;
pub(crate) mod check;
mod commits;
mod comparison;
mod content;
pub(crate) mod derived;
mod door;
mod files;
mod filing;
mod guard;
mod history;
mod index;
mod links;
mod list;
mod open;
mod print;
mod row_content;
mod row_list;
mod row_sign;
mod row_write;
mod save;
mod seal;
mod show;
mod sign;
mod signer;
mod standing;
mod to_learn;
mod view;

pub use comparison::{Followed, VisitComparison, VisitState, comparison, has_comparison};
pub use filing::{file, unfile};
pub use history::{diff, revision, revisions};
pub use index::{OwnedEntry, search_entries};
pub use links::{Linked, Links};
pub use list::list;
pub use open::open;
pub use print::print;
pub(crate) use print::print_drawing;
pub use row_list::{ListRows, rows};
pub use row_sign::{SignRow, sign_row};
pub use row_write::{WriteRow, write_row};
pub use save::{Save, save};
pub use show::show;
pub use sign::{Sign, sign};
pub use to_learn::{ToLearn, Unknown, to_learn};
pub use view::{
    Alert, CardList, CardView, Difference, History, Listed, RevisionView, RowView, Rows, Typed,
    Written,
};
