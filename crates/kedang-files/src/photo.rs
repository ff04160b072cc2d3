//! Makes a photo safe to show (D01-10): turned upright, scaled, and without anything in it but
//! the picture. Where it was taken is gone; when it was taken is told.
//!
//! The picture is decoded and encoded anew, so nothing of the original file survives, neither
//! metadata nor what may hide behind them. The same bytes give the same bytes.

mod decode;
mod exif;
mod jpeg;
mod markers;
mod raster;
mod shrink;
mod whole;

use image::{DynamicImage, RgbImage};
use jiff::civil::DateTime;

use crate::{FileFault, Purpose, sniff};

/// The most pixels that are decoded, told by the header before. Fewer where a pixel takes more
/// memory: 26 million in a progressive JPEG, 30 million with 16 bits a channel and alpha.
pub const MAX_PIXELS: u64 = 60_000_000;
/// The longer edge of a picture for the screen, pixels.
pub const DISPLAY_EDGE: u32 = 2048;
/// The longer edge of a thumbnail, pixels.
pub const THUMBNAIL_EDGE: u32 = 320;

/// A photo as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// For the screen, at most [`DISPLAY_EDGE`].
    pub display: Picture,
    /// For lists, at most [`THUMBNAIL_EDGE`].
    pub thumbnail: Picture,
    /// When it was taken by the camera's clock, which has no time zone.
    pub taken: Option<DateTime>,
}

/// One JPEG without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// Makes the pictures to show from an original. Holds up to 240 MB next to the original
/// while it works (12 million pixels: 45 MB), so callers do one at a time.
///
/// # Errors
/// The refusals of [`Purpose::admit`] for a photo, `file.too_many_pixels`, `file.truncated`,
/// `file.unreadable`.
pub fn prepare(original: &[u8]) -> Result<Photo, FileFault> {
    let kind = sniff(original);
    Purpose::Photo.admit(kind)?;
    let decoded = decode::decode(kind, original)?;
    // Scaled before it is turned: the small one is quicker to turn, and the edge is the same.
    let small = shrink::to_edge(&decoded.raster, DISPLAY_EDGE);
    drop(decoded.raster);
    let mut upright = DynamicImage::ImageRgb8(small);
    upright.apply_orientation(decoded.exif.orientation);
    let display = upright.into_rgb8();
    let thumbnail = shrink::to_edge(&raster::Raster::from(&display), THUMBNAIL_EDGE);
    Ok(Photo {
        display: encode(kind, &display)?,
        thumbnail: encode(kind, &thumbnail)?,
        taken: decoded.exif.taken,
    })
}

fn encode(found: crate::Kind, picture: &RgbImage) -> Result<Picture, FileFault> {
    let jpeg = jpeg::encode(picture).map_err(|error| FileFault::Unreadable {
        found,
        source: Some(error),
    })?;
    Ok(Picture {
        jpeg,
        width: picture.width(),
        height: picture.height(),
    })
}

#[cfg(test)]
mod tests;
