//! The customer code (客户编号).

/// The code with running number `n`: `KH-00042`. Numbers above 99,999 grow longer.
#[must_use]
pub fn code(n: i64) -> String {
    format!("KH-{n:05}")
}

/// The running number in a code that may be one of [`code`]; none in a code of another making.
#[must_use]
pub fn number_of(code: &str) -> Option<i64> {
    let digits = code.strip_prefix("KH-")?;
    // So long a number is nobody's count, and all that come behind it would be as long.
    let counts = digits.len() <= 9 && digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|_| counts)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_number_is_read_from_codes_of_ours_alone() {
        for (code, number) in [
            ("KH-00042", Some(42)),
            ("KH-123456", Some(123_456)),
            ("KH-7", Some(7)),
            ("KH-", None),
            ("KH-+7", None),
            ("KH-00042A", None),
            ("B0000042", None),
            ("KH-9999999999", None),
        ] {
            assert_eq!(super::number_of(code), number, "{code}");
        }
    }

    #[test]
    fn five_digits_and_then_more() {
        assert_eq!(super::code(42), "KH-00042");
        assert_eq!(super::code(123_456), "KH-123456");
    }
}
