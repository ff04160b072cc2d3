//! The customer code (客户编号).

/// The code with running number `n`: `KH-00042`. Numbers above 99,999 grow longer.
#[must_use]
pub fn code(n: i64) -> String {
    format!("KH-{n:05}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn five_digits_and_then_more() {
        assert_eq!(super::code(42), "KH-00042");
        assert_eq!(super::code(123_456), "KH-123456");
    }
}
