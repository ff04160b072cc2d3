//! Telephone numbers as offices write them, brought to one form that search and dialling share.

use super::{IdentifierError, narrow};

/// A number in its one form: `13900004186`, `0512-55503390`, `0512-55503390-801`, `400-8001234`,
/// `95588`, `+85221234567`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phone {
    /// Eleven digits that start with 13 to 19.
    Mobile(String),
    /// Fixed line with area code, or a local number of 7 or 8 digits, or a service number.
    Landline(String),
    /// `+` and country code, 8 to 15 digits.
    Abroad(String),
}

impl Phone {
    /// The number in its one form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Mobile(n) | Self::Landline(n) | Self::Abroad(n) => n,
        }
    }
}

/// Reads a number; spaces, brackets, dots and dashes do not matter, `+86` or `0086` is dropped.
pub fn read_phone(text: &str) -> Result<Phone, IdentifierError> {
    let mut line = narrow(text).replace(['—', '–', '－'], "-");
    for mark in ["转", "ext.", "ext"] {
        line = line.replace(mark, "#");
    }
    let line = strip_country(&line);
    if let Some(rest) = line.strip_prefix('+') {
        let digits = only_digits(rest)?;
        return match digits.len() {
            8..=15 => Ok(Phone::Abroad(format!("+{digits}"))),
            got => Err(IdentifierError::Length { got, want: 8 }),
        };
    }
    let (main, extension) = split_extension(&line);
    let digits = only_digits(main)?;
    let extension = only_digits(extension)?;
    if extension.is_empty() && digits.starts_with('1') && !digits.starts_with("12") {
        return mobile(digits);
    }
    let number = landline(&digits)?;
    if extension.is_empty() {
        Ok(Phone::Landline(number))
    } else if extension.len() <= 6 {
        Ok(Phone::Landline(format!("{number}-{extension}")))
    } else {
        Err(IdentifierError::Length {
            got: extension.len(),
            want: 6,
        })
    }
}

fn strip_country(line: &str) -> String {
    for prefix in ["+86", "0086", "(+86)", "(86)"] {
        if let Some(rest) = line.strip_prefix(prefix) {
            // Area codes lose their 0 behind a country code: +86 10 is 010, but +86 139 is a mobile.
            let rest = rest.trim_start_matches('-');
            let mobile =
                rest.starts_with('1') && rest.chars().filter(char::is_ascii_digit).count() == 11;
            let whole = mobile || rest.starts_with(['0', '4', '8', '(']);
            return if whole {
                rest.to_owned()
            } else {
                format!("0{rest}")
            };
        }
    }
    line.to_owned()
}

/// An extension stands after `#`, or after a third group of at most six digits.
fn split_extension(line: &str) -> (&str, &str) {
    if let Some((main, extension)) = line.split_once('#') {
        return (main, extension);
    }
    let groups = line.matches('-').count();
    match line.rsplit_once('-') {
        Some((main, tail)) if groups == 2 && line.starts_with('0') && tail.len() <= 6 => {
            (main, tail)
        }
        _ => (line, ""),
    }
}

fn only_digits(text: &str) -> Result<String, IdentifierError> {
    let mut digits = String::new();
    for c in text
        .chars()
        .filter(|c| !matches!(c, '-' | '(' | ')' | '.' | '/'))
    {
        if !c.is_ascii_digit() {
            return Err(IdentifierError::Character(c));
        }
        digits.push(c);
    }
    Ok(digits)
}

fn mobile(digits: String) -> Result<Phone, IdentifierError> {
    if digits.len() != 11 {
        return Err(IdentifierError::Length {
            got: digits.len(),
            want: 11,
        });
    }
    let second = digits.as_bytes()[1];
    if second < b'3' {
        Err(IdentifierError::Shape)
    } else {
        Ok(Phone::Mobile(digits))
    }
}

/// Area codes have three digits (010, 02x) or four; the local part seven or eight.
fn landline(digits: &str) -> Result<String, IdentifierError> {
    let length = IdentifierError::Length {
        got: digits.len(),
        want: 11,
    };
    if let Some(rest) = digits.strip_prefix('0') {
        let area = if rest.starts_with(['1', '2']) { 3 } else { 4 };
        let Some((code, local)) = digits.split_at_checked(area) else {
            return Err(length);
        };
        return match local.len() {
            7 | 8 => Ok(format!("{code}-{local}")),
            _ => Err(length),
        };
    }
    match digits.len() {
        10 if digits.starts_with("400") || digits.starts_with("800") => {
            Ok(format!("{}-{}", &digits[..3], &digits[3..]))
        }
        7 | 8 => Ok(digits.to_owned()),
        5 | 6 if digits.starts_with('9') => Ok(digits.to_owned()),
        _ => Err(length),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_comes_to_one_form() {
        for (written, form) in [
            ("139 0000 4186", "13900004186"),
            ("+86-139-0000-4186", "13900004186"),
            ("１３９００００４１８６", "13900004186"),
            ("0512-5550 3390", "0512-55503390"),
            ("(010)62123456", "010-62123456"),
            ("010-62123456-801", "010-62123456-801"),
            ("0512-55503390转801", "0512-55503390-801"),
            ("+86 10 62123456", "010-62123456"),
            ("400-800-1234", "400-8001234"),
            ("5550339", "5550339"),
            ("95588", "95588"),
            ("+852 2123 4567", "+85221234567"),
        ] {
            assert_eq!(read_phone(written).unwrap().as_str(), form, "{written}");
        }
    }

    #[test]
    fn a_lost_digit_is_told_with_its_count() {
        let lost = IdentifierError::Length { got: 10, want: 11 };
        assert_eq!(read_phone("1390000418"), Err(lost));
        assert_eq!(
            read_phone("12345"),
            Err(IdentifierError::Length { got: 5, want: 11 })
        );
        assert_eq!(
            read_phone("139000a4186"),
            Err(IdentifierError::Character('a'))
        );
        assert_eq!(read_phone("11900004186"), Err(IdentifierError::Shape));
        assert!(read_phone("").is_err());
    }
}
