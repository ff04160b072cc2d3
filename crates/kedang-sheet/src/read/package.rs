//! The door for zipped workbooks: every part is looked at before anything of it is believed.
//!
//! What opens the workbook afterwards trusts sizes and counts that stand in it. Here they are
//! counted: no part is larger than it says, none is named so that it leads out of the file, and no
//! XML of it has a document type, by which it could grow or reach outside.

use std::collections::HashSet;
use std::io::Read;

use flate2::read::DeflateDecoder;

use super::grid::Room;
use super::scan::Scan;
use crate::{Other, SheetFault};

/// All parts together may inflate to this, bytes.
const INFLATED: u64 = 512 << 20;
/// A workbook of 1,000 sheets with pictures has some thousand parts.
const PARTS: usize = 10_000;
/// XML that repeats itself packs up to some 50 times, empty rows up to 150; beyond is no table.
const RATIO: u64 = 400;
/// Below this a ratio says nothing, bytes.
const SMALL: u64 = 8 << 20;
/// Elements of a part that is kept in memory whole while reading, such as the styles.
const ELEMENTS: usize = 400_000;

/// What was counted of a workbook.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Package {
    /// Merges of all sheets.
    pub(super) merges: usize,
}

/// One entry of the central directory.
struct Part<'a> {
    name: &'a str,
    packed: bool,
    body: &'a [u8],
    size: u64,
}

/// Looks a package over.
pub(super) fn inspect(bytes: &[u8], room: &mut Room) -> Result<Package, SheetFault> {
    let parts = directory(bytes)?;
    kind(&parts)?;
    let mut sum = 0u64;
    for part in &parts {
        sum = sum.saturating_add(part.size);
        let packed = (part.body.len() as u64).max(1);
        if sum > INFLATED || (part.size > SMALL && part.size / packed > RATIO) {
            return Err(SheetFault::PartTooLarge {
                part: part.name.to_owned(),
                max: INFLATED,
            });
        }
    }
    let mut package = Package::default();
    for part in parts.iter().filter(|part| xml(part.name)) {
        let scan = scan(part)?;
        if scan.document_type {
            return Err(SheetFault::Dtd {
                part: part.name.to_owned(),
            });
        }
        weigh(part, &scan, room)?;
        package.merges += scan.merges;
    }
    Ok(package)
}

fn xml(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xml", ".rels", ".vml"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Refuses what is zipped but is no workbook.
fn kind(parts: &[Part]) -> Result<(), SheetFault> {
    let has = |prefix: &str| {
        parts
            .iter()
            .any(|part| part.name.to_ascii_lowercase().starts_with(prefix))
    };
    let what = if has("xl/workbook.bin") {
        Other::BinaryWorkbook
    } else if has("xl/") && has("[content_types].xml") {
        return Ok(());
    } else if has("word/") {
        Other::Document
    } else if has("ppt/") {
        Other::Slides
    } else if has("mimetype") && has("content.xml") {
        Other::OpenDocument
    } else {
        Other::Archive
    };
    Err(SheetFault::OtherKind { what })
}

/// Takes what the reader will hold in memory of a part.
fn weigh(part: &Part, scan: &Scan, room: &mut Room) -> Result<(), SheetFault> {
    let large = || SheetFault::PartTooLarge {
        part: part.name.to_owned(),
        max: INFLATED,
    };
    let name = part.name.to_ascii_lowercase();
    if name.contains("worksheets/") && !name.contains("_rels/") {
        return Ok(());
    }
    if name.ends_with("sharedstrings.xml") {
        let strings = scan.strings.saturating_mul(2 * size_of::<String>());
        let text = usize::try_from(part.size).unwrap_or(usize::MAX) / 2;
        // The reader reserves what the part says of itself.
        let honest = scan.said <= scan.strings.saturating_mul(4) + 10_000;
        return match room.take(strings.saturating_add(text)) {
            Some(()) if honest => Ok(()),
            Some(()) => Err(SheetFault::PartForged {
                part: part.name.to_owned(),
            }),
            None => Err(large()),
        };
    }
    if scan.elements > ELEMENTS || part.size > 64 << 20 {
        return Err(large());
    }
    Ok(())
}

fn scan(part: &Part) -> Result<Scan, SheetFault> {
    let damaged = || SheetFault::Damaged {
        part: part.name.to_owned(),
    };
    let mut scan = Scan::default();
    let mut counted = 0u64;
    let mut inflate: Box<dyn Read> = if part.packed {
        Box::new(DeflateDecoder::new(part.body))
    } else {
        Box::new(part.body)
    };
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = match inflate.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(_) => return Err(damaged()),
        };
        // UTF-16, which no spreadsheet program writes, would hide what is looked for.
        let head = &buffer[..read.min(2)];
        if counted == 0 && (head == b"\xff\xfe" || head == b"\xfe\xff" || head.contains(&0)) {
            return Err(damaged());
        }
        counted += read as u64;
        if counted > part.size {
            break;
        }
        scan.take(&buffer[..read]);
    }
    if counted != part.size {
        return Err(SheetFault::PartForged {
            part: part.name.to_owned(),
        });
    }
    Ok(scan)
}

