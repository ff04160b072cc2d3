//! Decodes a picture, after its header was found to be within bounds.

use std::io::Cursor;

use image::{ColorType, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::exif::Exif;
use super::raster::Raster;
use super::{MAX_PIXELS, markers, whole};
use crate::{FileFault, Kind};

/// The most bytes that are held while decoding: four a pixel. Pictures that need more of them, with
/// 16 bits a channel or in several passes, may have the fewer pixels.
const MAX_BYTES: u64 = MAX_PIXELS * 4;

/// A picture and what its metadata tell.
pub(super) struct Decoded<'a> {
    pub(super) raster: Raster<'a>,
    pub(super) exif: Exif,
}

/// Decodes; of a moving picture the first frame.
pub(super) fn decode(kind: Kind, bytes: &[u8]) -> Result<Decoded<'static>, FileFault> {
    if !whole::is_whole(kind, bytes) {
        return Err(FileFault::Truncated { found: kind });
    }
    let format = format(kind)?;
    let broken = |error| fault(kind, error);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_BYTES * 2);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;

    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let limit = most_pixels(kind, bytes, decoder.color_type());
    if pixels > limit {
        return Err(FileFault::TooManyPixels {
            limit,
            width,
            height,
        });
    }
    // Broken metadata are no reason to refuse a picture that is whole.
    let exif = Exif::read(decoder.exif_metadata().unwrap_or_default());
    let color = decoder.color_type();
    let unreadable = FileFault::Unreadable {
        found: kind,
        source: None,
    };
    let length = usize::try_from(decoder.total_bytes()).ok();
    let mut samples = vec![0; length.ok_or(unreadable)?];
    decoder.read_image(&mut samples).map_err(broken)?;
    let raster = Raster::new(width, height, color, samples).ok_or(FileFault::Unreadable {
        found: kind,
        source: None,
    })?;
    Ok(Decoded { raster, exif })
}

/// How many pixels fit into the bytes that are held while decoding.
fn most_pixels(kind: Kind, bytes: &[u8], color: ColorType) -> u64 {
    let mut each = u64::from(color.bytes_per_pixel());
    if kind == Kind::Jpeg && markers::is_progressive(bytes) {
        // Two more for each coefficient.
        each *= 3;
    }
    MAX_PIXELS.min(MAX_BYTES / each.max(1))
}

fn format(kind: Kind) -> Result<ImageFormat, FileFault> {
    match kind {
        Kind::Jpeg => Ok(ImageFormat::Jpeg),
        Kind::Png => Ok(ImageFormat::Png),
        Kind::Webp => Ok(ImageFormat::WebP),
        Kind::Gif => Ok(ImageFormat::Gif),
        Kind::Bmp => Ok(ImageFormat::Bmp),
        _ => Err(FileFault::Unreadable {
            found: kind,
            source: None,
        }),
    }
}

/// A file that ends too early is told from one that is wrong inside, if the decoder tells.
fn fault(found: Kind, error: ImageError) -> FileFault {
    match &error {
        ImageError::IoError(io) if io.kind() == std::io::ErrorKind::UnexpectedEof => {
            FileFault::Truncated { found }
        }
        _ => FileFault::Unreadable {
            found,
            source: Some(error),
        },
    }
}
