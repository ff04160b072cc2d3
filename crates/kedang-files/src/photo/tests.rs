//! Photos come out upright, small, without metadata, and only if they are whole.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

use super::{Picture, prepare};
use crate::FileFault;
use crate::fixtures::{LOSSY_WEBP, encoded, exif, jpeg_with_exif, zip};

const FORMATS: [ImageFormat; 5] = [
    ImageFormat::Jpeg,
    ImageFormat::Png,
    ImageFormat::WebP,
    ImageFormat::Gif,
    ImageFormat::Bmp,
];

fn pixels(picture: &Picture) -> RgbImage {
    let decoded = image::load_from_memory_with_format(&picture.jpeg, ImageFormat::Jpeg).unwrap();
    let pixels = decoded.into_rgb8();
    assert_eq!(pixels.dimensions(), (picture.width, picture.height));
    pixels
}

fn code(bytes: &[u8]) -> &'static str {
    prepare(bytes).unwrap_err().code()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn every_format_comes_out_as_jpeg_in_two_sizes() {
    for format in FORMATS {
        let photo = prepare(&encoded(640, 480, format)).unwrap();
        assert_eq!((photo.display.width, photo.display.height), (640, 480));
        assert_eq!((photo.thumbnail.width, photo.thumbnail.height), (320, 240));
        assert_eq!(photo.taken, None);
        let shown = pixels(&photo.display);
        let small = pixels(&photo.thumbnail);
        for (at, wanted) in [((40, 40), [16, 21, 255]), ((600, 440), [239, 233, 0])] {
            let half = (at.0 / 2, at.1 / 2);
            for found in [shown.get_pixel(at.0, at.1), small.get_pixel(half.0, half.1)] {
                let near = found.0.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 24);
                assert!(near, "{format:?} at {at:?}: {found:?}");
            }
        }
    }
    assert_eq!(prepare(LOSSY_WEBP).unwrap().display.width, 1);
}

#[test]
fn a_large_photo_is_scaled_to_the_edge() {
    let photo = prepare(&encoded(3000, 1500, ImageFormat::Jpeg)).unwrap();
    assert_eq!((photo.display.width, photo.display.height), (2048, 1024));
    assert_eq!((photo.thumbnail.width, photo.thumbnail.height), (320, 160));
}

#[test]
fn d01_10_where_it_was_taken_is_gone_and_when_is_told() {
    let plain = encoded(64, 48, ImageFormat::Jpeg);
    let original = jpeg_with_exif(&plain, &exif(1, "2025:11:25 17:04:05"));
    let comment = [b"\xff\xfe\0\x0cPhotoshop!", &original[2..]].concat();
    let original = [b"\xff\xd8", comment.as_slice(), b"hidden behind the end"].concat();
    let photo = prepare(&original).unwrap();
    assert_eq!(photo.taken.unwrap().to_string(), "2025-11-25T17:04:05");
    for picture in [&photo.display, &photo.thumbnail] {
        for trace in [
            b"Exif".as_slice(),
            b"\xff\xe1",
            b"\xff\xfe",
            b"2025",
            b"Photoshop",
            b"hidden",
        ] {
            assert!(contains(&original, trace));
            assert!(!contains(&picture.jpeg, trace), "{}", trace.escape_ascii());
        }
    }
    assert_eq!(
        photo.display,
        prepare(&plain).unwrap().display,
        "the metadata leave no trace at all"
    );
}

#[test]
fn a_camera_without_a_clock_tells_no_time() {
    let plain = encoded(8, 8, ImageFormat::Jpeg);
    for time in [
        "0000:00:00 00:00:00",
        "2025:02:30 10:00:00",
        "    :  :     :  :  ",
        "yesterday",
    ] {
        let photo = prepare(&jpeg_with_exif(&plain, &exif(1, time))).unwrap();
        assert_eq!(photo.taken, None, "{time}");
    }
}

