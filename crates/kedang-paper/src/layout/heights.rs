//! How high the rows of a grid are, and which of them cannot be parted.

use super::cell::Set;
use super::{BOTTOM, TOP};
use crate::paper::Grid;

/// A row with nothing in it.
const LEAST: f32 = 20.4;
/// No least height is more than this.
const MOST: f32 = (BOTTOM - TOP) * 0.75;

/// The height of each row: what its own cells need, and for a cell that spans rows and needs more
/// than they have, the difference shared out among them.
pub(super) fn heights(grid: &Grid, cells: &[Set<'_>]) -> Vec<f32> {
    let least = |row: &crate::paper::Row| row.least.clamp(LEAST, MOST);
    let mut all: Vec<f32> = grid.rows.iter().map(least).collect();
    for set in cells.iter().filter(|set| set.rows.1 - set.rows.0 == 1) {
        if let Some(height) = all.get_mut(set.rows.0) {
            *height = height.max(need(set));
        }
    }
    for set in cells.iter().filter(|set| set.rows.1 - set.rows.0 > 1) {
        if let Some(span) = all.get_mut(set.rows.0..set.rows.1) {
            let have: f32 = span.iter().sum();
            let share = (need(set) - have).max(0.0) / span.len() as f32;
            span.iter_mut().for_each(|height| *height += share);
        }
    }
    all
}

fn need(set: &Set<'_>) -> f32 {
    set.need().max(set.cell.least.min(MOST))
}

/// For each row the first row behind it that no cell holds together with it; the heads of a table
/// stay with its first row.
pub(super) fn held(rows: usize, heads: usize, cells: &[Set<'_>]) -> Vec<usize> {
    let mut ends: Vec<usize> = (1..=rows).collect();
    for set in cells {
        if let Some(end) = ends.get_mut(set.rows.0) {
            *end = (*end).max(set.rows.1);
        }
    }
    if heads > 0
        && let Some(end) = ends.first_mut()
    {
        *end = (*end).max((heads + 1).min(rows));
    }
    // From the last row up, so that what is held by what is held counts.
    for row in (0..rows).rev() {
        let mut end = ends[row];
        let mut at = row;
        while at + 1 < end {
            at += 1;
            end = end.max(ends[at]);
        }
        ends[row] = end;
    }
    ends
}
