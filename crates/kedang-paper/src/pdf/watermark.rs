//! The watermark: light grey under everything, drawn as outlines, so that no search finds it.

use std::collections::BTreeMap;

use krilla::color::rgb::Color;
use krilla::geom::Transform;
use krilla::graphic::Graphic;
use krilla::surface::Surface;

use super::page::{moved, text};
use crate::fonts::Fonts;
use crate::pages::A4;
use crate::setting::Line;

/// Its slant: cosine and sine of 28 degrees.
const SLANT: (f32, f32) = (0.883, 0.469);

/// The watermarks of a document: each is drawn once, and every place on every page draws that one.
pub(super) struct Marks<'a> {
    lines: &'a [Line],
    drawn: BTreeMap<usize, Graphic>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(lines: &'a [Line]) -> Self {
        Self {
            lines,
            drawn: BTreeMap::new(),
        }
    }

    /// Rows of the `nth` over the page.
    pub(super) fn draw(&mut self, surface: &mut Surface<'_>, nth: usize, fonts: &Fonts) {
        let Some(line) = self.lines.get(nth) else {
            return;
        };
        let known = self.drawn.entry(nth);
        let graphic = known.or_insert_with(|| graphic(surface, line, fonts));
        draw(surface, graphic, line.width);
    }
}

fn graphic(surface: &mut Surface<'_>, line: &Line, fonts: &Fonts) -> Graphic {
    let grey = Color::new(228, 228, 228);
    let mut builder = surface.stream_builder();
    let mut inner = builder.surface();
    for run in &line.runs {
        text(&mut inner, (run.x, 0.0), run, fonts, grey, true);
    }
    inner.finish();
    Graphic::new(builder.finish(), false)
}

fn draw(surface: &mut Surface<'_>, graphic: &Graphic, width: f32) {
    let (cos, sin) = SLANT;
    let step = (width * cos + 40.0).max(120.0);
    let mut y = 190.0;
    let mut row = 0;
    while y < A4.1 - 20.0 {
        let mut x = 30.0 - if row % 2 == 1 { step / 2.0 } else { 0.0 };
        while x < A4.0 - 30.0 {
            let place = Transform::from_row(cos, -sin, sin, cos, x, y);
            moved(surface, &place, |s| s.draw_graphic(graphic.clone()));
            x += step;
        }
        y += 150.0;
        row += 1;
    }
}
