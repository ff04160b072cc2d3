//! The lines of a header, with merged cells spread over all they cover.

use std::ops::RangeInclusive;

use super::merge::Merge;
use crate::Row;

/// The rows of a grid as lines of a header.
pub(super) struct Lines<'a> {
    pub(super) rows: &'a [Row],
    /// Those near the top.
    pub(super) merges: Vec<Merge>,
}

/// Heads are looked for this far from the top, rows.
const TOP: u64 = 1_000;

impl<'a> Lines<'a> {
    pub(super) fn new(rows: &'a [Row], merges: &[Merge]) -> Self {
        let top = rows.first().map_or(0, |row| row.number) + TOP;
        let merges = merges.iter().filter(|merge| merge.rows.0 <= top);
        Self {
            rows,
            merges: merges.take(1_000).copied().collect(),
        }
    }

    /// Whether the next row follows directly.
    pub(super) fn follow(&self, at: usize) -> bool {
        let next = self.rows.get(at + 1).map(|row| row.number);
        next == Some(self.rows[at].number + 1)
    }

    /// The texts of a row, those of merged cells in every column they cover.
    pub(super) fn line(&self, at: usize) -> Vec<&'a str> {
        let row = &self.rows[at];
        let mut line: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        for merge in self.merges.iter().filter(|merge| merge.meets(row.number)) {
            let text = self.said(merge);
            if text.is_empty() {
                continue;
            }
            if line.len() <= merge.columns.1 {
                line.resize(merge.columns.1 + 1, "");
            }
            for cell in &mut line[merge.columns.0..=merge.columns.1] {
                *cell = text;
            }
        }
        line
    }

    fn said(&self, merge: &Merge) -> &'a str {
        let at = self.rows.partition_point(|row| row.number < merge.rows.0);
        match self.rows.get(at) {
            Some(row) if row.number == merge.rows.0 => {
                row.cells.get(merge.columns.0).map_or("", String::as_str)
            }
            _ => "",
        }
    }

    /// The heads of several lines: what stands over a column, from above, each text once.
    pub(super) fn joined(&self, lines: RangeInclusive<usize>) -> Vec<String> {
        let last = *lines.end();
        let texts: Vec<Vec<&str>> = lines.map(|at| self.spread(at, at < last)).collect();
        let width = texts.iter().map(Vec::len).max().unwrap_or(0);
        let mut heads = Vec::with_capacity(width);
        for column in 0..width {
            let mut parts: Vec<String> = Vec::new();
            for text in texts.iter().filter_map(|line| line.get(column)) {
                let text = unbroken(text);
                if !text.is_empty() && parts.last() != Some(&text) {
                    parts.push(text);
                }
            }
            heads.push(parts.join(" "));
        }
        heads
    }

    /// A line; of one that groups, a text is said of the gaps behind it too, as far as the next
    /// line has heads there.
    fn spread(&self, at: usize, groups: bool) -> Vec<&'a str> {
        let mut line = self.line(at);
        if !groups {
            return line;
        }
        let below = self.line(at + 1);
        line.resize(line.len().max(below.len()), "");
        for column in 1..line.len() {
            let head = below.get(column).is_some_and(|text| !text.is_empty());
            let before = below.get(column - 1).is_some_and(|text| !text.is_empty());
            if line[column].is_empty() && head && before {
                line[column] = line[column - 1];
            }
        }
        line
    }
}

/// A head without line ends: Chinese is broken anywhere.
fn unbroken(text: &str) -> String {
    text.split(['\r', '\n'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .concat()
}

/// Whether a text is a number, a date or a telephone: nothing that heads a column.
pub(super) fn numeric(text: &str) -> bool {
    let mut digits = text
        .chars()
        .filter(|c| !matches!(c, ',' | '.' | '-' | '/' | ':' | '%' | '+' | '¥' | ' '))
        .peekable();
    digits.peek().is_some() && digits.all(|c| c.is_ascii_digit())
}
