//! Numbers with a check: 统一社会信用代码 and mobile numbers.

/// Alphabet of GB 32100-2015: digits and capitals without I, O, S, V, Z.
const USCC: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Why a 统一社会信用代码 does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsccFault {
    /// Not 18 characters long; carries the length found.
    Length(usize),
    /// Holds a character outside the alphabet.
    Character(char),
    /// The eighteenth character is not the check character.
    Check,
}

/// Reads a 统一社会信用代码 (GB 32100-2015): capitals, blanks dropped, check character verified.
///
/// # Errors
/// [`UsccFault`] says what is wrong, so that the sentence can say it too (D02-5).
pub fn uscc(text: &str) -> Result<String, UsccFault> {
    let code: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(half_width)
        .collect();
    let code = code.to_ascii_uppercase();
    let length = code.chars().count();
    if length != 18 {
        return Err(UsccFault::Length(length));
    }
    let mut sum = 0;
    let mut weight = 1;
    let mut last = 0;
    for (i, c) in code.chars().enumerate() {
        let value = u8::try_from(c)
            .ok()
            .and_then(|b| USCC.iter().position(|&x| x == b))
            .ok_or(UsccFault::Character(c))?;
        if i < 17 {
            sum += value * weight;
            weight = weight * 3 % 31;
        } else {
            last = value;
        }
    }
    if (31 - sum % 31) % 31 == last {
        Ok(code)
    } else {
        Err(UsccFault::Check)
    }
}

/// Reads a mainland mobile number in any usual spelling: `+86`, `0086`, blanks and dashes dropped.
/// `None` when what is left is not 11 digits beginning 13 … 19 (D01-1).
#[must_use]
pub fn mobile(text: &str) -> Option<String> {
    let mut digits = String::with_capacity(11);
    for c in text.chars().map(half_width) {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => {}
            ' ' | '-' | '(' | ')' | '.' => {}
            _ => return None,
        }
    }
    let digits = match digits
        .strip_prefix("0086")
        .or_else(|| digits.strip_prefix("86"))
    {
        Some(rest) if rest.len() == 11 => rest.to_owned(),
        _ => digits,
    };
    let bytes = digits.as_bytes();
    let holds = bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
    holds.then_some(digits)
}

/// A full-width letter, digit or sign as its half-width twin.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uscc_says_what_is_wrong() {
        assert_eq!(uscc("91350100M000100Y43"), Ok("91350100M000100Y43".into()));
        assert_eq!(
            uscc(" ９１３５０１００m000100y43 "),
            Ok("91350100M000100Y43".into())
        );
        assert_eq!(uscc("91350100M000100Y4"), Err(UsccFault::Length(17)));
        assert_eq!(uscc("91350100M000100Y44"), Err(UsccFault::Check));
        assert_eq!(uscc("91350100M000100I43"), Err(UsccFault::Character('I')));
        assert_eq!(uscc("九1350100M000100Y43"), Err(UsccFault::Character('九')));
    }

    #[test]
    fn mobiles_in_every_spelling() {
        for good in [
            "13912345678",
            "+86 139-1234-5678",
            "0086 13912345678",
            "１３９１２３４５６７８",
        ] {
            assert_eq!(mobile(good).as_deref(), Some("13912345678"), "{good}");
        }
        for bad in [
            "1391234567",
            "139123456789",
            "12912345678",
            "1391234567a",
            "",
            "8613912",
        ] {
            assert_eq!(mobile(bad), None, "{bad}");
        }
    }
}
