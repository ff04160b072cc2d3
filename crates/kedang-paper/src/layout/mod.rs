//! Layout: blocks become pages of ink.

mod cell;
mod flow;
mod foot;
mod grid;
mod heights;
mod strip;

use std::collections::BTreeSet;

use crate::fonts::Fonts;
use crate::pages::{A4, Page, Pages};
use crate::paper::{Align, Block, Inline, Paper, Style};
use crate::part::{Part, Role};
use crate::setting::{Line, balanced, lines};

/// Left and right margin: 14 mm.
const SIDE: f32 = 39.7;
/// Top margin: 13 mm.
const TOP: f32 = 36.9;
/// Where content ends: 17 mm above the lower edge.
const BOTTOM: f32 = 793.7;
/// Width of what is printed.
const WIDTH: f32 = A4.0 - 2.0 * SIDE;
/// Size of the watermark.
const MARK: Style = Style::size(16.0);

/// Lays papers out behind each other, each on pages of its own, numbered through.
#[must_use]
pub fn lay_out(papers: &[Paper], fonts: &Fonts) -> Pages {
    let mut layout = Layout {
        fonts,
        pages: Vec::new(),
        missing: BTreeSet::new(),
        y: TOP,
        joins: false,
        block: 0,
    };
    let mut marks = Vec::new();
    let mut starts = Vec::new();
    for paper in papers {
        starts.push(layout.pages.len());
        layout.new_page();
        for block in &paper.blocks {
            layout.block(block);
        }
        let Some(text) = &paper.watermark else {
            continue;
        };
        let text = [Inline::Text(text.clone(), MARK)];
        let line = layout
            .lines(&text, f32::MAX, Align::Left)
            .into_iter()
            .next();
        let since = starts.last().copied().unwrap_or(0);
        if let Some(line) = line {
            let own = layout.pages.iter_mut().skip(since);
            own.for_each(|page| page.mark = Some(marks.len()));
            marks.push(line);
        }
    }
    let count = layout.pages.len();
    for (nth, paper) in papers.iter().enumerate() {
        let until = starts.get(nth + 1).copied().unwrap_or(count);
        layout.feet(&paper.foot, starts[nth]..until);
    }
    Pages {
        pages: layout.pages,
        marks,
        missing: layout.missing,
        starts,
        blocks: layout.block + 1,
    }
}

/// A layout under way.
struct Layout<'a> {
    fonts: &'a Fonts,
    pages: Vec<Page>,
    missing: BTreeSet<char>,
    /// Where the next thing goes on the last page.
    y: f32,
    /// Whether a grid ends right here, so that a following one shares its line.
    joins: bool,
    /// Which block is drawn, of all papers.
    block: usize,
}

impl Layout<'_> {
    fn block(&mut self, block: &Block) {
        let joins = std::mem::replace(&mut self.joins, false);
        self.block += 1;
        match block {
            Block::Text(text, align) => self.text(text, (*align, Role::Paragraph), 0.0),
            Block::Heading(text) => self.text(text, (Align::Middle, heading(text)), 80.0),
            Block::Spread(texts) => self.spread(texts),
            Block::Brand(left, right) => self.brand(left, right),
            Block::Grid(grid) => {
                if !joins {
                    self.y += 1.0;
                }
                self.grid(grid);
                self.joins = true;
            }
            Block::Gap(height) => self.y += height,
            Block::NewPage => self.new_page(),
        }
    }

    fn lines(&mut self, text: &[Inline], width: f32, align: Align) -> Vec<Line> {
        let set = match align {
            Align::Middle => balanced,
            Align::Left | Align::Right => lines,
        };
        set(text, width, self.fonts, &mut self.missing)
    }

    fn new_page(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
        self.joins = false;
    }

    /// The page that is being filled; there always is one.
    fn page(&mut self) -> &mut Page {
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Draws a line with its left end at `x` and its top at `y`.
    fn draw(&mut self, line: &Line, x: f32, y: f32, role: Role) {
        let part = Part::text(self.block, role);
        draw(self.page(), line, (x, y), Some(part));
    }
}

fn draw(page: &mut Page, line: &Line, (x, y): (f32, f32), part: Option<Part>) {
    let size = |run: &crate::setting::Run| run.style.size;
    let tallest = line.runs.iter().map(size).fold(0.0, f32::max);
    let baseline = y + (line.height - tallest) / 2.0 + 0.88 * tallest;
    for run in line.runs.iter().filter(|run| !run.glyphs.is_empty()) {
        page.runs.push((x + run.x, baseline, run.clone(), part));
    }
    for [from, wide] in &line.rules {
        let y = y + line.height - 1.5;
        page.fine.push([x + from, y, x + from + wide, y]);
    }
}

/// What is larger than this is the name of the paper, points.
const NAME: f32 = 14.0;

fn heading(text: &[Inline]) -> Role {
    let large = |one: &Inline| matches!(one, Inline::Text(_, style) if style.size > NAME);
    match text.iter().any(large) {
        true => Role::Title,
        false => Role::Heading,
    }
}

/// Where a line of this width begins.
fn left(align: Align, x: f32, width: f32, line: f32) -> f32 {
    let spare = (width - line).max(0.0);
    match align {
        Align::Left => x,
        Align::Middle => x + spare / 2.0,
        Align::Right => x + spare,
    }
}

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}
