//! One page.

use krilla::color::rgb::Color;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::ArtifactType;
use krilla::text::KrillaGlyph;

use super::structure::{Drawing, Parts};
use super::watermark::Marks;
use super::{colour, hand, picture};
use crate::PaperFault;
use crate::fonts::Fonts;
use crate::pages::{Page, Place};
use crate::paper::Ink;
use crate::part::Part;
use crate::setting::Run;

/// Points.
const HAIR: f32 = 0.6;
const FRAME: f32 = 1.3;
const FINE: f32 = 0.45;

pub(super) fn fill(colour: Color) -> Fill {
    Fill {
        paint: colour.into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }
}

pub(super) fn stroke(colour: Color, width: f32) -> Stroke {
    Stroke {
        paint: colour.into(),
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    }
}

pub(super) fn draw(
    surface: &mut Surface<'_>,
    page: &Page,
    (marks, parts): (&mut Marks<'_>, &mut Parts<'_>),
    fonts: &Fonts,
) -> Result<(), PaperFault> {
    parts.artifact(surface, ArtifactType::Layout);
    surface.set_stroke(None);
    surface.set_fill(Some(fill(Color::new(246, 246, 244))));
    paint(surface, rects(&page.shades));
    if let Some(nth) = page.mark {
        marks.draw(surface, nth, fonts);
    }
    surface.set_fill(None);
    let print = colour(Ink::Print);
    for (width, lines) in [(HAIR, &page.hairs), (FINE, &page.fine)] {
        let square = Stroke {
            line_cap: LineCap::Butt,
            line_join: LineJoin::Miter,
            ..stroke(print, width)
        };
        surface.set_stroke(Some(square));
        paint(surface, segments(lines));
    }
    surface.set_stroke(Some(Stroke {
        line_join: LineJoin::Miter,
        line_cap: LineCap::Square,
        ..stroke(print, FRAME)
    }));
    let (flat, tall): (Vec<Place>, Vec<Place>) = page.frames.iter().partition(|f| f[3] <= 0.0);
    paint(surface, rects(&tall));
    let across: Vec<[f32; 4]> = flat
        .iter()
        .map(|[x, y, w, _]| [*x, *y, x + w, *y])
        .collect();
    paint(surface, segments(&across));
    surface.set_stroke(Some(Stroke {
        dash: Some(StrokeDash {
            array: vec![3.0, 3.0],
            offset: 0.0,
        }),
        line_cap: LineCap::Butt,
        ..stroke(Color::new(130, 130, 130), HAIR)
    }));
    paint(surface, rects(&page.dashes));
    surface.end_tagged();
    for (place, jpeg, part) in &page.pictures {
        parts.drawing(surface, *part, Drawing::Picture);
        picture::draw(surface, *place, jpeg)?;
        surface.end_tagged();
    }
    for (place, drawn, part) in &page.hands {
        parts.drawing(surface, *part, Drawing::Hand);
        hand::draw(surface, *place, drawn);
        surface.end_tagged();
    }
    let mut open: Option<Option<Part>> = None;
    for (x, baseline, run, part) in &page.runs {
        if open != Some(*part) {
            if open.is_some() {
                surface.end_tagged();
            }
            parts.text(surface, *part);
            open = Some(*part);
        }
        text(
            surface,
            (*x, *baseline),
            run,
            fonts,
            colour(run.style.ink),
            false,
        );
    }
    if open.is_some() {
        surface.end_tagged();
    }
    parts.artifact(surface, ArtifactType::Layout);
    surface.set_fill(None);
    surface.set_stroke(Some(stroke(colour(Ink::Pen), 0.7)));
    paint(surface, segments(&page.struck));
    surface.end_tagged();
    Ok(())
}

/// Draws glyphs. A bold face of its own would cost megabytes: a thin outline makes this one bold.
pub(super) fn text(
    surface: &mut Surface<'_>,
    (x, y): (f32, f32),
    run: &Run,
    fonts: &Fonts,
    colour: Color,
    outlined: bool,
) {
    surface.set_fill(Some(fill(colour)));
    let outline = run
        .style
        .bold
        .then(|| stroke(colour, run.style.size * 0.032));
    surface.set_stroke(outline);
    let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(KrillaGlyph::from).collect();
    surface.draw_glyphs(
        Point::from_xy(x, y),
        &glyphs,
        fonts.face(run.face).pdf.clone(),
        &run.text,
        run.style.size,
        outlined,
    );
}

/// Moves what `draw` draws.
pub(super) fn moved(
    surface: &mut Surface<'_>,
    by: &Transform,
    draw: impl FnOnce(&mut Surface<'_>),
) {
    surface.push_transform(by);
    draw(surface);
    surface.pop();
}

fn paint(surface: &mut Surface<'_>, path: Option<Path>) {
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn rects(list: &[Place]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for [x, y, width, height] in list {
        if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
            path.push_rect(rect);
        }
    }
    path.finish()
}

fn segments(list: &[[f32; 4]]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for [x, y, to_x, to_y] in list {
        path.move_to(*x, *y);
        path.line_to(*to_x, *to_y);
    }
    path.finish()
}
