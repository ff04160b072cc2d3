//! A form under the pen: what a steward does to a copy of a form, step by step, as pure functions.
//!
//! A [`Design`] is a definition taken apart; an [`Edit`] changes it or is refused with a [`Fault`].
//! Keys of fields never change and a published field is retired, never removed, so that old cards
//! stay readable.

mod change;
mod closing;
mod edit;
mod fault;
mod hanging;
mod options;
mod paper;
mod parts;
mod places;
mod retire;
mod sections;

pub use edit::{Demand, Edit, FieldChange, NewField, Wording};
pub use fault::Fault;
pub use parts::Design;
