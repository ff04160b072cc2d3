//! A candidate's text, folded and read at most once, and only if somebody asks.

use std::cell::OnceCell;

use crate::{
    entry::{Entry, Field},
    fold::{Glyph, fold},
    pinyin::{Reading, Unit, units},
    token::shortened,
};

/// One text to match terms against.
pub(crate) struct Target<'a> {
    pub(crate) field: Field,
    pub(crate) text: &'a str,
    reading: Reading,
    glyphs: OnceCell<Vec<Glyph>>,
    units: OnceCell<Vec<Unit>>,
    short: OnceCell<Option<Short>>,
}

/// The shortened form of an organization's name.
pub(crate) struct Short {
    /// For each character, its index in the full name.
    pub(crate) kept: Vec<usize>,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) units: Vec<Unit>,
}

impl<'a> Target<'a> {
    pub(crate) fn new(entry: &Entry<'a>) -> Self {
        Self {
            field: entry.field,
            text: entry.text,
            reading: entry.reading(),
            glyphs: OnceCell::new(),
            units: OnceCell::new(),
            short: OnceCell::new(),
        }
    }

    pub(crate) fn glyphs(&self) -> &[Glyph] {
        self.glyphs.get_or_init(|| fold(self.text))
    }

    pub(crate) fn units(&self) -> &[Unit] {
        self.units
            .get_or_init(|| units(self.glyphs(), self.reading))
    }

    pub(crate) fn short(&self) -> Option<&Short> {
        let make = || {
            if self.reading == Reading::Person || !self.field.is_name() {
                return None;
            }
            let full = self.glyphs();
            let kept = shortened(full)?;
            let glyphs = kept.iter().map(|at| full[*at]).collect();
            let units = self
                .units()
                .iter()
                .filter(|unit| kept.contains(&unit.glyph));
            Some(Short {
                glyphs,
                units: units.copied().collect(),
                kept,
            })
        };
        self.short.get_or_init(make).as_ref()
    }
}
