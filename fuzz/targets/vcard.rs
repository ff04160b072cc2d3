//! Cards of an address book.

#![no_main]

libfuzzer_sys::fuzz_target!(
    init: kedang_fuzz::panics_may_be_caught(),
    |bytes: &[u8]| {
        kedang_fuzz::sheet::card(bytes);
    }
);
