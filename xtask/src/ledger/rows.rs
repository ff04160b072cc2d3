//! The rows of a Markdown table whose first cell begins with the id of a capability.

/// A row of the ledger; in other tables only id and line mean something.
pub(super) struct Row<'a> {
    /// `D01-8`, `T-3`.
    pub(super) id: &'a str,
    /// Counted from 1.
    pub(super) line: usize,
    /// Second cell.
    pub(super) state: &'a str,
    test: &'a str,
    /// Fifth cell.
    pub(super) note: &'a str,
}

impl<'a> Row<'a> {
    /// The names in the cell of tests, without back-ticks.
    pub(super) fn tests(&self) -> Vec<&'a str> {
        let names = self.test.split([',', ' ', '`']);
        names.filter(|name| !name.is_empty()).collect()
    }
}

/// All rows of a document, in order.
pub(super) fn rows(document: &str) -> impl Iterator<Item = Row<'_>> {
    document.lines().enumerate().filter_map(|(index, line)| {
        let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
        // Some rows of the requirements stand for a range: `D15-1 (..6)`.
        let id = cells.next()?.split(' ').next().filter(|id| is_id(id))?;
        let mut next = || cells.next().unwrap_or_default();
        let (state, _place, test, note) = (next(), next(), next(), next());
        Some(Row {
            id,
            line: index + 1,
            state,
            test,
            note,
        })
    })
}

fn is_id(text: &str) -> bool {
    let Some((family, number)) = text.split_once('-') else {
        return false;
    };
    let digits = family.strip_prefix(|c: char| c.is_ascii_uppercase());
    digits.is_some_and(|digits| digits.chars().all(|c| c.is_ascii_digit()))
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_capabilities_are_rows() {
        let document = "| row | state |\n|---|---|\n| D01-8 | open |\n| T-3 (x) | done |\n\
                        | D01 | x |\n| Long-term | x |\n| - | x |\ntext D01-9\n| D1-2x | y |";
        let found: Vec<_> = rows(document)
            .map(|row| (row.id, row.line, row.state))
            .collect();
        assert_eq!(found, [("D01-8", 3, "open"), ("T-3", 4, "done")]);
    }
}
