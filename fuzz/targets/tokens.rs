//! Tokens, queries, ranking and marks.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    kedang_fuzz::tokens::search(bytes);
});
