//! What of a grid stands on one page.

use super::Layout;
use super::cell::Set;
use crate::pages::Page;
use crate::paper::Grid;

/// A row, or a part of one that is higher than a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strip {
    pub(super) row: usize,
    pub(super) height: f32,
}

impl Layout<'_> {
    /// Draws strips from `top` down. `again`: heads that come once more, which leave nothing behind.
    pub(super) fn strips(
        &mut self,
        grid: &Grid,
        cells: &mut [Set<'_>],
        (strips, top): (&[Strip], f32),
        again: bool,
    ) {
        let (Some(first), Some(last)) = (strips.first(), strips.last()) else {
            return;
        };
        let end = last.row + 1;
        let page = self.page();
        // Cells stand in the order of their first rows; those that began above reach down here.
        let until = cells.partition_point(|set| set.rows.0 < end);
        let longest = cells.iter().map(|set| set.rows.1 - set.rows.0).max();
        let from = first.row.saturating_sub(longest.unwrap_or(0));
        let since = cells.partition_point(|set| set.rows.0 < from);
        let Some(here) = cells.get_mut(since..until) else {
            return;
        };
        for set in here.iter_mut().filter(|set| set.rows.1 > first.row) {
            let y = top + above(strips, set.rows.0);
            let bottom = top + above(strips, set.rows.1);
            frame(page, set, y, bottom);
            if again {
                set.done = 0;
            }
            let last = set.rows.1 <= last.row || {
                let sliced = set.need() > bottom - y + 0.5;
                set.rows.1 == end && !sliced
            };
            let count = match last || again {
                true => set.rest().len(),
                false => set.fitting(bottom - y),
            };
            set.draw(page, count, (y, bottom), again);
        }
        strike(page, grid, cells, (strips, top));
    }
}

/// The height of the strips before a row.
fn above(strips: &[Strip], row: usize) -> f32 {
    let before = strips.iter().take_while(|strip| strip.row < row);
    before.map(|strip| strip.height).sum()
}

/// Left and upper rules only: the others are the neighbours' or the frame's, and none is drawn twice.
fn frame(page: &mut Page, set: &Set<'_>, y: f32, bottom: f32) {
    if set.cell.shade {
        page.shades.push([set.x, y, set.width, bottom - y]);
    }
    page.hairs.push([set.x, y, set.x + set.width, y]);
    page.hairs.push([set.x, y, set.x, bottom]);
    if set.cell.glue {
        let inset = 5.7;
        let (wide, tall) = (set.width - 2.0 * inset, bottom - y - 2.0 * inset);
        page.dashes.push([set.x + inset, y + inset, wide, tall]);
    }
}

/// Rows that a later one corrected are struck out.
fn strike(page: &mut Page, grid: &Grid, cells: &[Set<'_>], (strips, top): (&[Strip], f32)) {
    let mut y = top;
    for strip in strips {
        let struck = grid.rows.get(strip.row).is_some_and(|row| row.struck);
        let edges = cells.iter().filter(|set| struck && set.rows.0 == strip.row);
        let (mut left, mut right) = (f32::MAX, f32::MIN);
        for set in edges {
            (left, right) = (left.min(set.x), right.max(set.x + set.width));
        }
        if left < right {
            let middle = y + strip.height / 2.0;
            page.struck.push([left + 4.0, middle, right - 4.0, middle]);
        }
        y += strip.height;
    }
}
