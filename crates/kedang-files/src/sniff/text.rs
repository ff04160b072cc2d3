//! Tells plain text from markup and from binary.

use crate::Kind;

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether it is worth reading on: a byte order mark of UTF-16, or no control characters.
pub(super) fn may_begin(head: &[u8]) -> bool {
    !head.is_empty() && (utf16_mark(head).is_some() || head.iter().all(|b| plain(u32::from(*b))))
}

/// `Text`, `Active`, `Program` or `Unknown` for a whole file.
pub(super) fn of(bytes: &[u8]) -> Kind {
    if let Some(unit) = utf16_mark(bytes) {
        return utf16(bytes.get(2..).unwrap_or_default(), unit);
    }
    if !bytes.iter().all(|b| plain(u32::from(*b))) {
        return Kind::Unknown;
    }
    // The mark may be repeated; browsers and shells look behind it.
    let mut rest = bytes;
    while let Some(behind) = rest.strip_prefix(UTF8_MARK) {
        rest = behind;
    }
    if std::str::from_utf8(rest).is_ok() || gb18030(rest) {
        judge(rest.iter().map(|b| char::from(*b)))
    } else {
        Kind::Unknown
    }
}

/// Tab, line feed, form feed, carriage return and all that is no control character.
fn plain(code: u32) -> bool {
    matches!(code, 0x09 | 0x0a | 0x0c | 0x0d) || (code >= 0x20 && code != 0x7f)
}

/// How to read a unit, if there is a byte order mark.
fn utf16_mark(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    match bytes {
        [0xff, 0xfe, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Kind {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let chars = || char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let whole = odd.is_empty() && chars().all(|c| c.is_ok_and(|c| plain(u32::from(c))));
    if whole {
        judge(chars().filter_map(Result::ok))
    } else {
        Kind::Unknown
    }
}

/// Markup begins with a tag, a declaration or an instruction; `<备注>` does not.
fn judge(chars: impl Iterator<Item = char>) -> Kind {
    let mut chars = chars.skip_while(|c| c.is_ascii_whitespace() || *c == '\u{feff}');
    match (chars.next(), chars.next()) {
        (Some('<'), Some(c)) if c.is_ascii_alphabetic() || matches!(c, '!' | '?' | '/') => {
            Kind::Active
        }
        (Some('#'), Some('!')) => Kind::Program,
        _ => Kind::Text,
    }
}

/// Whether all bytes fit the pattern of GB 18030, which GBK and GB 2312 are part of: the text of
/// an older Windows in China.
fn gb18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [0x00..=0x7f, behind @ ..]
            | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, behind @ ..]
            | [
                0x81..=0xfe,
                0x30..=0x39,
                0x81..=0xfe,
                0x30..=0x39,
                behind @ ..,
            ] => behind,
            _ => return false,
        };
    }
}
