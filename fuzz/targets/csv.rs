//! Files that are text: CSV, web pages, workbooks written as XML.

#![no_main]

libfuzzer_sys::fuzz_target!(
    init: kedang_fuzz::panics_may_be_caught(),
    |bytes: &[u8]| {
        kedang_fuzz::sheet::table(bytes);
    }
);
