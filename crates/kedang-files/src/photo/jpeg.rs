//! Writes the JPEG that is shown.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageResult, RgbImage};

/// Good enough for skin, a tenth of the original's size.
const QUALITY: u8 = 85;

/// A new JPEG with nothing in it but the picture.
pub(super) fn encode(picture: &RgbImage) -> ImageResult<Vec<u8>> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode(
        picture.as_raw(),
        picture.width(),
        picture.height(),
        ExtendedColorType::Rgb8,
    )?;
    Ok(jpeg)
}
