//! A file as tables, or why it is none.

use std::sync::PoisonError;

use kedang_core::{Arg, Problem};
use kedang_sheet::{Book, Reading, Sheet, SheetFault};
use tokio::task::spawn_blocking;

use crate::{App, AppError};

/// Reads a file's bytes.
///
/// # Errors
/// `import.empty`, `import.too_large`, `import.not_text`, `import.other_kind`,
/// `import.bad_character`, `import.unknown_encoding`, `import.encrypted`, `import.damaged`,
/// `import.sheet_damaged`, `import.part_too_large`, `import.too_many_parts`,
/// `import.part_forged`, `import.document_type`, `import.too_many_cells`,
/// `import.too_many_columns`, `import.cell_too_long`, `import.no_header`, `import.open_card`.
pub fn book(bytes: &[u8], reading: &Reading) -> Result<Book, Problem> {
    kedang_sheet::book(bytes, reading).map_err(problem)
}

impl App {
    /// Reads a file that came by a page, on a thread that may wait; one file at a time, whoever
    /// brings it.
    ///
    /// # Errors
    /// As [`book`].
    pub async fn read_book(&self, bytes: Vec<u8>) -> Result<Book, AppError> {
        let gate = self.tables.clone();
        let read = spawn_blocking(move || {
            let _alone = gate.lock().unwrap_or_else(PoisonError::into_inner);
            book(&bytes, &Reading::default())
        });
        let lost = |error| AppError::Internal(format!("a thread that read a file: {error}"));
        Ok(read.await.map_err(lost)??)
    }
}

/// The first table of a file.
///
/// # Errors
/// As [`book`].
pub fn sheet(bytes: &[u8]) -> Result<Sheet, Problem> {
    let book = book(bytes, &Reading::default())?;
    let first = book.sheets.into_iter().next();
    first.ok_or_else(|| Problem::invalid("import.empty"))
}

/// A fault as a problem with what its sentence names.
fn problem(fault: SheetFault) -> Problem {
    use SheetFault as F;
    let no = Problem::invalid;
    match fault {
        F::Empty => no("import.empty"),
        F::NotText => no("import.not_text"),
        F::Encrypted => no("import.encrypted"),
        F::TooLarge { found, max } => no("import.too_large").with("found", found).with("max", max),
        F::OtherKind { what } => no("import.other_kind").with("what", what.key()),
        F::BadCharacter { row, encoding } => no("import.bad_character")
            .with("row", count(row))
            .with("encoding", encoding),
        F::UnknownEncoding { asked } => no("import.unknown_encoding").with("asked", asked),
        F::Damaged { part } => no("import.damaged")
            .with("in", within(&part, "part"))
            .with("part", part),
        F::PartForged { part } => no("import.part_forged").with("part", part),
        F::Dtd { part } => no("import.document_type").with("part", part),
        F::PartTooLarge { part, max } => no("import.part_too_large")
            .with("part", part)
            .with("max", count(max >> 20)),
        F::TooManyParts { found, max } => no("import.too_many_parts")
            .with("found", found)
            .with("max", max),
        F::SheetDamaged { sheet, row } => no("import.sheet_damaged")
            .with("sheet", sheet)
            .with("row", count(row)),
        F::NoHeader { sheet, row } => no("import.no_header")
            .with("in", within(&sheet, "sheet"))
            .with("sheet", sheet)
            .with("row", count(row)),
        F::OpenCard { row } => no("import.open_card").with("card", count(row.saturating_sub(1))),
        F::TooManyCells { sheet, row } => no("import.too_many_cells")
            .with("in", within(&sheet, "sheet"))
            .with("sheet", sheet)
            .with("row", count(row)),
        F::TooManyColumns { sheet, row, max } => no("import.too_many_columns")
            .with("in", within(&sheet, "sheet"))
            .with("sheet", sheet)
            .with("row", count(row))
            .with("max", max),
        F::CellTooLong {
            sheet,
            row,
            column,
            max,
        } => no("import.cell_too_long")
            .with("in", within(&sheet, "sheet"))
            .with("sheet", sheet)
            .with("row", count(row))
            .with("column", column)
            .with("max", max >> 10),
    }
}

/// Whether a sentence names a part or sheet, or the file as a whole.
fn within(name: &str, named: &'static str) -> &'static str {
    if name.is_empty() { "file" } else { named }
}

fn count(number: u64) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}
