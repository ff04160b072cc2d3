//! Which rows are the header. A table may begin with its title, who made it and when, and its
//! headers may take several lines.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::grid::{Grid, Room};
use super::lines::{Lines, numeric};
use super::merge;
use crate::{Certainty, CustomerColumn, PersonColumn, Reading, Row, Sheet, SheetFault};

/// So many rows from the top are looked at.
const SAMPLE: usize = 30;
/// A header has at most this many lines below its first.
const DEEPEST: u64 = 3;

/// A grid with its header found, or as it was chosen; `None` when it holds nothing.
pub(crate) fn sheet(
    grid: Grid,
    reading: &Reading,
    room: &mut Room,
) -> Result<Option<Sheet>, SheetFault> {
    let Grid {
        name,
        mut rows,
        merges,
        header: said,
    } = grid;
    if rows.is_empty() {
        return Ok(None);
    }
    let chosen = reading.headers.iter().find(|(sheet, _)| *sheet == name);
    let lines = Lines::new(&rows, &merges);
    let at = match said.or(chosen.map(|(_, number)| *number)) {
        Some(number) => {
            let at = rows.iter().position(|row| row.number == number);
            let at = at.ok_or(SheetFault::NoHeader {
                sheet: name.clone(),
                row: number,
            })?;
            above(&lines, at).unwrap_or(at)..=at
        }
        None => whole(&lines, guess(&lines)),
    };
    let headers = lines.joined(at.clone());
    let header = rows[*at.end()].number;
    drop(rows.drain(..=*at.end()));
    let merges: Vec<_> = merges.into_iter().filter(|m| m.rows.0 > header).collect();
    merge::fill_down(&name, &mut rows, &merges, room)?;
    Ok(Some(Sheet {
        name,
        header,
        headers,
        rows,
    }))
}

/// The row that most looks like a header: with most heads that are known; else the first that is
/// no title, which is a row with a third of the cells that others have.
fn guess(lines: &Lines) -> usize {
    let sample: Vec<Vec<&str>> = (0..lines.rows.len().min(SAMPLE))
        .map(|at| distinct(&lines.line(at)))
        .collect();
    let known: Vec<usize> = sample.iter().map(|line| known(line)).collect();
    let most = known.iter().copied().max().unwrap_or(0);
    if most >= 2 {
        return known.iter().position(|count| *count == most).unwrap_or(0);
    }
    let widest = sample.iter().map(Vec::len).max().unwrap_or(0);
    sample
        .iter()
        .position(|line| line.len() * 3 > widest)
        .unwrap_or(0)
}

fn distinct<'a>(line: &[&'a str]) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    let line = line.iter().filter(|text| !text.is_empty());
    line.filter(|text| seen.insert(**text)).copied().collect()
}

/// How many of the texts are heads that the importer knows.
fn known(line: &[&str]) -> usize {
    let head = |text: &&&str| {
        let text = text.trim_matches(['*', '＊', ':', '：', ' ']);
        let sure = |how| how == Certainty::Sure;
        CustomerColumn::guess(text).is_some_and(|(_, how)| sure(how))
            || PersonColumn::guess(text).is_some_and(|(_, how)| sure(how))
    };
    line.iter().filter(head).count()
}

/// All lines of the header one of whose lines is `at`.
fn whole(lines: &Lines, at: usize) -> RangeInclusive<usize> {
    let first = above(lines, at).unwrap_or(at);
    let last = below(lines, at).unwrap_or(at);
    first..=last
}

/// The line above that groups the heads of `at`.
fn above(lines: &Lines, at: usize) -> Option<usize> {
    let upper = at.checked_sub(1)?;
    (lines.follow(upper) && (grouped(lines, upper) || paired(lines, upper))).then_some(upper)
}

/// The lines below that belong to the header: as far as a head of `at` is merged downward, or the
/// one whose heads `at` groups.
fn below(lines: &Lines, at: usize) -> Option<usize> {
    let number = lines.rows[at].number;
    let deep = lines
        .merges
        .iter()
        .filter(|merge| merge.rows.0 == number && merge.rows.1 > number)
        .map(|merge| merge.rows.1)
        .filter(|last| *last <= number + DEEPEST)
        .max();
    if let Some(last) = deep {
        let last = lines.rows.iter().rposition(|row| row.number <= last)?;
        return (last > at).then_some(last);
    }
    (lines.follow(at) && (grouped(lines, at) || paired(lines, at))).then_some(at + 1)
}

/// Whether cells of this line are merged over several heads of the next, which has nothing but
/// them and what is merged into it from above.
fn grouped(lines: &Lines, upper: usize) -> bool {
    let row = &lines.rows[upper];
    let lower = &lines.rows[upper + 1];
    let groups: Vec<_> = lines
        .merges
        .iter()
        .filter(|merge| merge.meets(row.number) && !merge.meets(lower.number) && merge.wide())
        .collect();
    if distinct(&lines.line(upper)).len() < 2 || groups.is_empty() {
        return false;
    }
    let under = |column: &usize| {
        let held =
            |merge: &&super::merge::Merge| merge.columns.0 <= *column && *column <= merge.columns.1;
        groups.iter().any(held)
    };
    let heads = filled(lower);
    let tall = lines
        .merges
        .iter()
        .any(|merge| merge.meets(row.number) && merge.meets(lower.number));
    let all_under = tall || heads.iter().all(|(column, _)| under(column));
    heads.len() >= 2 && all_under && heads.iter().all(|(_, text)| !numeric(text))
}

/// Whether two lines are a header of which only the texts are left, as in CSV: the lower one has
/// heads that are known, stands where the upper one has gaps, and leaves free where it has none.
fn paired(lines: &Lines, upper: usize) -> bool {
    let row = &lines.rows[upper];
    let lower = &lines.rows[upper + 1];
    let heads = filled(lower);
    let texts: Vec<&str> = heads.iter().map(|(_, text)| *text).collect();
    if heads.len() < 2 || known(&texts) == 0 || texts.iter().any(|text| numeric(text)) {
        return false;
    }
    let gap = heads.iter().any(|(column, _)| at(row, *column).is_empty());
    let free = filled(row)
        .iter()
        .any(|(column, _)| at(lower, *column).is_empty());
    gap && free && filled(row).len() >= 2
}

fn filled(row: &Row) -> Vec<(usize, &str)> {
    let cells = row.cells.iter().map(String::as_str).enumerate();
    cells.filter(|(_, text)| !text.is_empty()).collect()
}

fn at(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", String::as_str)
}
