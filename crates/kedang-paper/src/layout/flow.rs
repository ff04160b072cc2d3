//! What goes across the whole page.

use super::{BOTTOM, Layout, SIDE, TOP, WIDTH, height, left};
use crate::paper::{Align, Inline};
use crate::part::Role;

impl Layout<'_> {
    /// Lines across the page. They stay together with `below` points of what follows, if they are
    /// not more than a page.
    pub(super) fn text(&mut self, text: &[Inline], (align, role): (Align, Role), below: f32) {
        let lines = self.lines(text, WIDTH, align);
        let whole = height(&lines) + below;
        if self.y + whole > BOTTOM && whole < BOTTOM - TOP && self.y > TOP {
            self.new_page();
        }
        for line in &lines {
            if self.y + line.height > BOTTOM {
                self.new_page();
            }
            let (x, y) = (left(align, SIDE, WIDTH, line.width), self.y);
            self.draw(line, x, y, role);
            self.y += line.height;
        }
    }

    /// Short texts with even room between them; each keeps to its share when one is too long.
    pub(super) fn spread(&mut self, texts: &[Vec<Inline>]) {
        let count = texts.len().max(1) as f32;
        let set: Vec<_> = texts
            .iter()
            .map(|text| self.lines(text, WIDTH, Align::Left))
            .collect();
        let wide = |lines: &Vec<crate::setting::Line>| {
            lines.iter().map(|line| line.width).fold(0.0, f32::max)
        };
        let used: f32 = set.iter().map(wide).sum();
        let gap = (WIDTH - used) / (count - 1.0).max(1.0);
        let set = match gap >= 12.0 {
            true => set,
            // Below each other, where they do not stand beside each other.
            false => {
                for text in texts {
                    self.text(text, (Align::Left, Role::Paragraph), 0.0);
                }
                return;
            }
        };
        let mut x = SIDE;
        let tallest = set.iter().map(|lines| height(lines)).fold(0.0, f32::max);
        for lines in &set {
            let y = self.y;
            if let Some(line) = lines.first() {
                self.draw(line, x, y, Role::Paragraph);
                x += line.width + gap;
            }
        }
        self.y += tallest;
    }

    /// The brand on the left, the house that serves under it on the right (D01-12).
    pub(super) fn brand(&mut self, brand: &[Inline], house: &[Inline]) {
        let right = self.lines(house, WIDTH / 3.0, Align::Right);
        let wide = right.iter().map(|line| line.width).fold(0.0, f32::max);
        let lines = self.lines(brand, WIDTH - wide - 12.0, Align::Left);
        let (top, tall) = (self.y, height(&lines).max(height(&right)));
        let mut y = top + tall - height(&lines);
        for line in &lines {
            self.draw(line, SIDE, y, Role::Paragraph);
            y += line.height;
        }
        let mut y = top + tall - height(&right);
        for line in &right {
            self.draw(line, SIDE + WIDTH - line.width, y, Role::Paragraph);
            y += line.height;
        }
        self.y = top + tall + 4.0;
        let y = self.y;
        self.page().frames.push([SIDE, y, WIDTH, 0.0]);
        self.page()
            .fine
            .push([SIDE, y + 2.2, SIDE + WIDTH, y + 2.2]);
        self.y += 12.0;
    }
}
