//! Which column of a file is what; a column that is nothing else is a note.

/// The columns of a file in its order.
#[derive(Debug, Clone)]
pub(super) struct Mapping<C> {
    /// What each column is; `None` is a note.
    pub(super) columns: Vec<Option<C>>,
    /// The headers as written.
    pub(super) headers: Vec<String>,
    /// Columns that go to a card and nowhere else.
    aside: Vec<usize>,
}

impl<C: Copy + Eq> Mapping<C> {
    /// Maps headers as `named`. Of two columns for the same thing the second is a note.
    pub(super) fn of(headers: Vec<String>, named: impl IntoIterator<Item = Option<C>>) -> Self {
        let mut columns = Vec::with_capacity(headers.len());
        for column in named {
            let taken = column.is_some() && columns.contains(&column);
            columns.push(column.filter(|_| !taken));
        }
        columns.resize(headers.len(), None);
        Self {
            columns,
            headers,
            aside: Vec::new(),
        }
    }

    /// Of the columns that nobody knows, those that are answers of a card are no notes.
    pub(super) fn aside(&mut self, fields: &[Option<String>]) {
        let columns = self.columns.iter().zip(fields).enumerate();
        let apart = columns.filter(|(_, (column, field))| column.is_none() && field.is_some());
        self.aside = apart.map(|(index, _)| index).collect();
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
        let here = |(index, _): &(usize, &String)| !self.aside.contains(index);
        cells.iter().enumerate().filter(here).map(|(index, cell)| {
            let column = self.columns.get(index).copied().flatten();
            let header = self.headers.get(index).map_or("", String::as_str);
            (column, header, cell.as_str())
        })
    }
}
