//! Photos that the program draws: a face of simple shapes, redder before the care than after.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageError, Rgb, RgbImage};

use crate::dice::Dice;

/// Width and height of a photo, pixels.
const SIZE: (u32, u32) = (480, 600);

/// How somebody looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Face {
    skin: [u8; 3],
    hair: [u8; 3],
    wall: [u8; 3],
    dress: [u8; 3],
    /// 0 a bob, 1 long, 2 tied up, 3 short.
    cut: usize,
    glasses: bool,
    freckles: u64,
}

/// One photo of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shot {
    pub(crate) face: Face,
    /// 0 is none, 100 much: what the care is to take away.
    pub(crate) redness: u8,
    /// Tells two photos of the same state apart: light and grain.
    pub(crate) seed: u64,
}

impl Face {
    /// Somebody's face.
    pub(crate) fn of(dice: &mut Dice, woman: bool) -> Self {
        let cut = if woman { dice.below(3) } else { 3 };
        Self {
            skin: dice.pick(&[
                [242, 208, 184],
                [236, 197, 170],
                [228, 186, 156],
                [246, 216, 196],
            ]),
            hair: dice.pick(&[
                [38, 30, 30],
                [58, 42, 36],
                [84, 58, 44],
                [30, 32, 40],
                [112, 78, 56],
            ]),
            wall: dice.pick(&[
                [214, 222, 220],
                [224, 216, 206],
                [206, 216, 226],
                [226, 226, 220],
                [218, 208, 216],
            ]),
            dress: dice.pick(&[
                [240, 240, 236],
                [120, 148, 142],
                [176, 132, 128],
                [92, 104, 132],
                [200, 188, 160],
            ]),
            cut,
            glasses: dice.in_hundred(18),
            freckles: u64::try_from(dice.between(1, i64::from(u32::MAX))).unwrap_or(1),
        }
    }
}

impl Shot {
    /// The picture as JPEG.
    ///
    /// # Errors
    /// When it cannot be encoded.
    pub(crate) fn jpeg(&self) -> Result<Vec<u8>, ImageError> {
        let mut grain = Dice::new(self.seed, "grain", 0);
        let spots = self.spots();
        let picture = RgbImage::from_fn(SIZE.0, SIZE.1, |x, y| {
            let color = self.at(f64::from(x), f64::from(y), &spots);
            let noise = grain.between(-3, 3);
            Rgb(color.map(|c| u8::try_from((i64::from(c) + noise).clamp(0, 255)).unwrap_or(c)))
        });
        let mut bytes = Cursor::new(Vec::new());
        JpegEncoder::new_with_quality(&mut bytes, 82).encode_image(&picture)?;
        Ok(bytes.into_inner())
    }

    /// Blemishes: centre and radius, fewer when the skin is calm.
    fn spots(&self) -> Vec<(f64, f64, f64)> {
        let mut dice = Dice::new(self.face.freckles, "spots", 0);
        let count = usize::from(self.redness) / 5;
        let spot = |dice: &mut Dice| {
            let side = if dice.in_hundred(50) { -1.0 } else { 1.0 };
            let across = f64::from(i32::try_from(dice.between(28, 84)).unwrap_or(40));
            let down = f64::from(i32::try_from(dice.between(-36, 70)).unwrap_or(10));
            let radius = f64::from(i32::try_from(dice.between(2, 6)).unwrap_or(3));
            (240.0 + side * across, 300.0 + down, radius)
        };
        (0..count).map(|_| spot(&mut dice)).collect()
    }

