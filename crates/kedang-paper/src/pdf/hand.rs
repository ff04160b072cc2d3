//! A signature: smooth curves through the middles of the recorded points.

use krilla::color::rgb::Color;
use krilla::geom::PathBuilder;
use krilla::surface::Surface;

use super::colour;
use super::page::stroke;
use crate::pages::Place;
use crate::paper::{Hand, Ink};

/// A signature is not made wider than this many times its height.
const WIDEST: f32 = 4.5;

pub(super) fn draw(surface: &mut Surface<'_>, [x, y, width, height]: Place, hand: &Hand) {
    let points = || hand.strokes.iter().flatten();
    let range = |nth: usize| {
        let all = points().map(|point| f32::from(point[nth]));
        all.fold((f32::MAX, f32::MIN), |(lo, hi), v| (lo.min(v), hi.max(v)))
    };
    if points().next().is_none() {
        return;
    }
    let (left, right) = range(0);
    let (top, bottom) = range(1);
    let room = (width.min(height * WIDEST) - 6.0, height - 4.0);
    let scale = (room.0 / (right - left).max(1.0)).min(room.1 / (bottom - top).max(1.0));
    let (from_x, from_y) = (
        x + (width - (right - left) * scale) / 2.0,
        y + (height - (bottom - top) * scale) / 2.0,
    );
    let at = |point: [u16; 2]| {
        let [px, py] = point.map(f32::from);
        [
            round(from_x + (px - left) * scale),
            round(from_y + (py - top) * scale),
        ]
    };
    let mut path = PathBuilder::new();
    for line in hand.strokes.iter() {
        let (Some(first), Some(last)) = (line.first(), line.last()) else {
            continue;
        };
        let [sx, sy] = at(*first);
        path.move_to(sx, sy);
        for pair in line.windows(2) {
            let ([ax, ay], [bx, by]) = (at(pair[0]), at(pair[1]));
            path.quad_to(ax, ay, round((ax + bx) / 2.0), round((ay + by) / 2.0));
        }
        let [ex, ey] = at(*last);
        path.line_to(ex, ey);
    }
    let ink = match hand.void {
        true => Color::new(170, 170, 170),
        false => colour(Ink::Pen),
    };
    surface.set_fill(None);
    surface.set_stroke(Some(stroke(ink, 1.1)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// Hundredths of a point are finer than any printer, and long logs are a quarter smaller.
fn round(v: f32) -> f32 {
    (v * 100.0).round() / 100.0
}
