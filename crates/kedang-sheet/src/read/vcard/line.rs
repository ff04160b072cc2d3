//! The lines of a card, unfolded, and what stands in one.

use super::decode;

/// A property: `item1.TEL;TYPE=CELL:13812345678`.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// What ties it to others of the card.
    pub(super) group: &'a str,
    /// In capitals.
    pub(super) name: String,
    /// Its parameters in capitals; a bare one, as 2.1 writes them, is a `TYPE`.
    parameters: Vec<(String, String)>,
    /// As it stands in the file.
    raw: &'a str,
}

/// The lines of a text, unfolded, one at a time.
pub(super) fn unfolded(text: &str) -> impl Iterator<Item = String> + '_ {
    let mut lines = text.lines().peekable();
    std::iter::from_fn(move || {
        let mut line = lines.next()?.to_owned();
        let quoted = quoted_printable(&line);
        while let Some(next) = lines.peek() {
            if quoted && line.ends_with('=') {
                line.pop();
                line.push_str(next);
            } else if next.starts_with([' ', '\t']) && !line.is_empty() {
                line.push_str(&next[1..]);
            } else {
                break;
            }
            lines.next();
        }
        Some(line)
    })
}

/// Whether what a line holds may go on in the next behind a `=`.
fn quoted_printable(line: &str) -> bool {
    line.split_once(':')
        .is_some_and(|(head, _)| head.to_ascii_uppercase().contains("QUOTED-PRINTABLE"))
}

impl<'a> Line<'a> {
    /// Reads a line; `None` when it is no property.
    pub(super) fn of(line: &'a str) -> Option<Self> {
        let colon = outside_quotes(line, ':')?;
        let (head, raw) = (&line[..colon], &line[colon + 1..]);
        let mut parts = split(head, ';').into_iter();
        let name = parts.next()?.trim();
        let (group, name) = name.rsplit_once('.').unwrap_or(("", name));
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return None;
        }
        let parameters = parts.map(|part| match part.split_once('=') {
            Some((key, value)) => (key.trim().to_ascii_uppercase(), value.replace('"', "")),
            None => ("TYPE".to_owned(), part.to_owned()),
        });
        Some(Self {
            group,
            name: name.to_ascii_uppercase(),
            parameters: parameters
                .map(|(key, value)| (key, value.trim().to_ascii_uppercase()))
                .collect(),
            raw: raw.trim(),
        })
    }

    /// Whether it is of a type or encoded in a way, however that is written.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.parameters
            .iter()
            .filter(|(key, _)| key == "TYPE" || key == "ENCODING")
            .any(|(_, value)| value.split(',').any(|value| value.trim() == kind))
    }

    /// Bytes that are no text: a picture, a sound, a key.
    pub(super) fn binary(&self) -> bool {
        self.is("B") || self.is("BASE64") || self.raw.starts_with("data:")
    }

    /// How long the value is as it stands in the file, bytes.
    pub(super) fn length(&self) -> usize {
        self.raw.len()
    }

    /// The value, still with its escapes.
    pub(super) fn value(&self) -> String {
        if !self.is("QUOTED-PRINTABLE") {
            return self.raw.to_owned();
        }
        let charset = self.parameters.iter().find(|(key, _)| key == "CHARSET");
        decode::quoted_printable(self.raw, charset.map(|(_, value)| value.as_str()))
    }

    /// The value as one text.
    pub(super) fn text(&self) -> String {
        decode::unescaped(self.value().trim())
    }

    /// The parts of a structured value.
    pub(super) fn parts(&self) -> Vec<String> {
        let value = self.value();
        let parts = decode::split_escaped(&value);
        parts
            .iter()
            .map(|part| decode::unescaped(part.trim()))
            .collect()
    }
}

/// Where a character stands that is not between quotation marks.
fn outside_quotes(text: &str, sought: char) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == sought && !quoted).then_some(at)
    })
}

fn split(text: &str, by: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = outside_quotes(rest, by) {
        parts.push(&rest[..at]);
        rest = &rest[at + by.len_utf8()..];
    }
    parts.push(rest);
    parts
}
