//! The 统一社会信用代码 as it is typed.

use kedang_core::identifiers;

use super::clean::half_width;
use super::{Doubt, Understood};

/// The code without blanks, dashes and small letters. Letters that the code never has (O, I, Z, S)
/// are read as the digits they look like, if the check character then holds. What does not hold
/// comes back as it is: the check of the field says why.
#[must_use]
pub fn uscc(text: &str) -> Understood {
    let upper = half_width(text).to_uppercase();
    let code: String = upper
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\'' | '`' | '.'))
        .collect();
    if code.is_empty() || identifiers::uscc(&code).is_ok() {
        return Understood::plain(code);
    }
    let alike = code
        .replace('O', "0")
        .replace('I', "1")
        .replace('Z', "2")
        .replace('S', "5");
    if alike != code && identifiers::uscc(&alike).is_ok() {
        return Understood::doubted(alike, Doubt::Mended);
    }
    Understood::plain(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_mended_when_the_check_holds() {
        for (text, expected, doubt) in [
            (" 91350100m000100y43", "91350100M000100Y43", None),
            ("9135 0100 M000 100Y-43", "91350100M000100Y43", None),
            (
                "9135O1OOMOOO1OOY43",
                "91350100M000100Y43",
                Some(Doubt::Mended),
            ),
            (
                "9I350100M000100Y43",
                "91350100M000100Y43",
                Some(Doubt::Mended),
            ),
            ("9I350100M000100Y44", "9I350100M000100Y44", None),
            ("91350100M000100Y4", "91350100M000100Y4", None),
            ("M000100Y4", "M000100Y4", None),
        ] {
            let read = uscc(text);
            assert_eq!(
                (read.value.as_deref(), read.doubt),
                (Some(expected), doubt),
                "{text}"
            );
        }
    }
}
