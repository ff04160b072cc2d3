//! Many pages at once: the cards of a form of the customers of a list, filled or blank, as one PDF.
//!
//! A run lives in the program, not in the database (ADR 29): its pages hold what the reader may see
//! and are nowhere but in memory, for an hour. A program that ends takes its runs along; nothing
//! else is lost, and a run is begun again in one click.

mod ask;
mod begin;
mod desk;
mod gather;
mod work;

pub use ask::{MOST as RUN_MOST, RunAsk, Whom};
pub(crate) use desk::Desk;
pub use desk::{RunState, RunView};
