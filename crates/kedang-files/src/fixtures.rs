//! Small files made for the tests: pictures, EXIF, archives. Not part of the product: behind the
//! feature `fixtures`.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "built for tests only, where a panic is the message"
)]

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// Left to right red grows, top to bottom green; the corner at the top left is blue.
pub fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let part = |n: u32, of: u32| u8::try_from(n * 255 / of.max(1)).unwrap();
        let corner = if x < width / 4 && y < height / 4 {
            255
        } else {
            0
        };
        Rgb([part(x, width), part(y, height), corner])
    })
}

/// The picture as a file.
pub fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture(width, height))
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

/// One pixel of lossy WebP, which nothing here can write.
pub const LOSSY_WEBP: &[u8] = b"RIFF\x22\0\0\0WEBPVP8 \x16\0\0\0\x30\x01\0\x9d\x01\x2a\
    \x01\0\x01\0\x0e\xc0\xfe\x25\xa4\0\x03\x70\0\0\0\0";

/// A TIFF structure with orientation, time and GPS position, as a camera writes it.
pub fn exif(orientation: u16, taken: &str) -> Vec<u8> {
    let (ascii, short, long, rational) = (2_u16, 3_u16, 4_u16, 5_u16);
    // Offsets: header 0, IFD0 8 with 3 fields, Exif IFD 50 with 1, GPS IFD 68 with 2, data 98.
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let mut directory = |fields: &[(u16, u16, u32, u32)]| {
        tiff.extend(u16::try_from(fields.len()).unwrap().to_le_bytes());
        for (tag, kind, count, value) in fields {
            tiff.extend(tag.to_le_bytes());
            tiff.extend(kind.to_le_bytes());
            tiff.extend(count.to_le_bytes());
            tiff.extend(value.to_le_bytes());
        }
        tiff.extend([0; 4]);
    };
    directory(&[
        (0x0112, short, 1, orientation.into()),
        (0x8769, long, 1, 50),
        (0x8825, long, 1, 68),
    ]);
    directory(&[(0x9003, ascii, 20, 98)]);
    directory(&[(1, ascii, 2, u32::from(b'N')), (2, rational, 3, 118)]);
    let mut time = taken.as_bytes().to_vec();
    time.resize(20, 0);
    tiff.extend(time);
    for n in [31_u32, 1, 14, 1, 2_575, 100] {
        tiff.extend(n.to_le_bytes());
    }
    tiff
}

/// A JPEG with that structure in its first segment.
pub fn jpeg_with_exif(jpeg: &[u8], tiff: &[u8]) -> Vec<u8> {
    let segment = [b"Exif\0\0", tiff].concat();
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &segment, &jpeg[2..]].concat()
}

/// An archive of these files, every second one deflated.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (n, (name, content)) in files.iter().enumerate() {
        let offset = u32::try_from(archive.len()).unwrap();
        let (method, packed) = if n % 2 == 0 {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(content).unwrap();
            (8_u16, encoder.finish().unwrap())
        } else {
            (0_u16, content.to_vec())
        };
        let mut facts = vec![20, 0, 0, 0];
        facts.extend(method.to_le_bytes());
        facts.extend([0; 8]);
        facts.extend(u32::try_from(packed.len()).unwrap().to_le_bytes());
        facts.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        facts.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        facts.extend([0; 2]);
        archive.extend([b"PK\x03\x04", facts.as_slice(), name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\0", facts.as_slice(), &[0; 10]].concat());
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
    let offset = u32::try_from(archive.len()).unwrap().to_le_bytes();
    let end = [&count, &count, size.as_slice(), &offset, &[0; 2]].concat();
    [&archive, &directory, b"PK\x05\x06\0\0\0\0".as_slice(), &end].concat()
}

/// An office file whose main part has this content type.
pub fn office(main_part: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let list = format!(
        "<?xml version=\"1.0\"?><Types><Override PartName=\"/main.xml\" \
         ContentType=\"application/vnd.{main_part}\"/></Types>"
    );
    let mut files = vec![("[Content_Types].xml", list.as_bytes())];
    files.extend(more);
    zip(&files)
}
