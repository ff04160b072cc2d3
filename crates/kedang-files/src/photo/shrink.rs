//! Makes a picture smaller by averaging areas, in whole numbers.
//!
//! Every new pixel is the mean of the area it covers, parts of old pixels counted as parts. Whole
//! numbers give the same bytes on every machine, and a row at a time needs no memory.

use image::RgbImage;

use super::raster::Raster;

/// The picture with its longer edge at most `edge` pixels; a smaller one as it is.
pub(super) fn to_edge(raster: &Raster<'_>, edge: u32) -> RgbImage {
    let (width, height) = raster.size();
    let (columns, rows) = fit(width, height, edge);
    let mut pixels = Vec::with_capacity(columns as usize * rows as usize * 3);
    let mut line = vec![0_u64; columns as usize * 3];
    let mut sums = line.clone();
    let area = u64::from(width) * u64::from(height);
    let mut share = Share::new(rows, height);
    raster.rows(|row| {
        squeeze(row, &mut line, width, columns);
        share.old_one(|weight, full| {
            for (sum, part) in sums.iter_mut().zip(&line) {
                *sum += part * u64::from(weight);
            }
            if full {
                pixels.extend(sums.iter().map(|sum| mean(*sum, area)));
                sums.fill(0);
            }
        });
    });
    // The rows are all there by construction; the empty picture would be seen in every test.
    RgbImage::from_raw(columns, rows, pixels).unwrap_or_default()
}

/// Width and height for a longer edge of at most `edge`, in proportion and never zero.
fn fit(width: u32, height: u32, edge: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= edge {
        return (width, height);
    }
    let scaled = |length: u32| {
        let product = u64::from(length) * u64::from(edge);
        let rounded = (product + u64::from(longer) / 2) / u64::from(longer);
        u32::try_from(rounded).unwrap_or(edge).max(1)
    };
    (scaled(width), scaled(height))
}

/// One row: for each new column the sum of its share of old ones, times `width`.
fn squeeze(row: &[u8], line: &mut [u64], width: u32, columns: u32) {
    line.fill(0);
    let mut share = Share::new(columns, width);
    let mut cells = line.as_chunks_mut::<3>().0.iter_mut();
    let mut cell = cells.next();
    for pixel in row.as_chunks::<3>().0 {
        share.old_one(|weight, full| {
            if let Some(cell) = cell.as_deref_mut() {
                for (sum, sample) in cell.iter_mut().zip(pixel) {
                    *sum += u64::from(*sample) * u64::from(weight);
                }
            }
            if full {
                cell = cells.next();
            }
        });
    }
}

/// Deals `old` lengths out to `new` ones: an old one weighs `new`, a new one holds `old`.
struct Share {
    new: u32,
    old: u32,
    room: u32,
}

impl Share {
    const fn new(new: u32, old: u32) -> Self {
        Self {
            new,
            old,
            room: old,
        }
    }

    /// Tells how the next old one weighs in the new ones it lies in, and whether each is full.
    #[inline]
    fn old_one(&mut self, mut part: impl FnMut(u32, bool)) {
        let mut weight = self.new;
        while weight > 0 {
            let taken = weight.min(self.room);
            weight -= taken;
            self.room -= taken;
            let full = self.room == 0;
            part(taken, full);
            if full {
                self.room = self.old;
            }
        }
    }
}

fn mean(sum: u64, area: u64) -> u8 {
    u8::try_from((sum + area / 2) / area.max(1)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shrunk(width: u32, pixels: &[u8], edge: u32) -> (u32, u32, Vec<u8>) {
        let rgb: Vec<u8> = pixels.iter().flat_map(|p| [*p; 3]).collect();
        let height = u32::try_from(pixels.len()).unwrap() / width;
        let picture = RgbImage::from_raw(width, height, rgb).unwrap();
        let small = to_edge(&Raster::from(&picture), edge);
        let grey = small.pixels().map(|p| p.0[0]).collect();
        (small.width(), small.height(), grey)
    }

    #[test]
    fn a_new_pixel_is_the_mean_of_its_area() {
        assert_eq!(shrunk(2, &[0, 100, 200, 100], 1), (1, 1, vec![100]));
        // Halves are rounded up.
        assert_eq!(shrunk(2, &[0, 1], 1), (1, 1, vec![1]));
        // Three columns into two: each takes one and a half.
        assert_eq!(shrunk(3, &[0, 90, 255], 2), (2, 1, vec![30, 200]));
        assert_eq!(shrunk(1, &[0, 90, 255], 2), (1, 2, vec![30, 200]));
    }

    #[test]
    fn a_small_picture_stays_as_it_is() {
        assert_eq!(shrunk(2, &[1, 2, 3, 4], 2), (2, 2, vec![1, 2, 3, 4]));
    }

    #[test]
    fn proportions_stay_and_no_edge_vanishes() {
        assert_eq!(fit(4000, 3000, 2048), (2048, 1536));
        assert_eq!(fit(3000, 4000, 2048), (1536, 2048));
        assert_eq!(fit(60_000, 10, 2048), (2048, 1));
        assert_eq!(fit(2048, 2048, 2048), (2048, 2048));
    }
}
