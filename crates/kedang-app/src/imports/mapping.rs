//! Which column of a file is what. A column that nobody knows is said once and kept as a note.

use std::collections::HashSet;
use std::hash::Hash;

use kedang_sheet::{Certainty, Sheet};

use super::report::{ImportReport, Trouble};

/// The columns of a file in its order.
#[derive(Debug, Clone)]
pub(super) struct Mapping<C> {
    /// What each column is; `None` is a note.
    pub(super) columns: Vec<Option<C>>,
    /// The headers as written.
    pub(super) headers: Vec<String>,
}

impl<C: Copy + Eq + Hash> Mapping<C> {
    /// Maps the headers of a sheet as `named`. Of two columns for the same thing the second is a
    /// note; one that merely resembles a known header comes in and is told.
    pub(super) fn of(
        sheet: &Sheet,
        named: Vec<Result<(C, Certainty), Option<C>>>,
        report: &mut ImportReport,
    ) -> Self {
        let mut taken = HashSet::new();
        let mut columns = Vec::with_capacity(sheet.headers.len());
        for (header, named) in sheet.headers.iter().zip(named) {
            let (column, code) = match named {
                Ok((column, _)) if !taken.insert(column) => (None, Some("import.column_twice")),
                Ok((column, Certainty::Guessed)) => (Some(column), Some("import.column_guessed")),
                Ok((column, Certainty::Sure)) => (Some(column), None),
                Err(Some(_)) => (None, Some("import.column_twice")),
                Err(None) => (None, Some("import.column_unknown")),
            };
            if let Some(code) = code.filter(|_| !header.is_empty()) {
                let args = vec![("header", header.as_str().into())];
                report.warn(Trouble {
                    row: sheet.header,
                    column: header.clone(),
                    code,
                    args,
                    ..Trouble::default()
                });
            }
            columns.push(column);
        }
        Self {
            columns,
            headers: sheet.headers.clone(),
        }
    }

    /// Whether some column is `column`.
    pub(super) fn has(&self, column: C) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The header of the column that is `column`.
    pub(super) fn header(&self, column: C) -> &str {
        let index = self.columns.iter().position(|known| *known == Some(column));
        index
            .and_then(|index| self.headers.get(index))
            .map_or("", String::as_str)
    }

    /// The cells of a row with what they are; cells beyond the header row are notes without one.
    pub(super) fn cells<'a>(
        &'a self,
        cells: &'a [String],
    ) -> impl Iterator<Item = (Option<C>, &'a str, &'a str)> {
        cells.iter().enumerate().map(|(index, cell)| {
            let column = self.columns.get(index).copied().flatten();
            let header = self.headers.get(index).map_or("", String::as_str);
            (column, header, cell.as_str())
        })
    }
}
