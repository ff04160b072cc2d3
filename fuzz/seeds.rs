//! Writes the seeds into `corpus/<target>`, where libFuzzer begins.

use std::fs;
use std::io::Result;
use std::path::Path;

use kedang_fuzz::{filters, form, sheet, tokens};

fn main() -> Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut definitions = form::definitions();
    definitions.push(form::sources());
    for (target, seeds) in [
        ("csv", sheet::texts()),
        ("xlsx", sheet::workbooks()),
        ("vcard", sheet::cards()),
        ("form", definitions),
        ("tokens", tokens::searches()),
        ("filters", filters::questions()),
    ] {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        for (n, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{n}")), seed)?;
        }
    }
    Ok(())
}
