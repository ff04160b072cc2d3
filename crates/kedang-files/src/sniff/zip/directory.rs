//! Reads the central directory of a zip archive (APPNOTE 4.3.12, 4.3.16).

use std::io::{self, Read, Seek, SeekFrom};

use super::entry::Entry;

/// The end record without its comment, bytes.
const END: u64 = 22;
/// The longest comment an end record can have, bytes.
const COMMENT: u64 = 65_535;
/// A directory's fixed part for each file, bytes.
const HEADER: usize = 46;
/// The most files an archive may list.
const MAX_ENTRIES: usize = 10_000;
/// The largest directory that is read, bytes.
const MAX_SIZE: u64 = 4 * 1024 * 1024;

/// Where the directory is, by the end record.
struct End {
    entries: usize,
    size: u64,
    offset: u64,
}

/// All files listed; `None` if the directory is broken, over the caps, ambiguous or of the zip64
/// form, which nothing within the size limits needs.
pub(super) fn read<R: Read + Seek>(source: &mut R) -> io::Result<Option<Vec<Entry>>> {
    let Some(end) = end(source)? else {
        return Ok(None);
    };
    source.seek(SeekFrom::Start(end.offset))?;
    let mut bytes = Vec::new();
    source.by_ref().take(end.size).read_to_end(&mut bytes)?;
    Ok(entries(&bytes, end.entries))
}

fn end<R: Read + Seek>(source: &mut R) -> io::Result<Option<End>> {
    let length = source.seek(SeekFrom::End(0))?;
    let start = length.saturating_sub(END + COMMENT);
    source.seek(SeekFrom::Start(start))?;
    let mut tail = Vec::new();
    source.by_ref().take(END + COMMENT).read_to_end(&mut tail)?;
    // Two records that would both fit are two directories: then there is none.
    let mut found = (0..tail.len()).filter_map(|at| {
        let end = end_at(tail.get(at..)?)?;
        let position = start + at as u64;
        (end.offset.checked_add(end.size) == Some(position)).then_some(end)
    });
    Ok(match (found.next(), found.next()) {
        (Some(end), None) => Some(end),
        _ => None,
    })
}

/// The end record at the beginning of `bytes`, if its comment reaches to the end of the file.
fn end_at(bytes: &[u8]) -> Option<End> {
    let rest = bytes.strip_prefix(b"PK\x05\x06")?;
    let disks = (short(rest, 0)?, short(rest, 2)?);
    let counts = (short(rest, 4)?, short(rest, 6)?);
    let end = End {
        entries: counts.1.into(),
        size: long(rest, 8)?.into(),
        offset: long(rest, 12)?.into(),
    };
    let whole = rest.len() == 18 + usize::from(short(rest, 16)?);
    let sane = disks == (0, 0)
        && counts.0 == counts.1
        && end.entries <= MAX_ENTRIES
        && end.size <= MAX_SIZE;
    (whole && sane).then_some(end)
}

/// Exactly `count` files that fill `bytes`.
fn entries(bytes: &[u8], count: usize) -> Option<Vec<Entry>> {
    let mut rest = bytes;
    let mut entries = Vec::new();
    for _ in 0..count {
        let header = rest.strip_prefix(b"PK\x01\x02").map(|_| rest)?;
        let name = usize::from(short(header, 28)?);
        let more = usize::from(short(header, 30)?) + usize::from(short(header, 32)?);
        let name_bytes = header.get(HEADER..HEADER + name)?;
        entries.push(Entry {
            name: String::from_utf8_lossy(name_bytes).to_ascii_lowercase(),
            method: short(header, 10)?,
            packed: long(header, 20)?.into(),
            offset: long(header, 42)?.into(),
        });
        rest = header.get(HEADER + name + more..)?;
    }
    rest.is_empty().then_some(entries)
}

/// A little-endian number of two bytes.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let found = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*found))
}

/// A little-endian number of four bytes.
fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let found = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*found))
}
