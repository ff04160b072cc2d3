//! A line that is set.

use krilla::text::{GlyphId, KrillaGlyph};

use crate::paper::Style;

/// A glyph in a run: which one, how wide in ems, how far up in ems, what it reads as.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    pub(crate) advance: f32,
    pub(crate) up: f32,
    /// Where its text stands in the run's.
    pub(crate) text: std::ops::Range<usize>,
}

impl From<&Glyph> for KrillaGlyph {
    fn from(glyph: &Glyph) -> Self {
        Self::new(
            glyph.id,
            glyph.advance,
            0.0,
            glyph.up,
            0.0,
            glyph.text.clone(),
            None,
        )
    }
}

/// Glyphs of one face and style that are drawn at once.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    /// From the beginning of the line, points.
    pub(crate) x: f32,
    pub(crate) style: Style,
    pub(crate) face: usize,
    pub(crate) glyphs: Vec<Glyph>,
    /// What a reader copies out.
    pub(crate) text: String,
}

/// A line, points.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) runs: Vec<Run>,
    /// Rules under room to write in: from and how wide.
    pub(crate) rules: Vec<[f32; 2]>,
}

impl Line {
    /// Puts another line beside this one, its left end at `x`.
    pub(crate) fn beside(&mut self, other: Self, x: f32) {
        self.width = self.width.max(x + other.width);
        self.height = self.height.max(other.height);
        self.rules
            .extend(other.rules.into_iter().map(|[from, wide]| [from + x, wide]));
        self.runs.extend(other.runs.into_iter().map(|run| Run {
            x: run.x + x,
            ..run
        }));
    }
}
