//! What is fuzzed, as the tests of the rooms have it: `make prove` runs the same over changed seeds
//! on stable Rust.

#[path = "../crates/kedang-store/tests/fuzz/mod.rs"]
pub mod filters;
#[path = "../crates/kedang-form/tests/fuzz/mod.rs"]
pub mod form;
#[path = "../crates/kedang-sheet/tests/fuzz/mod.rs"]
pub mod sheet;
#[path = "../crates/kedang-text/tests/fuzz/mod.rs"]
pub mod tokens;
