//! One file of a zip archive, unpacked within bounds.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;

use super::directory::short;

/// The most that is read of a packed file, bytes.
const MAX_PACKED: u64 = 256 * 1024;
/// The most that is unpacked, counted while unpacking, bytes.
const MAX_UNPACKED: u64 = 1024 * 1024;
/// The fixed part in front of each file, bytes.
const HEADER: usize = 30;

/// A line of the central directory.
pub(super) struct Entry {
    /// In lower case: office programs do not mind the case.
    pub(super) name: String,
    /// 0 as it is, 8 deflated.
    pub(super) method: u16,
    /// Bytes in the archive.
    pub(super) packed: u64,
    /// Where its header is.
    pub(super) offset: u64,
}

/// The content; `None` if it is broken, of another method, or over the caps.
pub(super) fn unpack<R: Read + Seek>(source: &mut R, entry: &Entry) -> io::Result<Option<Vec<u8>>> {
    if entry.packed > MAX_PACKED {
        return Ok(None);
    }
    let Some(packed) = packed(source, entry)? else {
        return Ok(None);
    };
    if entry.method == 0 {
        return Ok(Some(packed));
    }
    let mut bytes = Vec::new();
    let read = DeflateDecoder::new(packed.as_slice())
        .take(MAX_UNPACKED + 1)
        .read_to_end(&mut bytes);
    let whole = entry.method == 8 && read.is_ok() && bytes.len() as u64 <= MAX_UNPACKED;
    Ok(whole.then_some(bytes))
}

fn packed<R: Read + Seek>(source: &mut R, entry: &Entry) -> io::Result<Option<Vec<u8>>> {
    source.seek(SeekFrom::Start(entry.offset))?;
    let mut header = Vec::new();
    source
        .by_ref()
        .take(HEADER as u64)
        .read_to_end(&mut header)?;
    let (Some(name), Some(extra)) = (short(&header, 26), short(&header, 28)) else {
        return Ok(None);
    };
    if !header.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    source.seek_relative(i64::from(name) + i64::from(extra))?;
    let mut bytes = Vec::new();
    source.by_ref().take(entry.packed).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 == entry.packed).then_some(bytes))
}
