//! The name of a content: its SHA-256. Only what is parsed can become a path.

use std::fmt;

use kedang_core::digest::hex;

use crate::FileFault;

/// SHA-256 as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sha(String);

impl Sha {
    /// Takes exactly 64 lower-case hexadecimal digits, so no id can name another path.
    ///
    /// # Errors
    /// `file.id_invalid`.
    pub fn parse(text: &str) -> Result<Self, FileFault> {
        let digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        if text.len() == 64 && text.bytes().all(digit) {
            Ok(Self(text.to_owned()))
        } else {
            Err(FileFault::IdInvalid)
        }
    }

    /// From a finished hash.
    pub(crate) fn from_digest(digest: [u8; 32]) -> Self {
        Self(hex(&digest))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Folder and file name in the store: two digits, then the other 62.
    pub(crate) fn place(&self) -> (&str, &str) {
        self.0.split_at(2)
    }
}

impl fmt::Display for Sha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sixty_four_lower_case_digits_are_an_id() {
        let good = "ab".repeat(32);
        assert_eq!(Sha::parse(&good).unwrap().place(), ("ab", &good[2..]));
        for bad in [
            "",
            "ab",
            &good[1..],
            &format!("{good}0"),
            &good.to_uppercase(),
            "../../../../../../../../../../../../../../../../../../etc/passwd",
            &format!("../{}", &good[3..]),
            &format!("..\\{}", &good[3..]),
            &format!("{}\0", &good[1..]),
            &format!("{}/", &good[1..]),
            &"é".repeat(32),
        ] {
            assert!(
                matches!(Sha::parse(bad), Err(FileFault::IdInvalid)),
                "{bad:?}"
            );
        }
    }
}
