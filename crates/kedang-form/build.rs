//! Lists `forms/<key>/`, so that shipping a form is adding a folder.

use std::env;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let home = env::var_os("CARGO_MANIFEST_DIR")
        .ok_or_else(|| io::Error::other("CARGO_MANIFEST_DIR is not set"))?;
    let forms = Path::new(&home).join("../../forms");
    println!("cargo::rerun-if-changed={}", forms.display());

    let mut list = String::from("&[\n");
    for folder in sorted(&forms)?.iter().filter(|path| path.is_dir()) {
        for file in sorted(folder)?.iter().filter(|path| path.is_file()) {
            let (form, name) = (name(folder.file_name())?, name(file.file_name())?);
            writeln!(list, "    ({form:?}, {name:?}, include_str!({file:?})),")
                .map_err(io::Error::other)?;
        }
    }
    list.push_str("]\n");

    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("forms.rs"), list)
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
        .ok_or_else(|| io::Error::other("a file name in forms/ is not UTF-8"))
}
