//! The product in a test: an application on one engine, the people of the eight roles, and a
//! caller that goes through the same router as the world.
//!
//! Clock and chance are fixed, so that ids and times in snapshots are always the same.

mod app;
mod caller;
mod people;

pub use app::TestApp;
pub use caller::{Answer, Caller};
pub use kedang_files::fixtures as files;
pub use kedang_store::Engine;
pub use kedang_testkit_macros::both_engines;
