//! Definitions of forms, in JSON and in TOML.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    kedang_fuzz::form::definition(bytes);
});
