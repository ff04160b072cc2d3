//! A square of dots that a phone reads.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, QrCode};

/// Dots of quiet round the square: readers want four.
const QUIET: usize = 4;

/// The square for a text; `None` for one that is too long for any.
#[must_use]
pub fn qr(text: &str, label: &str) -> Option<Markup> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            // Writing into a String cannot fail.
            write!(path, "M{x} {y}h1v1h-1z").unwrap_or_default();
        }
    }
    let side = width + 2 * QUIET;
    Some(html! {
        svg class="qr" viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_is_drawn_for_what_fits_and_nothing_for_what_does_not() {
        let drawn = qr("https://192.0.2.7:8443/trust", "x").map(|m| m.into_string());
        let drawn = drawn.unwrap_or_default();
        // The corner of a finder pattern, behind the quiet zone.
        assert!(drawn.contains("viewBox=\"0 0 37 37\"") && drawn.contains("M4 4h1v1h-1z"));
        assert!(qr(&"x".repeat(4_000), "x").is_none());
    }
}
