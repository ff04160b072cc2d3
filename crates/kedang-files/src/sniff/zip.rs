//! Looks into zip archives: office files are told by their own list of content types.
//!
//! Programs read archives in different ways, so an archive that could be read in two is taken for
//! none: the directory must be one, at the end, whole, and hold one list. Nothing but that list is
//! unpacked (ASVS 5.2.3).

mod directory;
mod entry;
mod office;

use std::io::{self, Read, Seek};

use crate::Kind;

/// What only archives have that a computer runs: Java, Android.
const PROGRAM_MARKS: [&str; 2] = ["meta-inf/manifest.mf", "androidmanifest.xml"];

/// `Docx`, `Xlsx`, `Pptx`, `MacroOffice`, `Program`, `Zip`, or `Unknown` if it is not whole.
pub(super) fn inspect<R: Read + Seek>(source: &mut R) -> io::Result<Kind> {
    let Some(entries) = directory::read(source)? else {
        return Ok(Kind::Unknown);
    };
    let mut lists = entries
        .iter()
        .filter(|entry| entry.name == office::CONTENT_TYPES);
    let (list, second) = (lists.next(), lists.next());
    if entries
        .iter()
        .any(|entry| office::is_macro_part(&entry.name))
    {
        return Ok(Kind::MacroOffice);
    }
    match (list, second) {
        (None, _) => {
            let program = entries
                .iter()
                .any(|entry| PROGRAM_MARKS.contains(&entry.name.as_str()));
            Ok(if program { Kind::Program } else { Kind::Zip })
        }
        (Some(list), None) => Ok(entry::unpack(source, list)?
            .and_then(|bytes| office::kind(&bytes))
            .unwrap_or(Kind::Unknown)),
        (Some(_), Some(_)) => Ok(Kind::Unknown),
    }
}
