//! A ruled grid over as many pages as it takes.

use super::cell::{PAD, Set};
use super::heights::{CLOSEST, LEAST, heights, held, set_closer};
use super::strip::Strip;
use super::{BOTTOM, Layout, SIDE, TOP, WIDTH};
use crate::paper::Grid;

/// A row is not torn for less than this.
const SLICE: f32 = 60.0;

impl Layout<'_> {
    pub(super) fn grid(&mut self, grid: &Grid) {
        let total: f32 = grid.columns.iter().sum();
        if grid.rows.is_empty() || total <= 0.0 {
            return;
        }
        let mut edges = vec![SIDE];
        let mut sum = 0.0;
        for share in &grid.columns {
            sum += share;
            edges.push(SIDE + sum / total * WIDTH);
        }
        let cells = self.cells(grid, &edges);
        let close = heights(grid, &cells, CLOSEST);
        let mut heights = heights(grid, &cells, LEAST);
        set_closer(&mut heights, &close, BOTTOM - self.y);
        let held = held(grid.rows.len(), grid.heads, &cells);
        let mut walk = Walk {
            layout: self,
            grid,
            cells,
            heights,
            held,
            strips: Vec::new(),
            top: 0.0,
            frame: 0.0,
            fresh: false,
        };
        walk.begin();
        walk.run();
    }
}

/// The way through the rows.
struct Walk<'l, 'f, 'g> {
    layout: &'l mut Layout<'f>,
    grid: &'g Grid,
    cells: Vec<Set<'g>>,
    /// What of each row is still to come.
    heights: Vec<f32>,
    held: Vec<usize>,
    /// What stands on this page.
    strips: Vec<Strip>,
    /// Where the strips begin, and where the frame does: at a repeated head.
    top: f32,
    frame: f32,
    /// Whether the page holds nothing but repeated heads.
    fresh: bool,
}

impl Walk<'_, '_, '_> {
    fn run(&mut self) {
        let mut row = 0;
        while row < self.heights.len() {
            let end = self.held[row];
            let need: f32 = self.heights[row..end].iter().sum();
            let room = BOTTOM - self.layout.y;
            let whole = BOTTOM - TOP - self.head(row);
            if need <= room + 0.01 {
                (row..end).for_each(|row| self.put(row, self.heights[row]));
                row = end;
            } else if need <= whole && !self.fresh {
                self.turn(row);
            } else if self.heights[row] <= room + 0.01 {
                // More than a page is held together: it is parted between its rows.
                self.put(row, self.heights[row]);
                row += 1;
            } else if (self.heights[row] <= whole || room < SLICE) && !self.fresh {
                self.turn(row);
            } else {
                self.slice(row, room);
            }
        }
        self.end();
    }

    fn begin(&mut self) {
        self.top = self.layout.y;
        self.frame = self.top;
        self.fresh = self.top <= TOP + 2.0;
    }

    fn put(&mut self, row: usize, height: f32) {
        self.strips.push(Strip { row, height });
        self.layout.y += height;
        self.fresh = false;
    }

    /// The height of the heads that come again above a row.
    fn head(&self, row: usize) -> f32 {
        let heads = self.grid.heads;
        let all: f32 = self.heights.get(..heads).unwrap_or_default().iter().sum();
        match row >= heads && all < (BOTTOM - TOP) / 3.0 {
            true => all,
            false => 0.0,
        }
    }

    /// Ends the page before `row`.
    fn turn(&mut self, row: usize) {
        self.end();
        self.layout.new_page();
        self.begin();
        if self.head(row) > 0.0 {
            let strip = |row| Strip {
                row,
                height: self.heights[row],
            };
            let heads: Vec<Strip> = (0..self.grid.heads).map(strip).collect();
            let top = self.layout.y;
            self.layout
                .strips(self.grid, &mut self.cells, (&heads, top), true);
            self.layout.y += self.head(row);
            self.top = self.layout.y;
        }
        self.fresh = true;
        self.make_room(row);
    }

    /// What was left on the page before may be more than the rows that are still to come.
    fn make_room(&mut self, row: usize) {
        for set in &self.cells {
            if set.rows.0 < row && set.rows.1 > row && set.done > 0 {
                let rest: f32 = self.heights[row..set.rows.1].iter().sum();
                self.heights[set.rows.1 - 1] += (set.need() - rest).max(0.0);
            }
        }
    }

    /// A row higher than a page goes on, line by line.
    fn slice(&mut self, row: usize, room: f32) {
        self.put(row, room);
        self.end();
        let rest = |set: &Set<'_>| match set.rest().is_empty() {
            true => 0.0,
            false => set.need(),
        };
        let here = |set: &&Set<'_>| set.rows.0 <= row && set.rows.1 == row + 1;
        let most = self.cells.iter().filter(here).map(rest).fold(0.0, f32::max);
        self.heights[row] = most.max(2.0 * PAD.1 + 12.0);
        self.layout.new_page();
        self.begin();
        self.fresh = true;
    }

    /// Draws what stands on this page, and the frame around it.
    fn end(&mut self) {
        let strips = std::mem::take(&mut self.strips);
        if strips.is_empty() && self.layout.y <= self.frame {
            return;
        }
        self.layout
            .strips(self.grid, &mut self.cells, (&strips, self.top), false);
        let (top, bottom) = (self.frame, self.layout.y);
        self.layout
            .page()
            .frames
            .push([SIDE, top, WIDTH, bottom - top]);
    }
}
