//! How high the rows of a grid are, and which of them cannot be parted.

use super::cell::Set;
use super::{BOTTOM, TOP};
use crate::paper::Grid;

/// A row with nothing in it, and the share that rows keep of the height they are to have.
pub(super) const LEAST: (f32, f32) = (20.4, 1.0);
/// The same where the last rows of a grid would else stand alone on the next page.
pub(super) const CLOSEST: (f32, f32) = (17.0, 0.8);
/// No least height is more than this.
const MOST: f32 = (BOTTOM - TOP) * 0.75;

/// The height of each row: what its own cells need, and for a cell that spans rows and needs more
/// than they have, the difference shared out among them. `least` is [`LEAST`] or [`CLOSEST`].
pub(super) fn heights(grid: &Grid, cells: &[Set<'_>], (least, share): (f32, f32)) -> Vec<f32> {
    let least = |row: &crate::paper::Row| (row.least * share).clamp(least, MOST);
    let mut all: Vec<f32> = grid.rows.iter().map(least).collect();
    for set in cells.iter().filter(|set| set.rows.1 - set.rows.0 == 1) {
        if let Some(height) = all.get_mut(set.rows.0) {
            *height = height.max(need(set, share));
        }
    }
    for set in cells.iter().filter(|set| set.rows.1 - set.rows.0 > 1) {
        if let Some(span) = all.get_mut(set.rows.0..set.rows.1) {
            let have: f32 = span.iter().sum();
            let more = (need(set, share) - have).max(0.0) / span.len() as f32;
            span.iter_mut().for_each(|height| *height += more);
        }
    }
    all
}

/// What is glued in keeps its size.
fn need(set: &Set<'_>, share: f32) -> f32 {
    let share = if set.cell.glue { 1.0 } else { share };
    set.need().max((set.cell.least * share).min(MOST))
}

/// Sets rows closer when all of them then stand in `room`, so that no page holds but the last two
/// rows of a grid.
pub(super) fn set_closer(heights: &mut [f32], close: &[f32], room: f32) {
    let whole: f32 = heights.iter().sum();
    let least: f32 = close.iter().sum();
    if whole <= room || least > room {
        return;
    }
    // Each gives of what it can in the same measure.
    let give = (whole - room) / (whole - least).max(f32::EPSILON);
    for (height, close) in heights.iter_mut().zip(close) {
        *height -= (*height - close).max(0.0) * give.min(1.0);
    }
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
