//! A table as the importer takes it.

/// A table: its header row and its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// As its tab says; empty for a file that is one table.
    pub name: String,
    /// The row of the headers as a spreadsheet counts; of several the last.
    pub header: u64,
    /// The cells of the header row, trimmed; of several rows joined by a space.
    pub headers: Vec<String>,
    /// The rows below; those without any text are left out.
    pub rows: Vec<Row>,
}

/// A row with its number as a spreadsheet counts: the first row of the file is row 1, an empty row
/// counts, a cell of several lines does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// From 1.
    pub number: u64,
    /// As many cells as the row has, trimmed.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether any cell holds a text.
    pub(crate) fn filled(&self) -> bool {
        self.cells.iter().any(|cell| !cell.is_empty())
    }
}
