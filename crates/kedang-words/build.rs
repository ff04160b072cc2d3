//! Lists `locales/<language>/<room>.ftl`, so that adding a room is adding two files.

use std::env;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut list = String::from("&[\n");
    for language in sorted(&locales)?.iter().filter(|path| path.is_dir()) {
        for file in sorted(language)? {
            if file.extension() == Some(OsStr::new("ftl")) {
                let (code, room) = (name(language.file_name())?, name(file.file_stem())?);
                writeln!(list, "    ({code:?}, {room:?}, include_str!({file:?})),")
                    .map_err(io::Error::other)?;
            }
        }
    }
    list.push_str("]\n");

    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("rooms.rs"), list)
}

/// The entries of a folder in a fixed order: the same tree must build the same binary.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

fn name(part: Option<&OsStr>) -> io::Result<&str> {
    part.and_then(OsStr::to_str)
        .ok_or_else(|| io::Error::other("a file name in locales/ is not UTF-8"))
}
