//! Values of properties as text.

use encoding_rs::{Encoding, GB18030, UTF_8};

/// Decodes quoted-printable; without a name of the charset it is UTF-8 if it can be, else
/// GB 18030, as telephones of that time wrote it.
pub(super) fn quoted_printable(raw: &str, charset: Option<&str>) -> String {
    let raw = raw.as_bytes();
    let mut bytes = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let code = raw.get(at + 1..at + 3).filter(|_| *byte == b'=');
        match code.and_then(hex) {
            Some(byte) => {
                bytes.push(byte);
                at += 3;
            }
            None => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    let named = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    let guessed = if std::str::from_utf8(&bytes).is_ok() {
        UTF_8
    } else {
        GB18030
    };
    let encoding = named
        .filter(|encoding| *encoding != UTF_8)
        .unwrap_or(guessed);
    encoding.decode_without_bom_handling(&bytes).0.into_owned()
}

fn hex(code: &[u8]) -> Option<u8> {
    let code = std::str::from_utf8(code).ok()?;
    u8::from_str_radix(code, 16).ok()
}

/// A text without the backslashes that kept its commas, semicolons and line ends.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().filter(|_| c == '\\');
        match next {
            Some('n' | 'N') => plain.push('\n'),
            Some(kept @ (',' | ';' | ':' | '\\')) => plain.push(kept),
            _ => {
                plain.push(c);
                continue;
            }
        }
        chars.next();
    }
    plain.replace("\r\n", "\n")
}

/// The parts between semicolons that are not escaped, with their escapes.
pub(super) fn split_escaped(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, c) in text.char_indices() {
        if c == ';' && !escaped {
            parts.push(&text[start..at]);
            start = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_and_escaped_comes_back() {
        for (raw, charset, text) in [
            ("=E7=8E=8B=E9=9B=AA", None, "王雪"),
            ("=CD=F5=D1=A9", None, "王雪"),
            ("=CD=F5=D1=A9", Some("GBK"), "王雪"),
            ("=E7=8E=8B", Some("UTF-8"), "王"),
            ("a=3Db=", Some("nonsense"), "a=b="),
        ] {
            assert_eq!(quoted_printable(raw, charset), text);
        }
        assert_eq!(unescaped("甲\\,乙\\;丙\\n丁\\\\n\\x"), "甲,乙;丙\n丁\\n\\x");
        assert_eq!(split_escaped(";a\\;b;c\\\\;"), ["", "a\\;b", "c\\\\", ""]);
    }
}
