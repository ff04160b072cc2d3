//! A sum for each line, so that what was damaged can be named.

use std::io;
use std::path::Path;

use kedang_core::Problem;
use kedang_core::digest::{hex, sha256};

use super::lines::{Lines, Next};
use super::paths;

/// The first eight bytes of a line's SHA-256, hexadecimal.
pub(super) fn sum(line: &[u8]) -> String {
    let hash = sha256(&[line]);
    hex(hash.get(..8).unwrap_or_default())
}

/// What is wrong with a table's file that is not what it was, held to its sums line by line.
pub(super) fn difference(folder: &Path, table: &str) -> Problem {
    let (path, sums) = paths(table);
    let told = |code| Problem::conflict(code).with("path", path.as_str());
    match first(&folder.join(&path), &folder.join(sums)) {
        Ok(Some((code, line))) => {
            let line = i64::try_from(line).unwrap_or(i64::MAX);
            told(code).with("line", line)
        }
        Ok(None) => told("move.file_differs"),
        Err(error) => {
            tracing::warn!(%error, path, "import");
            told("move.file_differs")
        }
    }
}

fn first(table: &Path, sums: &Path) -> io::Result<Option<(&'static str, u64)>> {
    let (mut table, mut sums) = (Lines::open(table)?, Lines::open(sums)?);
    loop {
        let expected = match sums.next()? {
            Next::Line(sum) => Some(sum.to_vec()),
            Next::Cut | Next::End => None,
        };
        let found = match table.next()? {
            Next::Line(line) => Some(sum(line).into_bytes()),
            Next::Cut => return Ok(Some(("move.line_cut", table.read))),
            Next::End => None,
        };
        match (expected, found) {
            (None, None) => return Ok(None),
            (Some(_), None) => return Ok(Some(("move.lines_missing", table.read + 1))),
            (expected, found) if expected == found => {}
            _ => return Ok(Some(("move.line_differs", table.read))),
        }
    }
}
