//! The postcode 邮政编码: six digits.

/// Whether the text is six ASCII digits (first two 01 to 99; 00 is not issued).
#[must_use]
pub fn is_postcode(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with("00")
}

#[cfg(test)]
mod tests {
    use super::is_postcode;

    #[test]
    fn six_digits() {
        assert!(is_postcode("215000"));
        assert!(is_postcode("010010"));
        for bad in ["", "21500", "2150000", "2150O0", "000000"] {
            assert!(!is_postcode(bad), "{bad}");
        }
    }
}
