//! Text as units: what is drawn, how wide it is, and whether a line may begin with it.

use std::collections::BTreeSet;

use super::kinsoku::{is_silent, may_break, pull};
use crate::fonts::{Fonts, Placed};
use crate::paper::{Inline, Style};

/// Whether a line may begin with a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Never,
    May,
    Must,
}

/// What a unit draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mark {
    Char(char, Placed),
    Tick(bool),
    Room { ruled: bool },
}

/// The smallest thing that is put into a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub(super) mark: Mark,
    pub(super) style: Style,
    /// Points, tracking and pull counted in.
    pub(super) width: f32,
    /// How far it moves to the left, points.
    pub(super) pull: f32,
    pub(super) start: Start,
}

impl Unit {
    /// Whether it is seen at the end of a line.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.mark, Mark::Char(' ', _) | Mark::Room { ruled: false })
    }
}

/// Space before a box that does not begin a line, in ems.
const BETWEEN: f32 = 0.8;
/// A box with the air behind it, in ems.
const BOX: f32 = 1.1;

/// Takes text apart.
pub(super) struct Units<'a> {
    fonts: &'a Fonts,
    /// Characters that no face has.
    missing: &'a mut BTreeSet<char>,
    pub(super) all: Vec<Unit>,
    last: Option<char>,
    start: Start,
}

impl<'a> Units<'a> {
    pub(super) fn new(fonts: &'a Fonts, missing: &'a mut BTreeSet<char>) -> Self {
        Self {
            fonts,
            missing,
            all: Vec::new(),
            last: None,
            start: Start::Never,
        }
    }

    pub(super) fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text, style) => self.text(text, *style, false),
            Inline::Tick { on, word, style } => self.tick(*on, word, *style),
            Inline::Room {
                width,
                ruled,
                style,
            } => {
                self.put(Mark::Room { ruled: *ruled }, *style, *width, Start::Never);
                self.last = None;
                self.start = Start::May;
            }
            Inline::Joint => self.start = Start::May,
        }
    }

    fn text(&mut self, text: &str, style: Style, held: bool) {
        for c in text.chars() {
            if c == '\n' {
                self.start = Start::Must;
                self.last = None;
            } else if !is_silent(c) {
                self.char(c, style, held);
            }
        }
    }

    fn char(&mut self, c: char, style: Style, held: bool) {
        let placed = self.fonts.place(c);
        if placed.missing {
            self.missing.insert(c);
        }
        let may = self.last.is_some_and(|last| may_break(last, c));
        let start = if may && !held {
            Start::May
        } else {
            Start::Never
        };
        let pull = self.last.map_or(0.0, |last| pull(Some(last), c)) * style.size;
        let width = (placed.advance + style.tracking) * style.size - pull;
        self.put(Mark::Char(c, placed), style, width, start);
        if let Some(unit) = self.all.last_mut() {
            unit.pull = pull;
        }
        self.last = Some(c);
    }

    fn tick(&mut self, on: bool, word: &str, style: Style) {
        if !self.all.is_empty() && self.start != Start::Must {
            let gap = Mark::Room { ruled: false };
            self.put(gap, style, BETWEEN * style.size, Start::Never);
            self.start = Start::May;
        }
        self.put(Mark::Tick(on), style, BOX * style.size, Start::Never);
        self.last = None;
        self.text(word, style, true);
    }

    /// Puts a unit down; what waits to be said of its beginning goes before `start`.
    fn put(&mut self, mark: Mark, style: Style, width: f32, start: Start) {
        let waiting = std::mem::replace(&mut self.start, Start::Never);
        self.all.push(Unit {
            mark,
            style,
            width,
            pull: 0.0,
            start: if waiting == Start::Never {
                start
            } else {
                waiting
            },
        });
    }
}
