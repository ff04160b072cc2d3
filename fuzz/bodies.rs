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

/// Lets a panic be caught by whoever expects one: libFuzzer's own hook ends the process at any, and a
/// foreign reader of workbooks may panic, which is a damaged file. One that nobody catches still
/// ends it.
pub fn panics_may_be_caught() {
    std::panic::set_hook(Box::new(|_info| {}));
}
