//! What the faces are given of imports.

use std::sync::Arc;

use kedang_core::Instant;
use kedang_core::customer::Customer;
use kedang_form::Form;

use super::finding::Finding;
use super::sum::Sum;
use super::wish::{Duplicates, MatchBy, Mode, Subject};

/// An import with what can be done about it.
#[derive(Debug, Clone)]
pub struct ImportView {
    /// The id.
    pub id: String,
    /// What the file is called.
    pub file_name: String,
    /// `csv`, `xlsx` …
    pub file_kind: String,
    /// Of a text file.
    pub encoding: Option<String>,
    /// Who brings it in.
    pub by: String,
    /// When.
    pub at: Instant,
    /// `staging`, `staged`, `running`, `stopped`, `unfinished`, `done`, `undoing`,
    /// `half_undone` or `undone`.
    pub state: &'static str,
    /// What rows may do.
    pub mode: Mode,
    /// What becomes of duplicates.
    pub duplicates: Duplicates,
    /// By what a row is matched.
    pub matched: MatchBy,
    /// What has become of rows so far.
    pub sum: Sum,
    /// Rows of all tables.
    pub rows: i64,
    /// Rows by state, those first that stand in the way.
    pub totals: Vec<(String, i64)>,
    /// Until when it can be taken back; nothing when it cannot.
    pub until: Option<Instant>,
    /// Whether it can be begun or go on.
    pub may_run: bool,
    /// Its tables.
    pub sheets: Vec<SheetView>,
    /// The forms that columns can go to.
    pub forms: Vec<Arc<Form>>,
}

/// A table with what its columns are.
#[derive(Debug, Clone)]
pub struct SheetView {
    /// Its number in the file.
    pub place: i64,
    /// As its tab says.
    pub name: String,
    /// What its rows are.
    pub subject: Subject,
    /// The row of its headers.
    pub header: i64,
    /// How many rows it has.
    pub rows: i64,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// The form that its columns go to besides, or whose rows it holds.
    pub form: Option<Arc<Form>>,
    /// The fields of the form that a column can go to: key, and path of the label.
    pub fields: Vec<(String, String)>,
    /// Whether nothing of it can come in, and why.
    pub barred: Option<Finding>,
}

/// A column.
#[derive(Debug, Clone)]
pub struct ColumnView {
    /// As written.
    pub header: String,
    /// The field it goes to; nothing for the note.
    pub target: Option<&'static str>,
    /// Whether that was guessed by a header that resembles a known one.
    pub guessed: bool,
    /// The field of the form that it goes to.
    pub answer: Option<String>,
    /// Whether that was guessed by a header that resembles its label.
    pub answer_guessed: bool,
    /// The first cells of it that hold something.
    pub samples: Vec<String>,
}

/// A row with what was found about it.
#[derive(Debug, Clone)]
pub struct RowView {
    /// Its number in the file, over all tables.
    pub seq: i64,
    /// Its table.
    pub place: i64,
    /// As a spreadsheet counts.
    pub number: i64,
    /// As written; nothing once it is in and nothing was to be said.
    pub cells: Vec<String>,
    /// `new`, `clean`, `flagged`, `doubtful`, `refused`, `left`, `in` or `out`.
    pub state: String,
    /// What was found.
    pub findings: Vec<Finding>,
    /// `create`, `skip` or `merge`, as somebody decided.
    pub decision: Option<String>,
    /// What became of it.
    pub outcome: Option<String>,
    /// Whom it seems to mean, or what it made: for whoever may read it.
    pub customer: Option<Customer>,
    /// Whether it can be looked at beside that customer.
    pub compared: bool,
}
