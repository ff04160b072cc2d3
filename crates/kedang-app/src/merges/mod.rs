//! 合并: two customers become one, and two again if it was wrong.

mod kept;
mod merge;
mod moves;
mod plan;
mod show;
mod undo;

pub use kept::Kept;
pub use merge::merge;
pub use moves::Moves;
pub use plan::{Merge, Preview, preview};
pub use show::{DAYS, MergeView, of_customer, show};
pub(crate) use undo::set;
pub use undo::undo;

/// The kind of undo set.
const KIND: &str = "merge";
const SURVIVOR: &str = "customers";
const RELATIONS: &str = "relations";
/// Co-owners that a merge made.
const CO_OWNERS: &str = "co_owners";
/// Former names that a merge made, apart from those that moved.
const MADE_NAMES: &str = "customer_names.made";
/// A place under another that a merge made; its id is whom it stands under.
const MADE_PLACE: &str = "made_place";
