//! Questions about the list of customers, asked of SQLite.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    kedang_fuzz::filters::question(bytes);
});
