//! CSV as UTF-8, with or without byte order mark.

use std::str;

use crate::write::typed;

/// A table: its header row and its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// As its tab says; empty for a file that is one table.
    pub name: String,
    /// The row of the headers as a spreadsheet counts; of several the last.
    pub header: u64,
    /// The cells of the header row, trimmed.
    pub headers: Vec<String>,
    /// The rows below.
    pub rows: Vec<Row>,
}

/// A row with its number as a spreadsheet counts: the header row is row 1, an empty row counts, a
/// cell of several lines does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// 1 for the header row.
    pub number: u64,
    /// As many cells as the row has.
    pub cells: Vec<String>,
}

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// Not UTF-8; carries the row in which that shows.
    #[error("not UTF-8, seen in row {row}")]
    NotUtf8 {
        /// The row.
        row: u64,
    },
    /// No header row.
    #[error("empty")]
    Empty,
    /// Holds the byte 0: no text file at all.
    #[error("not a text file")]
    NotText,
    /// Larger than one file may be.
    #[error("{found} bytes, at most {max}")]
    TooLarge {
        /// The size found, bytes.
        found: usize,
        /// The largest size, bytes.
        max: usize,
    },
}

/// A file may be this long, bytes.
const LARGEST: usize = 256 << 20;

/// Reads a whole file.
///
/// # Errors
/// See [`SheetFault`]. Rows of uneven length are no fault: what is missing is empty.
pub fn read(bytes: &[u8]) -> Result<Sheet, SheetFault> {
    if bytes.len() > LARGEST {
        return Err(SheetFault::TooLarge {
            found: bytes.len(),
            max: LARGEST,
        });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(SheetFault::NotText);
    }
    if let Err(fault) = str::from_utf8(bytes) {
        let before = &bytes[..fault.valid_up_to()];
        let row = line_ends(before) + 1;
        return Err(SheetFault::NotUtf8 { row });
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut rows = Vec::new();
    let (mut at, mut lines, mut inside) = (0, 0, 0);
    for record in reader.records() {
        // The text is UTF-8 and rows may be uneven: nothing is left that the reader refuses.
        let Ok(record) = record else { break };
        let start = record
            .position()
            .map_or(at, |place| first_byte(bytes, place.byte()));
        lines += line_ends(&bytes[at..start]);
        at = start;
        let number = (1 + lines).saturating_sub(inside);
        inside += record
            .iter()
            .map(|cell| line_ends(cell.as_bytes()))
            .sum::<u64>();
        let cells = record.iter().map(|cell| typed(cell.trim()).to_owned());
        let cells = cells.collect();
        rows.push(Row { number, cells });
    }
    if rows.is_empty() {
        return Err(SheetFault::Empty);
    }
    let headers = rows.remove(0).cells;
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    Ok(Sheet {
        name: String::new(),
        header: 1,
        headers,
        rows,
    })
}

/// How many lines end in it: with LF, CR LF or, from an old Mac, CR alone. The reader ends a record
/// at each of them.
fn line_ends(bytes: &[u8]) -> u64 {
    let next = bytes.iter().skip(1).map(Some).chain([None]);
    let ends = bytes.iter().zip(next);
    let ends = ends.filter(|(byte, next)| match **byte {
        b'\n' => true,
        b'\r' => *next != Some(&b'\n'),
        _ => false,
    });
    ends.count() as u64
}

/// Where a record begins: behind the line ends that the reader has not taken yet.
fn first_byte(bytes: &[u8], from: u64) -> usize {
    let from = usize::try_from(from)
        .unwrap_or(bytes.len())
        .min(bytes.len());
    let ends = bytes[from..]
        .iter()
        .take_while(|byte| matches!(**byte, b'\r' | b'\n'))
        .count();
    from + ends
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
        sheet
            .rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
            .collect()
    }

    #[test]
    fn rows_keep_their_numbers() {
        let text =
            "\u{feff}名称,备注\r\n王雪,\"两行\n备注, 逗号\"\r\n\r\n,,\r\n单雄信\r\n甲,乙,丙\n";
        let sheet = read(text.as_bytes()).expect("a table");
        assert_eq!(sheet.headers, ["名称", "备注"]);
        assert_eq!(
            cells(&sheet),
            [
                (2, vec!["王雪", "两行\n备注, 逗号"]),
                (5, vec!["单雄信"]),
                (6, vec!["甲", "乙", "丙"]),
            ]
        );
    }

    #[test]
    fn every_way_to_end_a_line_counts_once() {
        for text in ["a\r\rb\rc", "a\r\n\r\nb\r\nc", "a\n\nb\nc", "a\r\n\nb\rc"] {
            let sheet = read(text.as_bytes()).expect("a table");
            assert_eq!(cells(&sheet), [(3, vec!["b"]), (4, vec!["c"])], "{text:?}");
        }
        let inside = read(b"a\r\"b\rb\"\rc").expect("a table");
        assert_eq!(cells(&inside), [(2, vec!["b\rb"]), (3, vec!["c"])]);
    }

    #[test]
    fn what_is_no_table_says_why() {
        assert_eq!(read(b""), Err(SheetFault::Empty));
        assert_eq!(
            read(b"a,b\n\xc9\xcf,c\n"),
            Err(SheetFault::NotUtf8 { row: 2 })
        );
        assert_eq!(read(b"PK\x03\x04\0\0"), Err(SheetFault::NotText));
    }

    /// Rows come in their order, whatever the file holds.
    fn ordered(bytes: &[u8]) -> bool {
        read(bytes).is_ok_and(|sheet| {
            let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
            numbers.first().is_none_or(|first| *first > 1) && numbers.is_sorted_by(|a, b| a < b)
        })
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            prop_assert!(read(&bytes).is_err() || ordered(&bytes));
        }

        #[test]
        fn any_mixture_of_line_ends_and_quotes_keeps_its_order(text in "[a,\"\r\n]{0,40}") {
            prop_assert!(read(text.as_bytes()).is_err() || ordered(text.as_bytes()), "{text:?}");
        }
    }
}
