//! The resident identity number 居民身份证号 (GB 11643-1999): 18 characters, check modulo 11-2;
//! the first generation has 15 digits and no check.

use jiff::civil::Date;

use super::{IdentifierError, narrow};

/// First two digits in use: the provinces, Hong Kong, Macau and Taiwan, and 83 of the new cards.
const PROVINCES: &[u8] = &[
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
];
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// A number that passed: as written (15 stays 15) and what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdNumber {
    /// Digits, with a capital X at the end where the check is ten.
    pub number: String,
    /// Date of birth inside the number.
    pub born: Date,
    /// Odd order number: male.
    pub male: bool,
}

/// Reads an identity number. That it lies in the future is for the caller, who knows today.
pub fn read_id_number(text: &str) -> Result<IdNumber, IdentifierError> {
    let number = narrow(text).to_ascii_uppercase();
    let count = number.chars().count();
    if count != 18 && count != 15 {
        return Err(IdentifierError::Length {
            got: count,
            want: 18,
        });
    }
    let body = if count == 18 { 17 } else { 15 };
    let mut digits = Vec::with_capacity(body);
    for (place, c) in number.chars().enumerate() {
        match c.to_digit(10) {
            Some(d) if place < body => digits.push(d),
            None if place < body => return Err(IdentifierError::Character(c)),
            None if c != 'X' => return Err(IdentifierError::Character(c)),
            _ => {}
        }
    }
    let province = digits[0] * 10 + digits[1];
    if !PROVINCES.iter().any(|p| u32::from(*p) == province) {
        return Err(IdentifierError::Region);
    }
    let born = if count == 18 {
        birth(&digits, 6, 4, 0)
    } else {
        birth(&digits, 6, 2, 1900)
    }
    .ok_or(IdentifierError::Birth)?;
    if count == 18 {
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
        if !number.ends_with(char::from(CHECKS[(sum % 11) as usize])) {
            return Err(IdentifierError::CheckDigit);
        }
    }
    let male = digits[body - 1] % 2 == 1;
    Ok(IdNumber { number, born, male })
}

/// The date that starts at `at`: `years` digits of year, two of month, two of day.
fn birth(digits: &[u32], at: usize, years: usize, base: i16) -> Option<Date> {
    let read = |range: std::ops::Range<usize>| {
        digits[range]
            .iter()
            .fold(0_i16, |n, d| n * 10 + i16::try_from(*d).unwrap_or(0))
    };
    let month = at + years;
    let (m, d) = (read(month..month + 2), read(month + 2..month + 4));
    Date::new(
        base + read(at..month),
        i8::try_from(m).ok()?,
        i8::try_from(d).ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_or_refused_for_the_right_reason() {
        let good = read_id_number("510100199511208134").unwrap();
        assert_eq!(
            (good.born.to_string().as_str(), good.male),
            ("1995-11-20", true)
        );
        assert!(!read_id_number("310100198609086567").unwrap().male);
        let old = read_id_number("510100951120813").unwrap();
        assert_eq!(
            (old.born.to_string().as_str(), old.male),
            ("1995-11-20", true)
        );
        assert!(
            read_id_number("51010020990101813x").is_ok(),
            "the future is not its business"
        );
        for (bad, why) in [
            ("510102199511208134", IdentifierError::CheckDigit),
            ("510100202302298131", IdentifierError::Birth),
            ("510100199013018135", IdentifierError::Birth),
            ("990100199511208133", IdentifierError::Region),
            (
                "5101001995112081",
                IdentifierError::Length { got: 16, want: 18 },
            ),
            ("51010019951120813A", IdentifierError::Character('A')),
            ("5101001995X1208134", IdentifierError::Character('X')),
        ] {
            assert_eq!(read_id_number(bad), Err(why), "{bad}");
        }
    }
}
