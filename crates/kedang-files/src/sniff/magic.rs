//! The first bytes by which a kind is known.

use crate::Kind;

/// Prefixes that say it all, longest claim first where two share a beginning.
const PREFIXES: [(&[u8], Kind); 24] = [
    (b"\xff\xd8\xff", Kind::Jpeg),
    (b"\x89PNG\r\n\x1a\n", Kind::Png),
    (b"GIF87a", Kind::Gif),
    (b"GIF89a", Kind::Gif),
    (b"%PDF-", Kind::Pdf),
    (b"PK\x03\x04", Kind::Zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
    (b"{\\rtf", Kind::OldOffice),
    // Windows and DOS; Linux; macOS in both byte orders and widths, and fat, which is also how
    // Java classes begin.
    (b"MZ", Kind::Program),
    (b"\x7fELF", Kind::Program),
    (b"\xfe\xed\xfa\xce", Kind::Program),
    (b"\xfe\xed\xfa\xcf", Kind::Program),
    (b"\xce\xfa\xed\xfe", Kind::Program),
    (b"\xcf\xfa\xed\xfe", Kind::Program),
    (b"\xca\xfe\xba\xbe", Kind::Program),
    (b"\xca\xfe\xba\xbf", Kind::Program),
    // Scripts, also after a byte order mark that an editor put there.
    (b"#!", Kind::Program),
    (b"\xef\xbb\xbf#!", Kind::Program),
    // Android, WebAssembly, a Windows shortcut, a cabinet, a compiled help file, LLVM bitcode.
    (b"dex\n0", Kind::Program),
    (b"\0asm", Kind::Program),
    (b"L\0\0\0\x01\x14\x02\0", Kind::Program),
    (b"MSCF\0\0\0\0", Kind::Program),
    (b"ITSF\x03\0\0\0", Kind::Program),
    (b"BC\xc0\xde", Kind::Program),
];

/// Brands of the HEIF family that hold HEVC pictures (ISO/IEC 23008-12).
const HEIC_BRANDS: [&[u8]; 8] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
];

/// Header lengths of the bitmap versions; more than "BM" is asked for, which text may begin with.
const BMP_HEADERS: [u8; 7] = [12, 40, 52, 56, 64, 108, 124];

/// The kind that the first bytes claim; `Zip` stands for all that is zipped.
pub(super) fn of(head: &[u8]) -> Option<Kind> {
    let prefix = PREFIXES
        .iter()
        .find(|(prefix, _)| head.starts_with(prefix))
        .map(|(_, kind)| *kind);
    prefix.or_else(|| match head {
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Kind::Webp),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => heic(head),
        [
            b'B',
            b'M',
            _,
            _,
            _,
            _,
            0,
            0,
            0,
            0,
            _,
            _,
            _,
            _,
            header,
            0,
            0,
            0,
            ..,
        ] if BMP_HEADERS.contains(header) => Some(Kind::Bmp),
        _ => None,
    })
}

/// Looks for a HEIC brand in the `ftyp` box, the main one or a compatible one.
fn heic(head: &[u8]) -> Option<Kind> {
    let length = head.first_chunk::<4>().map(|b| u32::from_be_bytes(*b))?;
    let end = usize::try_from(length).ok()?.min(head.len());
    let mut brands = head.get(8..end)?.chunks_exact(4);
    brands
        .any(|brand| HEIC_BRANDS.contains(&brand))
        .then_some(Kind::Heic)
}
