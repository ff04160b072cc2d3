//! Walks the markers of a JPEG (ITU-T T.81, B.1.1).

/// The end of a picture.
const END: u8 = 0xd9;
/// Frames that come in several passes; a decoder keeps all coefficients until the last.
const PROGRESSIVE: [u8; 4] = [0xc2, 0xc6, 0xca, 0xce];

/// Whether the first picture in the file reaches its end. The end marker of a thumbnail inside a
/// segment does not count; what follows the end does not matter.
pub(super) fn reaches_end(jpeg: &[u8]) -> bool {
    Markers { rest: jpeg }.any(|marker| marker == END)
}

/// Whether the first picture comes in several passes.
pub(super) fn is_progressive(jpeg: &[u8]) -> bool {
    Markers { rest: jpeg }
        .take_while(|marker| *marker != END)
        .any(|marker| PROGRESSIVE.contains(&marker))
}

/// The markers in order; segments are stepped over, and so is what a scan encodes.
struct Markers<'a> {
    rest: &'a [u8],
}

impl Iterator for Markers<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let (marker, behind) = next_marker(self.rest)?;
        self.rest = match marker {
            // Markers without a segment, and a zero behind 0xff, which is data.
            0x00 | 0x01 | 0xd0..=END => behind,
            _ => segment_end(behind)?,
        };
        Some(marker)
    }
}

/// The next byte after one or more 0xff, and what follows it.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let at = bytes.iter().position(|b| *b == 0xff)?;
    let fill = bytes.get(at..)?;
    let code = fill.iter().position(|b| *b != 0xff)?;
    let (marker, behind) = fill.get(code..)?.split_first()?;
    Some((*marker, behind))
}

/// What follows a segment, whose length includes itself.
fn segment_end(bytes: &[u8]) -> Option<&[u8]> {
    let length = bytes.first_chunk::<2>().map(|b| u16::from_be_bytes(*b))?;
    bytes.get(usize::from(length.max(2))..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_and_data_are_stepped_over() {
        let cases: &[(&[u8], bool, bool)] = &[
            (b"\xff\xd8\xff\xd9", true, false),
            (b"\xff\xd8\xff\xff\xff\xd9", true, false),
            (
                b"\xff\xd8\xff\xc2\0\x04ab\xff\xda\0\x02xx\xff\xd9",
                true,
                true,
            ),
            (
                b"\xff\xd8\xff\xc0\0\x04ab\xff\xda\0\x02\xff\0\xff\xd3x\xff\xd9",
                true,
                false,
            ),
            // End and frame inside a segment; cut in a segment; cut in a marker.
            (b"\xff\xd8\xff\xe1\0\x06\xff\xd9\xff\xc2", false, false),
            (b"\xff\xd8\xff\xe1\xff\xff\xff\xd9", false, false),
            (b"\xff\xd8\xff\xe1\0", false, false),
            (b"\xff\xd8\xff", false, false),
            // A second picture behind the end is another one.
            (b"\xff\xd8\xff\xd9\xff\xd8\xff\xc2\0\x02", true, false),
            (b"", false, false),
        ];
        for (jpeg, whole, progressive) in cases {
            let name = jpeg.escape_ascii();
            assert_eq!(reaches_end(jpeg), *whole, "{name}");
            assert_eq!(is_progressive(jpeg), *progressive, "{name}");
        }
    }
}
