//! Checks that the front-end files are built: `make web` makes them, nothing is committed.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist/manifest.json");
    if !Path::new("../../web/dist/manifest.json").exists() {
        println!("cargo::error=web/dist is missing: run `make web` first");
    }
}
