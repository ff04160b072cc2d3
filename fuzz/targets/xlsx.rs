//! Workbooks, whole and part by part.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    kedang_fuzz::sheet::workbook(bytes);
});
