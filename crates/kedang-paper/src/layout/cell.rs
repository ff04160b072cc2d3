//! Cells that are set: their place in the grid, and what stands in them as items from top to bottom.

use super::{BOTTOM, Layout, TOP, left};
use crate::pages::Page;
use crate::paper::{Align, Cell, Grid, Hand, Inline, Piece, Style};
use crate::part::{Part, Role};
use crate::setting::Line;

/// Room between the rules and what stands in a cell: beside and above.
pub(super) const PAD: (f32, f32) = (3.8, 2.6);
/// What stands in a cell without anything.
const AIR: Style = Style::size(4.0);
/// The highest single item: a page less what may stand above.
const TALLEST: f32 = BOTTOM - TOP - 120.0;

/// One thing in a cell that is not torn apart.
pub(super) enum Item<'a> {
    Line(Line, Align),
    Picture(&'a crate::paper::Picture),
    Hand(&'a Hand),
}

impl Item<'_> {
    pub(super) fn height(&self) -> f32 {
        match self {
            Self::Line(line, _) => line.height,
            Self::Picture(picture) => f32::from(picture.least).min(TALLEST),
            Self::Hand(hand) => f32::from(hand.height).min(TALLEST),
        }
    }
}

/// A cell in its place.
pub(super) struct Set<'a> {
    pub(super) cell: &'a Cell,
    /// Its first row, and the one behind its last.
    pub(super) rows: (usize, usize),
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) items: Vec<Item<'a>>,
    /// Items that stand on earlier pages.
    pub(super) done: usize,
    /// What it is for who hears it.
    pub(super) part: Part,
}

impl Set<'_> {
    /// What is still to be drawn.
    pub(super) fn rest(&self) -> &[Item<'_>] {
        self.items.get(self.done..).unwrap_or_default()
    }

    /// The height of what is still to be drawn.
    pub(super) fn need(&self) -> f32 {
        let items: f32 = self.rest().iter().map(Item::height).sum();
        items + 2.0 * PAD.1
    }

    /// How many of the rest have room.
    pub(super) fn fitting(&self, room: f32) -> usize {
        let mut used = 2.0 * PAD.1;
        let fits = |item: &&Item<'_>| {
            used += item.height();
            used <= room + 0.01
        };
        self.rest().iter().take_while(fits).count()
    }

    /// Draws `count` items between two heights.
    /// Heads that come `again` are not read again.
    pub(super) fn draw(
        &mut self,
        page: &mut Page,
        count: usize,
        (top, bottom): (f32, f32),
        again: bool,
    ) {
        let part = (!again).then_some(self.part);
        let (x, width) = (self.x + PAD.0, self.width - 2.0 * PAD.0);
        let items = self.rest().get(..count).unwrap_or_default();
        let used: f32 = items.iter().map(Item::height).sum();
        let spare = (bottom - top - 2.0 * PAD.1 - used).max(0.0);
        let pictures = items.iter().filter(|i| matches!(i, Item::Picture(_)));
        let more = spare / (pictures.count().max(1) as f32);
        let stretches = items.iter().any(|i| matches!(i, Item::Picture(_)));
        let mut y = top + PAD.1;
        if !self.cell.top && !stretches {
            y += spare / 2.0;
        }
        for item in items {
            let tall = item.height();
            match item {
                Item::Line(line, align) => {
                    let x = left(*align, x, width, line.width);
                    super::draw(page, line, (x, y), part);
                }
                Item::Picture(picture) => {
                    let place = [x, y, width, tall + more - 2.0];
                    page.pictures.push((place, picture.jpeg.clone(), part));
                    y += more;
                }
                Item::Hand(hand) => {
                    page.hands
                        .push(([x, y, width, tall], (*hand).clone(), part));
                }
            }
            y += tall;
        }
        self.done += count;
    }
}

impl Layout<'_> {
    /// Puts the cells of a grid into their columns and sets what stands in them. `edges` are the
    /// left edges of the columns and the right one of the last.
    pub(super) fn cells<'g>(&mut self, grid: &'g Grid, edges: &[f32]) -> Vec<Set<'g>> {
        let columns = edges.len() - 1;
        let mut covered = vec![0; columns];
        let mut all = Vec::new();
        for (nth, row) in grid.rows.iter().enumerate() {
            let mut at = 0;
            for (place, cell) in row.cells.iter().enumerate() {
                while covered.get(at).is_some_and(|until| *until > nth) {
                    at += 1;
                }
                let end = (at + cell.across.max(1)).min(columns);
                let until = (nth + cell.down.max(1)).min(grid.rows.len());
                if let Some(span) = covered.get_mut(at..end) {
                    span.fill(until);
                }
                // A cell beyond the last column has no place.
                let (Some(x), Some(right)) = (edges.get(at), edges.get(end)) else {
                    continue;
                };
                if end <= at {
                    continue;
                }
                all.push(Set {
                    cell,
                    rows: (nth, until),
                    x: *x,
                    width: right - x,
                    items: self.items(cell, right - x - 2.0 * PAD.0),
                    done: 0,
                    part: Part {
                        block: self.block,
                        row: nth,
                        cell: place,
                        role: if cell.shade { Role::Head } else { Role::Value },
                        spans: (end - at, until - nth),
                    },
                });
                at = end;
            }
        }
        all
    }

    /// Columns side by side, as lines that hold what of each stands on one height.
    fn columns(&mut self, columns: &[Vec<Inline>], width: f32) -> Vec<Line> {
        let share = width / columns.len().max(1) as f32;
        let mut all: Vec<Line> = Vec::new();
        for (nth, text) in columns.iter().enumerate() {
            let from = share * nth as f32;
            for (at, line) in self
                .lines(text, share - 2.0 * PAD.0, Align::Left)
                .into_iter()
                .enumerate()
            {
                if all.len() <= at {
                    all.push(Line::default());
                }
                all[at].beside(line, from);
            }
        }
        all
    }

    fn items<'g>(&mut self, cell: &'g Cell, width: f32) -> Vec<Item<'g>> {
        let mut items = Vec::new();
        for piece in &cell.pieces {
            match piece {
                Piece::Text(text, align) => {
                    let lines = self.lines(text, width, *align).into_iter();
                    items.extend(lines.map(|line| Item::Line(line, *align)));
                }
                Piece::Columns(columns) => {
                    let lines = self.columns(columns, width).into_iter();
                    items.extend(lines.map(|line| Item::Line(line, Align::Left)));
                }
                Piece::Picture(picture) => items.push(Item::Picture(picture)),
                Piece::Hand(hand) => items.push(Item::Hand(hand)),
            }
        }
        if items.is_empty() {
            // A cell in which nothing stands would not be there for who hears the table.
            let air = [Inline::Text(" ".to_owned(), AIR)];
            let lines = self.lines(&air, width, Align::Left).into_iter();
            items.extend(lines.map(|line| Item::Line(line, Align::Left)));
        }
        items
    }
}
