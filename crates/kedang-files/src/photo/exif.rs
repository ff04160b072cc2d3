//! The two things worth knowing from EXIF: which way is up, and when.

use exif::{In, Reader, Tag, Value};
use image::metadata::Orientation;
use jiff::civil::DateTime;

/// Where a camera writes the time, the best first.
const TIMES: [Tag; 3] = [Tag::DateTimeOriginal, Tag::DateTimeDigitized, Tag::DateTime];

/// What was read; anything broken is as if it were not there.
pub(super) struct Exif {
    /// How to turn the picture upright.
    pub(super) orientation: Orientation,
    /// When it was taken, by the camera's clock.
    pub(super) taken: Option<DateTime>,
}

impl Exif {
    /// From the TIFF structure that a decoder found, if any.
    pub(super) fn read(tiff: Option<Vec<u8>>) -> Self {
        let mut reader = Reader::new();
        reader.continue_on_error(true);
        let fields = tiff.and_then(|tiff| {
            reader
                .read_raw(tiff)
                .or_else(|error| error.distill_partial_result(|_| {}))
                .ok()
        });
        let Some(fields) = fields else {
            return Self {
                orientation: Orientation::NoTransforms,
                taken: None,
            };
        };
        let orientation = fields
            .get_field(Tag::Orientation, In::PRIMARY)
            .and_then(|field| field.value.get_uint(0))
            .and_then(|value| u8::try_from(value).ok())
            .and_then(Orientation::from_exif);
        let taken = TIMES
            .iter()
            .filter_map(|tag| fields.get_field(*tag, In::PRIMARY))
            .find_map(|field| time(&field.value));
        Self {
            orientation: orientation.unwrap_or(Orientation::NoTransforms),
            taken,
        }
    }
}

/// `2025:11:25 17:04:05`; a camera whose clock was never set writes zeros, which are no date.
fn time(value: &Value) -> Option<DateTime> {
    let Value::Ascii(texts) = value else {
        return None;
    };
    let time = exif::DateTime::from_ascii(texts.first()?).ok()?;
    let part = |n: u8| i8::try_from(n).ok();
    DateTime::new(
        i16::try_from(time.year).ok()?,
        part(time.month)?,
        part(time.day)?,
        part(time.hour)?,
        part(time.minute)?,
        part(time.second)?,
        0,
    )
    .ok()
}
