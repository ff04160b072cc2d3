//! The foot of every page.

use super::{Layout, SIDE, WIDTH, draw};
use crate::paper::{Align, Foot, Ink, Inline, Style};

/// Where its line is drawn.
const LINE: f32 = 800.5;
const SMALL: Style = Style::size(7.5).ink(Ink::Quiet);

impl Layout<'_> {
    /// Draws it on these pages; only now is it known how many there are.
    pub(super) fn feet(&mut self, foot: &Foot, pages: std::ops::Range<usize>) {
        let count = self.pages.len();
        let text = |text: &str, style| vec![Inline::Text(text.to_owned(), style)];
        let framed = foot.framed.as_ref();
        let framed = framed.map(|words| text(words, Style::size(7.5).bold()));
        let framed = framed.and_then(|words| self.first(&words, WIDTH));
        let left = self.first(&text(&foot.left, SMALL), WIDTH);
        let right = self.first(&text(&foot.right, SMALL), WIDTH);
        for nth in pages {
            let number = format!("{} / {count}", nth + 1);
            let number = self.first(&text(&number, SMALL), WIDTH);
            let page = &mut self.pages[nth];
            page.fine.push([SIDE, LINE, SIDE + WIDTH, LINE]);
            let mut end = SIDE + WIDTH;
            if let Some(line) = &number {
                end -= line.width;
                draw(page, line, (end, LINE + 3.0), None);
                end -= 14.0;
            }
            if let Some(line) = &right {
                end -= line.width;
                draw(page, line, (end, LINE + 3.0), None);
            }
            let mut from = SIDE;
            if let Some(line) = &left {
                draw(page, line, (from, LINE + 3.0), None);
                from += line.width;
            }
            if let Some(line) = &framed {
                let x = (from + end - line.width) / 2.0;
                draw(page, line, (x, LINE + 3.0), None);
                let [x, wide] = [x - 4.0, line.width + 8.0];
                let (top, bottom) = (LINE + 2.5, LINE + 4.0 + line.height);
                page.hairs.push([x, top, x + wide, top]);
                page.hairs.push([x, bottom, x + wide, bottom]);
                page.hairs.push([x, top, x, bottom]);
                page.hairs.push([x + wide, top, x + wide, bottom]);
            }
        }
    }

    fn first(&mut self, text: &[Inline], width: f32) -> Option<crate::setting::Line> {
        self.lines(text, width, Align::Left).into_iter().next()
    }
}
