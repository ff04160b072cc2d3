//! Checks that the font is there: `make web` copies it from its npm package, nothing is committed.

use std::path::Path;

const FONT: &str = "../../web/font/NotoSansSC-Regular.ttf";

fn main() {
    println!("cargo::rerun-if-changed={FONT}");
    if !Path::new(FONT).exists() {
        println!("cargo::error=web/font is missing: run `make web` first");
    }
}