/// The blue corner at the top left goes where the orientation says (EXIF 2.32, 4.6.4).
#[test]
fn photos_are_turned_upright() {
    let plain = encoded(64, 48, ImageFormat::Jpeg);
    for (orientation, (width, height), (right, bottom)) in [
        (1, (64, 48), (false, false)),
        (2, (64, 48), (true, false)),
        (3, (64, 48), (true, true)),
        (4, (64, 48), (false, true)),
        (5, (48, 64), (false, false)),
        (6, (48, 64), (true, false)),
        (7, (48, 64), (true, true)),
        (8, (48, 64), (false, true)),
        (0, (64, 48), (false, false)),
        (9, (64, 48), (false, false)),
        (300, (64, 48), (false, false)),
    ] {
        let turned = jpeg_with_exif(&plain, &exif(orientation, "2025:11:25 17:04:05"));
        let photo = prepare(&turned).unwrap();
        assert_eq!((photo.display.width, photo.display.height), (width, height));
        let shown = pixels(&photo.display);
        let corner = |right: bool, bottom: bool| {
            let x = if right { width - 5 } else { 4 };
            let y = if bottom { height - 5 } else { 4 };
            shown.get_pixel(x, y).0[2]
        };
        for place in [(false, false), (true, false), (false, true), (true, true)] {
            let blue = corner(place.0, place.1) > 128;
            assert_eq!(blue, place == (right, bottom), "{orientation}: {place:?}");
        }
    }
}

#[test]
fn broken_metadata_do_not_spoil_a_photo() {
    let plain = encoded(64, 48, ImageFormat::Jpeg);
    let tiff = exif(6, "2025:11:25 17:04:05");
    for length in 0..tiff.len() {
        let photo = prepare(&jpeg_with_exif(&plain, &tiff[..length])).unwrap();
        assert_eq!(photo.display.width.max(photo.display.height), 64);
    }
    // What can be read of them still counts.
    let photo = prepare(&jpeg_with_exif(&plain, &tiff[..tiff.len() - 1])).unwrap();
    assert_eq!((photo.display.width, photo.display.height), (48, 64));
}

#[test]
fn the_same_bytes_give_the_same_bytes() {
    for format in FORMATS {
        let original = encoded(500, 300, format);
        assert_eq!(prepare(&original).unwrap(), prepare(&original).unwrap());
    }
}

#[test]
fn what_is_transparent_is_white() {
    let clear = DynamicImage::new_rgba8(4, 4);
    let mut bytes = std::io::Cursor::new(Vec::new());
    clear.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let photo = prepare(bytes.get_ref()).unwrap();
    assert_eq!(pixels(&photo.display).get_pixel(1, 1), &Rgb([255; 3]));
}

#[test]
fn a_photo_that_breaks_off_is_refused() {
    for format in FORMATS {
        // The GIF decoder does not tell an early end from a wrong one.
        let expected = match format {
            ImageFormat::Gif => "file.unreadable",
            _ => "file.truncated",
        };
        let whole = encoded(64, 48, format);
        for part in [whole.len() / 3, whole.len() * 9 / 10] {
            assert_eq!(code(&whole[..part]), expected, "{format:?} {part}");
        }
    }
    let jpeg = encoded(64, 48, ImageFormat::Jpeg);
    assert_eq!(code(&jpeg[..jpeg.len() - 2]), "file.truncated");
    // The end marker of a thumbnail in the metadata is not that of the photo.
    let thumbnail = [exif(1, ""), jpeg.clone()].concat();
    let original = jpeg_with_exif(&jpeg, &thumbnail);
    assert!(prepare(&original).is_ok());
    assert_eq!(code(&original[..original.len() - 2]), "file.truncated");
}

