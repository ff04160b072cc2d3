//! A file as a table, or why it is none.

use kedang_core::Problem;
use kedang_sheet::{Sheet, SheetFault};

/// Reads a file's bytes.
///
/// # Errors
/// `import.not_utf8`, `import.empty`, `import.not_text`, `import.too_large`.
pub fn sheet(bytes: &[u8]) -> Result<Sheet, Problem> {
    kedang_sheet::read(bytes).map_err(|fault| match fault {
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
