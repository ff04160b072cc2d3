//! Setting up: a one-time link, the company and its first member of staff.

mod begin;
mod finish;
mod found;

pub use finish::SetUp;
pub use found::{Founder, Founding, Room};
