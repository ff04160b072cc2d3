//! Bank account numbers: cards carry a Luhn digit (ISO/IEC 7812-1), company accounts do not.

use super::{IdentifierError, narrow};

/// The account as digits only, 8 to 30 of them.
pub fn normal_bank_account(text: &str) -> Result<String, IdentifierError> {
    let digits = narrow(text).replace('-', "");
    if let Some(c) = digits.chars().find(|c| !c.is_ascii_digit()) {
        return Err(IdentifierError::Character(c));
    }
    match digits.len() {
        8..=30 => Ok(digits),
        got => Err(IdentifierError::Length { got, want: 8 }),
    }
}

/// Whether the last digit is the Luhn check of the others.
#[must_use]
pub fn is_luhn(digits: &str) -> bool {
    let mut sum = 0;
    for (place, c) in digits.chars().rev().enumerate() {
        let Some(d) = c.to_digit(10) else {
            return false;
        };
        sum += match (place % 2, d * 2) {
            (1, twice) if twice > 9 => twice - 9,
            (1, twice) => twice,
            _ => d,
        };
    }
    !digits.is_empty() && sum % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luhn_catches_one_wrong_digit() {
        assert!(is_luhn("6222027421809679294"));
        assert!(!is_luhn("6222027421809679295"));
        assert!(is_luhn("6222020174681453844"));
        assert!(!is_luhn(""));
        assert!(!is_luhn("62x"));
    }

    #[test]
    fn accounts_are_digits_only() {
        assert_eq!(
            normal_bank_account("1102 0304 0506").unwrap(),
            "110203040506"
        );
        assert_eq!(
            normal_bank_account("11020304O506"),
            Err(IdentifierError::Character('O'))
        );
        let short = IdentifierError::Length { got: 3, want: 8 };
        assert_eq!(normal_bank_account("123"), Err(short));
    }
}
