//! Signatures: a hand that writes a name, a little differently each time.

use kedang_core::card::Strokes;
use kedang_core::digest::sha256;

use crate::dice::Dice;

/// Where a stroke may begin and end within a character, on a field of 100 by 100: the way of the
/// pen is the character's own, from its hash, so that a person's hand stays recognisable.
type Point = [i64; 2];

/// The strokes of a name.
pub(crate) fn sign(dice: &mut Dice, name: &str) -> Strokes {
    let letters: Vec<char> = name
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(6)
        .collect();
    let count = i64::try_from(letters.len()).unwrap_or(1).max(1);
    // The field is wide: what is to look square is narrow here.
    let width = (860 / count).min(210);
    let left = (1_000 - width * count) / 2;
    let slope = dice.between(-18, 30);
    let mut strokes = Vec::new();
    for (nth, letter) in letters.into_iter().enumerate() {
        let nth = i64::try_from(nth).unwrap_or_default();
        let origin = [
            left + nth * width,
            170 - nth * slope + dice.between(-20, 20),
        ];
        let size = [width * 96 / 100, 640];
        for way in ways(letter) {
            strokes.push(draw(dice, origin, size, &way));
        }
    }
    Strokes(strokes)
}

/// The strokes of one character: across, down, left-falling, right-falling, a hook, a dot, a loop.
fn ways(letter: char) -> Vec<Vec<Point>> {
    let mut text = [0; 4];
    let hash = sha256(&[b"pen", letter.encode_utf8(&mut text).as_bytes()]);
    let part = |nth: usize| i64::from(hash.get(nth).copied().unwrap_or_default());
    let count = 4 + usize::try_from(part(0) % 3).unwrap_or_default();
    (0..count)
        .map(|nth| {
            let (kind, a, b) = (part(3 * nth + 1), part(3 * nth + 2), part(3 * nth + 3));
            let (x, y) = (a % 40, 6 + b % 34);
            match kind % 7 {
                0 => vec![[x, y], [50, y - 4], [62 + a % 34, y - 7]],
                1 => vec![[40 + a % 24, y - 4], [41 + a % 24, 55], [38 + a % 24, 94]],
                2 => vec![[48 + a % 22, y], [34, 52], [6 + b % 14, 88]],
                3 => vec![[40 + a % 16, y + 8], [60, 58], [94, 88]],
                4 => vec![
                    [x, y],
                    [70 + b % 20, y],
                    [72 + b % 18, 70],
                    [58 + b % 16, 84],
                    [50, 72],
                ],
                5 => vec![[18 + a % 60, 58 + b % 20], [26 + a % 60, 70 + b % 20]],
                _ => vec![[20, 60], [40, 44], [62, 58], [44, 78], [24, 66], [80, 56]],
            }
        })
        .collect()
}

/// A smooth line through the points (Catmull-Rom), with the tremor of a hand.
fn draw(dice: &mut Dice, origin: Point, size: Point, way: &[Point]) -> Vec<[u16; 2]> {
    const STEPS: i64 = 6;
    let place = |at: usize| way.get(at).copied().unwrap_or_default();
    let last = way.len().saturating_sub(1);
    let mut line = Vec::new();
    let mut put = |dice: &mut Dice, at: Point| {
        let point = [0, 1].map(|axis| {
            let whole = origin[axis] + at[axis] * size[axis] / 10_000 + dice.between(-3, 3);
            u16::try_from(whole.clamp(0, 1_000)).unwrap_or_default()
        });
        line.push(point);
    };
    for from in 0..last {
        let around = [
            place(from.saturating_sub(1)),
            place(from),
            place(from + 1),
            place((from + 2).min(last)),
        ];
        for step in 0..STEPS {
            let at = [0, 1].map(|axis| curve(around.map(|point| point[axis]), step, STEPS));
            put(dice, at);
        }
    }
    let end = place(last);
    put(dice, [end[0] * 100, end[1] * 100]);
    line
}

/// A value of the curve between the second and the third point, in hundredths.
fn curve([a, b, c, d]: [i64; 4], step: i64, steps: i64) -> i64 {
    let (t, n) = (step * 100 / steps, 100);
    let (t2, t3) = (t * t / n, t * t / n * t / n);
    let sum =
        2 * b * n + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t3;
    sum / 2
}

#[cfg(test)]
mod tests {
    use super::sign;
    use crate::dice::Dice;

    #[test]
    fn every_name_can_be_signed_and_no_two_times_alike() {
        let mut dice = Dice::new(1, "pen", 0);
        for name in ["宋清扬", "尉迟若宁", "翀", "Emily Carter"] {
            let first = sign(&mut dice, name);
            assert!(first.check().is_ok(), "{name}");
            assert_ne!(first, sign(&mut dice, name));
        }
    }
}
