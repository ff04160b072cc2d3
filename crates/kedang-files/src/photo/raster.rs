//! Pixels as a decoder leaves them, read a row at a time as RGB on white.

use std::borrow::Cow;

use image::{ColorType, RgbImage};

/// A picture's samples in the shape the decoder has, so that no second copy is needed.
pub(super) struct Raster<'a> {
    width: u32,
    height: u32,
    /// Grey 1, grey and alpha 2, RGB 3, RGB and alpha 4.
    channels: usize,
    /// Bytes of a sample: 1, or 2 in the machine's order.
    depth: usize,
    samples: Cow<'a, [u8]>,
}

impl Raster<'static> {
    /// `None` for shapes that the formats taken never have, for no pixels, or too few samples.
    pub(super) fn new(width: u32, height: u32, color: ColorType, samples: Vec<u8>) -> Option<Self> {
        let (channels, depth) = match color {
            ColorType::L8 => (1, 1),
            ColorType::La8 => (2, 1),
            ColorType::Rgb8 => (3, 1),
            ColorType::Rgba8 => (4, 1),
            ColorType::L16 => (1, 2),
            ColorType::La16 => (2, 2),
            ColorType::Rgb16 => (3, 2),
            ColorType::Rgba16 => (4, 2),
            _ => return None,
        };
        let pixels = usize::try_from(u64::from(width) * u64::from(height)).ok()?;
        let fits = pixels > 0 && pixels.checked_mul(channels * depth)? == samples.len();
        fits.then_some(Self {
            width,
            height,
            channels,
            depth,
            samples: Cow::Owned(samples),
        })
    }
}

impl<'a> From<&'a RgbImage> for Raster<'a> {
    fn from(picture: &'a RgbImage) -> Self {
        Self {
            width: picture.width(),
            height: picture.height(),
            channels: 3,
            depth: 1,
            samples: Cow::Borrowed(picture.as_raw()),
        }
    }
}

impl Raster<'_> {
    /// Columns and rows, neither zero.
    pub(super) const fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Each row from the top, three bytes a pixel, given to `each`.
    pub(super) fn rows(&self, mut each: impl FnMut(&[u8])) {
        let bytes = self.channels * self.depth;
        let columns = self.samples.len() / bytes / self.height.max(1) as usize;
        let mut rgb = Vec::with_capacity(columns * 3);
        for row in self.samples.chunks_exact((columns * bytes).max(1)) {
            if (self.channels, self.depth) == (3, 1) {
                each(row);
                continue;
            }
            rgb.clear();
            rgb.extend(row.chunks_exact(bytes).flat_map(|pixel| self.rgb(pixel)));
            each(&rgb);
        }
    }

    /// One pixel; what shines through shines white, as on paper.
    fn rgb(&self, pixel: &[u8]) -> [u8; 3] {
        let sample = |n: usize| match pixel.get(n * self.depth..(n + 1) * self.depth) {
            Some([one]) => *one,
            Some([a, b]) => u16::from_ne_bytes([*a, *b]).to_be_bytes()[0],
            _ => 0,
        };
        let (color, alpha) = match self.channels {
            1 => ([sample(0); 3], 255),
            2 => ([sample(0); 3], sample(1)),
            3 => ([sample(0), sample(1), sample(2)], 255),
            _ => ([sample(0), sample(1), sample(2)], sample(3)),
        };
        color.map(|c| on_white(c, alpha))
    }
}

fn on_white(color: u8, alpha: u8) -> u8 {
    let (color, alpha) = (u32::from(color), u32::from(alpha));
    let mixed = (color * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_becomes_rgb_on_white() {
        let half = 0x8000_u16.to_ne_bytes();
        let wide = |samples: &[[u8; 2]]| samples.concat();
        let full = [0xff, 0xff];
        for (color, samples, expected) in [
            (ColorType::L8, vec![9], [9, 9, 9]),
            (ColorType::La8, vec![0, 0], [255, 255, 255]),
            (ColorType::La8, vec![0, 128], [127, 127, 127]),
            (ColorType::Rgb8, vec![1, 2, 3], [1, 2, 3]),
            (ColorType::Rgba8, vec![1, 2, 3, 255], [1, 2, 3]),
            (ColorType::Rgba8, vec![1, 2, 3, 0], [255, 255, 255]),
            (ColorType::L16, wide(&[half]), [128, 128, 128]),
            (ColorType::La16, wide(&[half, full]), [128, 128, 128]),
            (ColorType::Rgb16, wide(&[half, full, half]), [128, 255, 128]),
            (
                ColorType::Rgba16,
                wide(&[half, full, half, [0, 0]]),
                [255, 255, 255],
            ),
        ] {
            let raster = Raster::new(1, 1, color, samples).unwrap();
            let mut seen = Vec::new();
            raster.rows(|row| seen.extend_from_slice(row));
            assert_eq!(seen, expected, "{color:?}");
        }
    }

    #[test]
    fn samples_that_do_not_fit_the_size_are_refused() {
        assert!(Raster::new(2, 2, ColorType::Rgb8, vec![0; 11]).is_none());
        assert!(Raster::new(0, 2, ColorType::Rgb8, vec![]).is_none());
    }
}
