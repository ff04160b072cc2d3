//! The name of a file in a header.

/// A name as an extended parameter (RFC 8187): percent signs and ASCII only.
#[must_use]
pub fn quoted(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte);
    let quote = |byte: u8| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    name.bytes().map(quote).collect()
}

/// The words of a title as a file may be called on every system.
#[must_use]
pub fn of_title(title: &str) -> String {
    let kept = |c: char| match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        c if c.is_control() => '-',
        other => other,
    };
    title.trim().chars().map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_quoted_byte_by_byte() {
        assert_eq!(quoted("a b.pdf"), "a%20b.pdf");
        assert_eq!(quoted("合\"同.pdf"), "%E5%90%88%22%E5%90%8C.pdf");
    }

    #[test]
    fn a_title_leaves_no_folder() {
        assert_eq!(
            of_title(" ../A 级\n客户: \"杭州\" "),
            "..-A 级-客户- -杭州-"
        );
    }
}
