//! Fills lines with units.

use std::collections::BTreeSet;

use super::kinsoku::{pull, readable};
use super::line::{Glyph, Line, Run};
use super::unit::{Mark, Start, Unit, Units};
use crate::fonts::Fonts;
use crate::paper::Inline;

/// Height of a line in ems.
const LEADING: f32 = 1.42;

/// The text in lines no wider than `width` points. Characters that no face has go to `missing`.
pub(crate) fn lines(
    text: &[Inline],
    width: f32,
    fonts: &Fonts,
    missing: &mut BTreeSet<char>,
) -> Vec<Line> {
    let mut units = Units::new(fonts, missing);
    text.iter().for_each(|inline| units.inline(inline));
    Setter::new(fonts, width).set(&units.all)
}

/// The same with lines of like length, which is how words in the middle of a cell are set: 平均 over
/// 月收入, not 平均月收 over 入.
pub(crate) fn balanced(
    text: &[Inline],
    width: f32,
    fonts: &Fonts,
    missing: &mut BTreeSet<char>,
) -> Vec<Line> {
    let mut units = Units::new(fonts, missing);
    text.iter().for_each(|inline| units.inline(inline));
    let set = |width| Setter::new(fonts, width).set(&units.all);
    let full = set(width);
    let total: f32 = full.iter().map(|line| line.width).sum();
    let step = units.all.first().map_or(0.0, |unit| unit.style.size / 2.0);
    let mut narrow = total / full.len().max(1) as f32;
    while full.len() > 1 && step > 0.0 && narrow < width {
        let tried = set(narrow);
        if tried.len() == full.len() {
            return tried;
        }
        narrow += step;
    }
    full
}

struct Setter<'a> {
    fonts: &'a Fonts,
    width: f32,
    lines: Vec<Line>,
    line: Line,
    /// Width without what is not seen at the end.
    seen: f32,
}

impl<'a> Setter<'a> {
    fn new(fonts: &'a Fonts, width: f32) -> Self {
        Self {
            fonts,
            width,
            lines: Vec::new(),
            line: Line::default(),
            seen: 0.0,
        }
    }

    fn set(mut self, units: &[Unit]) -> Vec<Line> {
        let mut rest = units;
        while let Some(first) = rest.first() {
            let more = rest.iter().skip(1);
            let length = 1 + more.take_while(|unit| unit.start == Start::Never).count();
            let (word, after) = rest.split_at(length);
            let wide = width(word);
            let over = self.line.width + wide > self.width && self.line.width > 0.0;
            if first.start == Start::Must || over {
                self.end(first.style.size);
            }
            // A word wider than the whole line is broken where it must.
            let torn = wide > self.width;
            for unit in word {
                let over = self.line.width + unit.width > self.width && self.line.width > 0.0;
                if torn && over && !unit.is_blank() {
                    self.end(unit.style.size);
                }
                self.put(unit);
            }
            rest = after;
        }
        if !self.line.runs.is_empty() || self.line.width > 0.0 {
            self.end(0.0);
        }
        self.lines
    }

    fn end(&mut self, least: f32) {
        let mut line = std::mem::take(&mut self.line);
        line.width = std::mem::take(&mut self.seen);
        if line.height <= 0.0 {
            line.height = least * LEADING;
        }
        self.lines.push(line);
    }

    fn put(&mut self, unit: &Unit) {
        let begins = self.line.width <= 0.0;
        if begins
            && unit.is_blank()
            && matches!(unit.mark, Mark::Char(..))
            && !self.lines.is_empty()
        {
            return;
        }
        self.line.height = self.line.height.max(unit.style.size * LEADING);
        let at = self.line.width;
        let mut wide = unit.width;
        match unit.mark {
            Mark::Char(c, placed) => {
                // At the beginning the air before a bracket goes.
                let first = if begins {
                    pull(None, c) * unit.style.size
                } else {
                    0.0
                };
                wide -= first;
                let glyph = (placed.id, placed.advance + unit.style.tracking);
                self.glyph(
                    unit,
                    at - unit.pull - first,
                    placed.face,
                    glyph,
                    readable(c),
                );
            }
            Mark::Tick(on) => self.tick(unit, at, on),
            Mark::Room { ruled: true } => self.line.rules.push([at, unit.width]),
            Mark::Room { ruled: false } => {}
        }
        self.line.width += wide;
        if !unit.is_blank() {
            self.seen = self.line.width;
        }
    }

    /// Adds to the last run, or begins one: after another face, another style, or a step aside.
    fn glyph(
        &mut self,
        unit: &Unit,
        x: f32,
        face: usize,
        (id, advance): (krilla::text::GlyphId, f32),
        reads: char,
    ) {
        let end = |run: &Run| {
            let ems: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
            run.x + ems * run.style.size
        };
        let fits = |run: &&mut Run| {
            run.face == face && run.style == unit.style && (end(run) - x).abs() < 0.01
        };
        let run = match self.line.runs.last_mut().filter(fits) {
            Some(run) => run,
            None => {
                self.line.runs.push(Run {
                    x,
                    style: unit.style,
                    face,
                    glyphs: Vec::new(),
                    text: String::new(),
                });
                let last = self.line.runs.len() - 1;
                &mut self.line.runs[last]
            }
        };
        let from = run.text.len();
        run.text.push(reads);
        run.glyphs.push(Glyph {
            id,
            advance,
            up: 0.0,
            text: from..run.text.len(),
        });
    }

    /// The font has □ and ✓ and no ☑: the two are drawn over each other and read as one.
    fn tick(&mut self, unit: &Unit, x: f32, on: bool) {
        let (frame, check) = (self.fonts.place('□'), self.fonts.place('✓'));
        let text = if on { "☑" } else { "☐" }.to_owned();
        let glyph = |id, advance, up| Glyph {
            id,
            advance,
            up,
            text: 0..text.len(),
        };
        let glyphs = match on {
            true => vec![glyph(frame.id, 0.0, 0.0), glyph(check.id, 1.0, 0.06)],
            false => vec![glyph(frame.id, 1.0, 0.0)],
        };
        self.line.runs.push(Run {
            x,
            style: unit.style,
            face: frame.face,
            glyphs,
            text,
        });
    }
}

/// Without what is not seen at the end.
fn width(word: &[Unit]) -> f32 {
    let blank = word.iter().rev().take_while(|unit| unit.is_blank()).count();
    let seen = word.len() - blank;
    word.iter().take(seen).map(|unit| unit.width).sum()
}
