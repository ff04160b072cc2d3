//! Looks through XML byte by byte for what has to be known before it is parsed.

/// What was seen.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// A document type, or an entity of one.
    pub(super) document_type: bool,
    /// Elements, in start tags.
    pub(super) elements: usize,
    /// Elements `si`: shared strings.
    pub(super) strings: usize,
    /// How many shared strings there are by `uniqueCount`.
    pub(super) said: usize,
    /// Elements `mergeCell`.
    pub(super) merges: usize,
    /// The beginning of a tag.
    tag: Vec<u8>,
    inside: bool,
    /// How much of `uniqueCount` the last bytes were; behind it its digits follow.
    matched: usize,
    digits: usize,
}

/// A tag is kept so far, bytes: enough for its name.
const TAG: usize = 40;
const UNIQUE: &[u8] = b"uniqueCount";

impl Scan {
    /// Looks at the next bytes.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.count(*byte);
            match byte {
                b'<' => {
                    self.tag.clear();
                    self.inside = true;
                }
                // An attribute may hold this too: then the rest of its tag is passed over.
                b'>' if self.inside => {
                    self.close();
                    self.inside = false;
                }
                _ if self.inside => {
                    if self.tag.len() < TAG {
                        self.tag.push(*byte);
                    }
                    if self.tag.len() == 8 && self.tag[0] == b'!' {
                        self.declared();
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads the number behind each `uniqueCount`, wherever it stands: within a tag it may be
    /// hidden behind other attributes.
    fn count(&mut self, byte: u8) {
        if self.matched < UNIQUE.len() {
            let same = byte == UNIQUE[self.matched];
            self.matched = if same {
                self.matched + 1
            } else {
                usize::from(byte == UNIQUE[0])
            };
            self.digits = 0;
        } else if byte.is_ascii_digit() {
            self.digits = self
                .digits
                .saturating_mul(10)
                .saturating_add(usize::from(byte - b'0'));
            self.said = self.said.max(self.digits);
        } else if self.digits > 0 || byte == b'<' || byte == b'>' {
            self.matched = 0;
        }
    }

    fn declared(&mut self) {
        if self.tag.starts_with(b"!DOCTYPE") || self.tag.starts_with(b"!ENTITY") {
            self.document_type = true;
        }
    }

    fn close(&mut self) {
        if matches!(self.tag.first(), Some(b'/' | b'?' | b'!') | None) {
            return;
        }
        self.elements += 1;
        let end = self
            .tag
            .iter()
            .position(|b| b.is_ascii_whitespace() || *b == b'/');
        let name = &self.tag[..end.unwrap_or(self.tag.len())];
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        match local {
            b"si" => self.strings += 1,
            b"mergeCell" => self.merges += 1,
            _ => {}
        }
    }
}