/// The parts by the directory at the end of the file, which must be the only reading of it.
fn directory(bytes: &[u8]) -> Result<Vec<Part<'_>>, SheetFault> {
    let damaged = || SheetFault::Damaged {
        part: String::new(),
    };
    let end = end(bytes).ok_or_else(damaged)?;
    let count = usize::from(u16_at(bytes, end + 10).ok_or_else(damaged)?);
    if count > PARTS {
        return Err(SheetFault::TooManyParts {
            found: count,
            max: PARTS,
        });
    }
    let size = u32_at(bytes, end + 12).ok_or_else(damaged)? as usize;
    let mut at = u32_at(bytes, end + 16).ok_or_else(damaged)? as usize;
    if at.checked_add(size) != Some(end) {
        return Err(damaged());
    }
    let mut names = HashSet::new();
    let mut parts = Vec::with_capacity(count);
    for _ in 0..count {
        let (part, next) = part(bytes, at).ok_or_else(damaged)??;
        at = next;
        if !names.insert(part.name.to_ascii_lowercase()) || outside(part.name) {
            return Err(SheetFault::PartForged {
                part: part.name.to_owned(),
            });
        }
        parts.push(part);
    }
    if at == end { Ok(parts) } else { Err(damaged()) }
}

/// Where the end record begins: it is the last thing of the file, but for its comment.
fn end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    (last.saturating_sub(usize::from(u16::MAX))..=last)
        .rev()
        .find(|at| {
            bytes[*at..].starts_with(b"PK\x05\x06")
                && u16_at(bytes, at + 20)
                    .is_some_and(|comment| at + 22 + usize::from(comment) == bytes.len())
        })
}

/// The part whose entry stands at `at`, and where the next one does.
fn part(bytes: &[u8], at: usize) -> Option<Result<(Part<'_>, usize), SheetFault>> {
    if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
        return None;
    }
    let short = |offset: usize| u16_at(bytes, at + offset).map(usize::from);
    let long = |offset: usize| u32_at(bytes, at + offset).map(|value| value as usize);
    if short(8)? & 1 != 0 {
        return Some(Err(SheetFault::Encrypted));
    }
    let method = short(10)?;
    let (packed, size, header) = (long(20)?, long(24)?, long(42)?);
    let name = bytes.get(at + 46..at + 46 + short(28)?)?;
    let name = std::str::from_utf8(name).ok()?;
    let next = at + 46 + short(28)? + short(30)? + short(32)?;
    let local = bytes.get(header..)?;
    if !local.starts_with(b"PK\x03\x04")
        || local.get(30..30 + usize::from(u16_at(local, 26)?))? != name.as_bytes()
    {
        return None;
    }
    let body = 30 + usize::from(u16_at(local, 26)?) + usize::from(u16_at(local, 28)?);
    let body = local.get(body..body.checked_add(packed)?)?;
    if method != 0 && method != 8 {
        return None;
    }
    let part = Part {
        name,
        packed: method == 8,
        body,
        size: size as u64,
    };
    Some(Ok((part, next)))
}

/// Whether a name leads out of the file.
fn outside(name: &str) -> bool {
    name.contains('\\')
        || name.contains(':')
        || name.starts_with('/')
        || name.split('/').any(|step| step == "..")
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes))
}
