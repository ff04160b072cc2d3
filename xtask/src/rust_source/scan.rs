//! From characters to tokens.

use super::{Kind, Token};

/// Pairs that would mislead a check if read as two: `=` of `==` is no assignment.
const PAIRS: [&str; 15] = [
    "::", "==", "=>", "!=", "<=", ">=", "->", "+=", "-=", "*=", "/=", "|=", "&&", "||", "..",
];

/// The tokens of a file, none marked as test yet.
pub(super) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut scanner = Scanner {
        rest: source,
        line: 1,
    };
    let mut tokens = Vec::new();
    loop {
        scanner.skip_blank();
        let line = scanner.line;
        let Some(kind) = scanner.next_kind() else {
            return tokens;
        };
        tokens.push(Token {
            kind,
            line,
            test: false,
        });
    }
}

struct Scanner<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Scanner<'a> {
    /// Moves over `length` bytes, which end at a character.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        self.take(self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len()))
    }

    fn skip_blank(&mut self) {
        loop {
            self.take_while(char::is_whitespace);
            if self.rest.starts_with("//") {
                self.take_while(|c| c != '\n');
            } else if self.rest.starts_with("/*") {
                self.skip_block_comment();
            } else {
                return;
            }
        }
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.take(2);
            } else {
                let Some(next) = self.rest.chars().next() else {
                    return;
                };
                self.take(next.len_utf8());
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn next_kind(&mut self) -> Option<Kind<'a>> {
        let first = self.rest.chars().next()?;
        if let Some(length) = string_prefix(self.rest) {
            let prefix = self.take(length);
            return Some(Kind::Text(match prefix.contains('r') {
                true => self.raw_string(prefix.matches('#').count()),
                false => self.quoted('"'),
            }));
        }
        if self.rest.starts_with("b'") {
            self.take(2);
            return Some(Kind::Char(self.quoted('\'')));
        }
        if self.rest.starts_with("r#") && self.rest[2..].starts_with(is_word) {
            self.take(2);
        }
        if self.rest.starts_with(is_word) {
            return Some(Kind::Word(self.take_while(is_word)));
        }
        if first == '\'' {
            return Some(self.quote());
        }
        let pair = PAIRS.iter().find(|pair| self.rest.starts_with(**pair));
        Some(Kind::Mark(
            self.take(pair.map_or(first.len_utf8(), |pair| pair.len())),
        ))
    }

    /// After a `'`: a character ends with another one, a lifetime does not.
    fn quote(&mut self) -> Kind<'a> {
        let mut next = self.rest[1..].chars();
        let is_char = match next.next() {
            Some('\\') => true,
            Some(_) => next.next() == Some('\''),
            None => false,
        };
        if is_char {
            self.take(1);
            return Kind::Char(self.quoted('\''));
        }
        let name = self.rest[1..]
            .find(|c| !is_word(c))
            .unwrap_or(self.rest.len() - 1);
        Kind::Lifetime(self.take(1 + name))
    }

    /// The inside of a raw string, up to its closing quote with as many `#`.
    fn raw_string(&mut self, hashes: usize) -> String {
        let end = format!("\"{}", "#".repeat(hashes));
        let length = self.rest.find(&end).unwrap_or(self.rest.len());
        let text = self.take(length).to_owned();
        self.take(end.len());
        text
    }

    /// The inside of a literal with escapes, up to its closing quote.
    fn quoted(&mut self, end: char) -> String {
        let mut text = String::new();
        loop {
            let plain = self.take_while(|c| c != end && c != '\\');
            text.push_str(plain);
            let Some(stop) = self.rest.chars().next() else {
                return text;
            };
            self.take(stop.len_utf8());
            if stop == end {
                return text;
            }
            self.escape(&mut text);
        }
    }

    /// What follows a `\`.
    fn escape(&mut self, text: &mut String) {
        let Some(letter) = self.rest.chars().next() else {
            return;
        };
        self.take(letter.len_utf8());
        match letter {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            '0' => text.push('\0'),
            '\n' => {
                self.take_while(char::is_whitespace);
            }
            'x' => {
                let digits = self
                    .rest
                    .char_indices()
                    .nth(2)
                    .map_or(self.rest.len(), |(at, _)| at);
                let digits = self.take(digits);
                text.extend(code_point(digits));
            }
            'u' => {
                let digits = self.take_while(|c| c == '{' || c == '_' || c.is_ascii_hexdigit());
                let digits = digits.replace(['{', '_'], "");
                text.extend(code_point(&digits));
                self.take(usize::from(self.rest.starts_with('}')));
            }
            other => text.push(other),
        }
    }
}

fn code_point(hex: &str) -> Option<char> {
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
}

fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The length of what opens a string here: `"`, `b"`, `c"`, `r#"`, `br##"` and so on.
fn string_prefix(rest: &str) -> Option<usize> {
    let letters = ["br", "cr", "b", "c", "r", ""]
        .into_iter()
        .find(|name| rest.starts_with(name))?;
    let after = &rest[letters.len()..];
    let hashes = if letters.ends_with('r') {
        after.len() - after.trim_start_matches('#').len()
    } else {
        0
    };
    after[hashes..]
        .starts_with('"')
        .then_some(letters.len() + hashes + 1)
}