    fn at(&self, x: f64, y: f64, spots: &[(f64, f64, f64)]) -> [u8; 3] {
        let face = &self.face;
        let inside = |cx: f64, cy: f64, rx: f64, ry: f64| {
            ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) <= 1.0
        };
        let side = (x - 240.0).abs();
        let head = inside(240.0, 290.0, 118.0, 156.0);
        let fringe = inside(240.0, 205.0, 128.0, 92.0) && y < 214.0 - side * side / 260.0;
        if fringe || (face.cut == 2 && inside(240.0, 96.0, 52.0, 44.0)) {
            return shade(face.hair, side / 9.0);
        }
        if head {
            return self.features(x, y, side, spots);
        }
        let back = match face.cut {
            0 => inside(240.0, 268.0, 150.0, 172.0) && y < 400.0,
            1 => {
                inside(240.0, 270.0, 150.0, 178.0)
                    || (side < 150.0 && side > 66.0 && y > 260.0 && y < 540.0)
            }
            2 => inside(240.0, 250.0, 128.0, 150.0),
            _ => inside(240.0, 224.0, 126.0, 116.0),
        };
        if back {
            return shade(face.hair, side / 7.0);
        }
        if side < 46.0 && y > 400.0 && y < 500.0 {
            return shade(face.skin, 22.0);
        }
        if inside(240.0, 640.0, 214.0, 172.0) {
            return shade(face.dress, side / 10.0);
        }
        shade(face.wall, y / 26.0)
    }

    /// Eyes, brows, nose, mouth, cheeks.
    fn features(&self, x: f64, y: f64, side: f64, spots: &[(f64, f64, f64)]) -> [u8; 3] {
        let oval = |cx: f64, cy: f64, rx: f64, ry: f64| {
            ((side - cx) / rx).powi(2) + ((y - cy) / ry).powi(2)
        };
        if oval(46.0, 282.0, 8.0, 9.0) <= 1.0 {
            return [44, 34, 32];
        }
        if oval(46.0, 282.0, 21.0, 11.0) <= 1.0 {
            return [248, 246, 242];
        }
        if oval(46.0, 256.0 - side / 30.0, 28.0, 4.5) <= 1.0 {
            return shade(self.face.hair, 0.0);
        }
        let rim = oval(48.0, 284.0, 36.0, 28.0);
        if self.face.glasses
            && ((0.86..=1.0).contains(&rim) || (side < 14.0 && (y - 280.0).abs() < 2.5))
        {
            return [52, 52, 58];
        }
        if oval(0.0, 388.0, 34.0, 9.0) <= 1.0 {
            return if (y - 388.0).abs() < 1.6 {
                [150, 74, 76]
            } else {
                [196, 104, 106]
            };
        }
        if oval(9.0, 340.0, 4.0, 3.0) <= 1.0 {
            return shade(self.face.skin, 46.0);
        }
        let red = f64::from(self.redness);
        // Strongest in the middle of the cheek, gone at its edge.
        let cheek = (1.0 - oval(60.0, 334.0, 58.0, 56.0)).max(0.0).powi(2) * red * 0.7;
        let spot = spots
            .iter()
            .any(|(cx, cy, r)| (x - cx).powi(2) + (y - cy).powi(2) <= r * r);
        let blush = cheek + red * 0.2 + if spot { 38.0 } else { 0.0 };
        let [r, g, b] = shade(self.face.skin, side / 11.0);
        let less = |value: u8, by: f64| fit(f64::from(value) - by);
        [
            less(r, blush * 0.12),
            less(g, blush * 0.62),
            less(b, blush * 0.52),
        ]
    }
}

fn shade(color: [u8; 3], darker: f64) -> [u8; 3] {
    color.map(|c| fit(f64::from(c) - darker))
}

fn fit(value: f64) -> u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a byte just before"
    )]
    let byte = value.clamp(0.0, 255.0) as u8;
    byte
}

#[cfg(test)]
mod tests {
    use super::{Face, Shot};
    use crate::dice::Dice;

    #[test]
    fn the_skin_is_redder_before_than_after() {
        let face = Face::of(&mut Dice::new(1, "face", 0), true);
        let cheek = |redness| {
            let shot = Shot {
                face,
                redness,
                seed: 1,
            };
            let [r, g, _] = shot.at(178.0, 338.0, &[]);
            i32::from(r) - i32::from(g)
        };
        assert!(cheek(80) > cheek(20) + 10);
        let shot = Shot {
            face,
            redness: 50,
            seed: 1,
        };
        let bytes = shot.jpeg().expect("a picture");
        assert_eq!(bytes.get(..2), Some(&[0xff, 0xd8][..]));
        assert_eq!(bytes, shot.jpeg().expect("again"));
    }
}
