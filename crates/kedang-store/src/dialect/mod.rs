//! The only place where the two engines may differ in what they say.

pub(crate) mod error;
pub(crate) mod integrity;
pub mod planner;
pub mod search;
