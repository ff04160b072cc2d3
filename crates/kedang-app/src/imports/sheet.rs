//! A file as a table, or why it is none.

use kedang_core::Problem;
use kedang_sheet::{Book, Reading, Sheet, SheetFault};

/// Reads a file's bytes as one table.
///
/// # Errors
/// As [`book`].
pub fn sheet(bytes: &[u8]) -> Result<Sheet, Problem> {
    let mut book = book(bytes, &Reading::default())?;
    if book.sheets.is_empty() {
        return Err(Problem::invalid("import.empty"));
    }
    Ok(book.sheets.swap_remove(0))
}

/// Reads a file's bytes.
///
/// # Errors
/// `import.not_utf8`, `import.empty`, `import.not_text`, `import.too_large`.
pub fn book(bytes: &[u8], reading: &Reading) -> Result<Book, Problem> {
    kedang_sheet::book(bytes, reading).map_err(|fault| match fault {
        SheetFault::NotUtf8 { row } => {
            Problem::invalid("import.not_utf8").with("row", i64::try_from(row).unwrap_or(i64::MAX))
        }
        SheetFault::Empty => Problem::invalid("import.empty"),
        SheetFault::NotText => Problem::invalid("import.not_text"),
        SheetFault::TooLarge { found, max } => Problem::invalid("import.too_large")
            .with("found", found)
            .with("max", max),
    })
}
