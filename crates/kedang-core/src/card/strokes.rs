//! The lines of a signature drawn by hand on a screen (D01-11).

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// Strokes at most.
const STROKES: usize = 200;
/// Points at most in all.
const POINTS: usize = 6_000;
/// Largest coordinate: the pad is 1,000 × 1,000 whatever the screen.
const EDGE: u16 = 1_000;

/// What the pen drew: strokes of points `[x, y]`, each 0 to 1,000.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Strokes(pub Vec<Vec<[u16; 2]>>);

impl Strokes {
    /// Refuses what no hand drew: nothing, single dots only, too much, or points off the pad.
    ///
    /// # Errors
    /// `signature.invalid` with `signature.empty` or `signature.too_long` or
    /// `signature.off_the_pad` against `strokes`.
    pub fn check(&self) -> Result<(), Problem> {
        let refuse = |code| Err(Problem::invalid("signature.invalid").field("strokes", code));
        let points: usize = self.0.iter().map(Vec::len).sum();
        if !self.0.iter().any(|stroke| stroke.len() > 1) {
            return refuse("signature.empty");
        }
        if self.0.len() > STROKES || points > POINTS {
            return refuse("signature.too_long");
        }
        if self.0.iter().flatten().flatten().any(|at| *at > EDGE) {
            return refuse("signature.off_the_pad");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_hand_can_draw_is_taken() {
        let line = vec![[0, 0], [1_000, 1_000]];
        let rows = [
            (vec![line.clone()], None),
            (vec![vec![[5, 5]], line.clone()], None),
            (vec![], Some("signature.empty")),
            (vec![vec![[5, 5]]; 3], Some("signature.empty")),
            (vec![line.clone(); 201], Some("signature.too_long")),
            (vec![vec![[1, 1]; 6_001]], Some("signature.too_long")),
            (
                vec![vec![[0, 0], [1_001, 0]]],
                Some("signature.off_the_pad"),
            ),
        ];
        for (strokes, expected) in rows {
            let found = Strokes(strokes).check();
            let found = found.err().and_then(|p| p.of("strokes").map(|f| f.code));
            assert_eq!(found, expected);
        }
    }
}
