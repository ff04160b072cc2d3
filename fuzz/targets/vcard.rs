//! Cards of an address book.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    kedang_fuzz::sheet::card(bytes);
});