#[test]
fn a_header_that_claims_too_much_is_refused_before_decoding() {
    let claim = |bytes: &mut Vec<u8>, at: usize, size: &[u8]| {
        bytes[at..at + size.len()].copy_from_slice(size);
    };
    let mut png = encoded(8, 8, ImageFormat::Png);
    claim(&mut png, 16, &[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let crc = check_sum(&png[12..29]);
    claim(&mut png, 29, &crc);
    let mut jpeg = encoded(8, 8, ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|w| w == [0xff, 0xc0]).unwrap();
    claim(&mut jpeg, frame + 5, &[0x75, 0x30, 0x75, 0x30]);
    let mut gif = encoded(8, 8, ImageFormat::Gif);
    claim(&mut gif, 6, &[0x30, 0x75, 0x30, 0x75]);
    let mut bmp = encoded(8, 8, ImageFormat::Bmp);
    claim(&mut bmp, 18, &[0x30, 0x75, 0, 0, 0x30, 0x75, 0, 0]);
    for bomb in [png, jpeg, gif, bmp] {
        let fault = prepare(&bomb).unwrap_err();
        assert_eq!(fault.code(), "file.too_many_pixels");
        assert_eq!(
            fault.args(),
            [
                ("limit", 60_000_000_i64.into()),
                ("found", 900_000_000_i64.into()),
                ("width", 30_000_i64.into()),
                ("height", 30_000_i64.into()),
            ]
        );
    }
}

#[test]
fn a_pixel_that_takes_more_memory_counts_for_more() {
    let claim = |marker: u8, side: u16| {
        let mut jpeg = encoded(8, 8, ImageFormat::Jpeg);
        let frame = jpeg.windows(2).position(|w| w == [0xff, 0xc0]).unwrap();
        jpeg[frame + 1] = marker;
        jpeg[frame + 5..frame + 7].copy_from_slice(&side.to_be_bytes());
        jpeg[frame + 7..frame + 9].copy_from_slice(&side.to_be_bytes());
        prepare(&jpeg).unwrap_err()
    };
    let progressive = claim(0xc2, 6000);
    assert!(matches!(
        progressive,
        FileFault::TooManyPixels {
            limit: 26_666_666,
            width: 6000,
            height: 6000
        }
    ));
    assert_eq!(claim(0xc0, 7746).code(), "file.too_many_pixels");
    let mut wide = std::io::Cursor::new(Vec::new());
    DynamicImage::new_rgba16(8, 8)
        .write_to(&mut wide, ImageFormat::Png)
        .unwrap();
    let mut wide = wide.into_inner();
    assert!(prepare(&wide).is_ok());
    wide[16..24].copy_from_slice(&[0, 0, 0x17, 0x70, 0, 0, 0x17, 0x70]);
    let sum = check_sum(&wide[12..29]);
    wide[29..33].copy_from_slice(&sum);
    assert!(matches!(
        prepare(&wide).unwrap_err(),
        FileFault::TooManyPixels {
            limit: 30_000_000,
            ..
        }
    ));
}

/// The check sum that PNG has too.
fn check_sum(bytes: &[u8]) -> [u8; 4] {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum().to_be_bytes()
}

#[test]
fn only_photos_are_prepared() {
    assert_eq!(code(b""), "file.kind_refused");
    assert_eq!(code(b"%PDF-1.7"), "file.kind_refused");
    assert_eq!(code(&zip(&[("a", b"a")])), "file.kind_refused");
    assert_eq!(code(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "file.heic");
    assert_eq!(code(b"MZ\x90\0"), "file.program");
    assert_eq!(code(b"\xff\xd8\xff\xe0nothing more"), "file.truncated");
}

proptest! {
    #[test]
    fn no_change_to_a_picture_makes_it_panic(
        format in proptest::sample::select(&FORMATS[..]),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        keep in any::<bool>(),
    ) {
        let tiff = exif(6, "2025:11:25 17:04:05");
        let mut bytes = encoded(24, 16, format);
        if format == ImageFormat::Jpeg {
            bytes = jpeg_with_exif(&bytes, &tiff);
        }
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if !keep {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(photo) = prepare(&bytes) {
            prop_assert!(photo.display.jpeg.starts_with(b"\xff\xd8\xff"));
        }
    }

    #[test]
    fn no_bytes_behind_a_beginning_make_it_panic(
        format in proptest::sample::select(&FORMATS[..]),
        head in 4_usize..64,
        rest in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let whole = encoded(24, 16, format);
        let bytes = [&whole[..head.min(whole.len())], &rest].concat();
        if let Ok(photo) = prepare(&bytes) {
            prop_assert!(photo.thumbnail.width <= 320);
        }
    }
}
