//! Text with one row a line, its cells divided by commas or what else was found.

use super::delimiter;
use super::grid::{CELL, COLUMNS, Grid, Room};
use crate::write::typed;
use crate::{Row, SheetFault};

/// Stands for a delimiter of more than one byte; no key writes it.
const UNIT: char = '\u{1f}';

/// Reads a whole text.
///
/// # Errors
/// `TooManyColumns`, `CellTooLong`, `TooManyCells`. Rows of uneven length are no fault.
pub(super) fn read(text: &str, room: &mut Room) -> Result<Grid, SheetFault> {
    let rows = match delimiter::guess(text) {
        delimiter if delimiter.is_ascii() => rows(text, delimiter as u8, None, room),
        wide => {
            let text = text.replace(wide, UNIT.encode_utf8(&mut [0; 4]));
            rows(&text, UNIT as u8, Some(wide), room)
        }
    }?;
    Ok(Grid {
        name: String::new(),
        rows,
        merges: Vec::new(),
        header: None,
    })
}

/// The rows that hold a text; `wide` is put back where it stood within quotes.
fn rows(
    text: &str,
    delimiter: u8,
    wide: Option<char>,
    room: &mut Room,
) -> Result<Vec<Row>, SheetFault> {
    let bytes = text.as_bytes();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(bytes);
    let mut rows = Vec::new();
    let (mut at, mut lines, mut inside) = (0, 0, 0);
    let mut record = csv::StringRecord::new();
    // The text is UTF-8 and rows may be uneven: nothing is left that the reader refuses.
    while reader.read_record(&mut record).unwrap_or(false) {
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
        let row = row(&record, number, wide, room)?;
        if row.filled() {
            rows.push(row);
        }
    }
    Ok(rows)
}

fn row(
    record: &csv::StringRecord,
    number: u64,
    wide: Option<char>,
    room: &mut Room,
) -> Result<Row, SheetFault> {
    let sheet = String::new;
    if record.len() > COLUMNS {
        return Err(SheetFault::TooManyColumns {
            sheet: sheet(),
            row: number,
            max: COLUMNS,
        });
    }
    let weight = record.len() * size_of::<String>() + record.as_slice().len();
    room.take(weight).ok_or_else(|| SheetFault::TooManyCells {
        sheet: sheet(),
        row: number,
    })?;
    let mut cells = Vec::with_capacity(record.len());
    for (index, cell) in record.iter().enumerate() {
        if cell.len() > CELL {
            return Err(SheetFault::CellTooLong {
                sheet: sheet(),
                row: number,
                column: index + 1,
                max: CELL,
            });
        }
        let cell = typed(cell.trim());
        cells.push(match wide {
            Some(wide) if cell.contains(UNIT) => cell.replace(UNIT, wide.encode_utf8(&mut [0; 4])),
            _ => cell.to_owned(),
        });
    }
    Ok(Row { number, cells })
}

/// How many lines end in it: with LF, CR LF or, from an old Mac, CR alone. The reader ends a record
/// at each of them.
pub(super) fn line_ends(bytes: &[u8]) -> u64 {
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

    use crate::{Reading, Sheet, SheetFault, book};

    fn read(bytes: &[u8]) -> Result<Sheet, SheetFault> {
        let mut book = book(bytes, &Reading::default())?;
        Ok(book.sheets.remove(0))
    }

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
        assert_eq!(read(b"\r\n , \n"), Err(SheetFault::Empty));
        assert_eq!(
            read(b"a,b\nc,\xc9\n"),
            Err(SheetFault::BadCharacter {
                row: 2,
                encoding: "GB18030"
            })
        );
        assert_eq!(read(b"a,b\nc,\0\n"), Err(SheetFault::NotText));
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
