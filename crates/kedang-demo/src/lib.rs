//! The demo company: a group of four businesses with its customers, invented from a seed and lived
//! through the use cases, so that what is shown is what the program does.
//!
//! A room of its own because it is all invention: lists of words that no other room may hold.

mod days;
mod dealers;
mod desk;
mod dice;
mod face;
mod fill;
mod group;
mod house;
mod invent;
mod numbers;
mod office;
mod paper;
mod pen;
mod salon;
mod someone;
mod story;
mod talk;
mod telling;
mod words;

pub use fill::Filled;
pub use group::{COMPANY, accounts};
pub use invent::{Plan, build, stories};
pub use story::{Card, Deed, File, Hand, Person, Story, What};
pub use talk::Talk;
