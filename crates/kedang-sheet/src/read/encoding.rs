//! The encoding of a text: told, marked or guessed.

use std::borrow::Cow;

use encoding_rs::{
    BIG5, Decoder, DecoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE,
};

use super::csv::line_ends;
use crate::SheetFault;

/// This much of a text is looked at for a guess, bytes.
const SAMPLE: usize = 1 << 16;

/// Turns bytes into text; says in which encoding they were.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    asked: Option<&str>,
) -> Result<(Cow<'a, str>, &'static str), SheetFault> {
    let marked = Encoding::for_bom(bytes);
    let encoding = match (asked, marked) {
        (Some(asked), _) => named(asked, marked.map(|(encoding, _)| encoding))?,
        (None, Some((encoding, _))) => encoding,
        (None, None) => guess(bytes)?,
    };
    let mark = marked.filter(|(found, _)| *found == encoding);
    let bytes = &bytes[mark.map_or(0, |(_, length)| length)..];
    let text = read(bytes, encoding)?;
    if text.contains('\0') {
        return Err(SheetFault::NotText);
    }
    Ok((text, name(encoding)))
}

/// An encoding by what it is called; of UTF-16 the mark says which half comes first.
fn named(asked: &str, marked: Option<&'static Encoding>) -> Result<&'static Encoding, SheetFault> {
    let encoding = Encoding::for_label(asked.trim().as_bytes());
    match encoding {
        // GB 18030 reads all that GBK and GB 2312 can write.
        Some(encoding) if encoding == GBK || encoding == GB18030 => Ok(GB18030),
        Some(encoding) if encoding == UTF_16LE => Ok(marked
            .filter(|marked| *marked == UTF_16BE)
            .unwrap_or(encoding)),
        Some(encoding) if [UTF_8, UTF_16BE, BIG5].contains(&encoding) => Ok(encoding),
        _ => Err(SheetFault::UnknownEncoding {
            asked: asked.to_owned(),
        }),
    }
}

/// What people call it.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == GB18030 {
        "GB18030"
    } else {
        encoding.name()
    }
}

fn guess(bytes: &[u8]) -> Result<&'static Encoding, SheetFault> {
    if bytes.contains(&0) {
        let wide = [UTF_16LE, UTF_16BE].into_iter();
        return wide
            .into_iter()
            .find(|encoding| plausible(bytes, encoding))
            .ok_or(SheetFault::NotText);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    if let Some(encoding) = declared(bytes) {
        return Ok(encoding);
    }
    // One broken character does not make another encoding of a long text in UTF-8.
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes[..bytes.len().min(SAMPLE * 16)].utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    Ok(if good > bad * 8 { UTF_8 } else { GB18030 })
}

/// What a web page or XML says of itself; only believed where it is not UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4_096)];
    let head = head.to_ascii_lowercase();
    let mark: &[u8] = match head.trim_ascii_start().starts_with(b"<?xml") {
        true => b"encoding=",
        false => b"charset=",
    };
    let at = head.windows(mark.len()).position(|part| part == mark)? + mark.len();
    let label: Vec<u8> = head[at..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\''))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    let page = head.trim_ascii_start().starts_with(b"<");
    let encoding = Encoding::for_label(&label).filter(|_| page)?;
    match encoding {
        encoding if encoding == GBK || encoding == GB18030 => Some(GB18030),
        encoding if encoding == BIG5 => Some(encoding),
        _ => None,
    }
}

/// Whether the beginning, read as UTF-16, is mostly what Chinese tables are made of.
fn plausible(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let head = &bytes[..bytes.len().min(SAMPLE) & !1];
    let (text, broken) = encoding.decode_without_bom_handling(head);
    let usual = |c: &char| {
        matches!(c, '\t' | '\r' | '\n' | ' '..='~' | '\u{3000}'..='\u{303f}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
    };
    let (mut all, mut good) = (0usize, 0usize);
    for c in text.chars() {
        all += 1;
        good += usize::from(usual(&c));
    }
    // Of a text in UTF-16 every other byte is 0, or some are beyond ASCII.
    let nulls = head.iter().filter(|byte| **byte == 0).count();
    let wide = nulls * 5 >= head.len() * 2 || !head.is_ascii();
    wide && !broken && bytes.len().is_multiple_of(2) && good * 10 >= all * 9 && !text.contains('\0')
}

fn read<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Result<Cow<'a, str>, SheetFault> {
    if encoding == UTF_8 {
        return match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(fault) => Err(SheetFault::BadCharacter {
                row: line_ends(&bytes[..fault.valid_up_to()]) + 1,
                encoding: name(encoding),
            }),
        };
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    whole(&mut decoder, bytes, &mut text).ok_or_else(|| SheetFault::BadCharacter {
        row: line_ends(text.as_bytes()) + 1,
        encoding: name(encoding),
    })?;
    Ok(Cow::Owned(text))
}

/// Decodes to the end; `None` at a byte that is no character, with `text` up to there.
fn whole(decoder: &mut Decoder, mut bytes: &[u8], text: &mut String) -> Option<()> {
    loop {
        // A third of the rest at a time keeps the reserve near to what is needed.
        text.reserve((bytes.len() / 2).max(1 << 12));
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, text, true);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => return Some(()),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => return None,
        }
    }
}
