//! Tokens of telephone numbers and of the digits of codes.

use super::{Kind, Sink};

/// At most this many digits at the end are an extension.
const EXTENSION: usize = 5;
/// A Chinese number with its area code has no more digits than this.
const LONGEST: usize = 12;

/// The numbers in a phone field as digits without country code: `+86 138-0013-8000`,
/// `0571-8888 6666转801`, `138…/139…` are one, one and two numbers. An extension is cut off, and
/// the number with it kept as another.
pub(crate) fn phone_digits(text: &str) -> Vec<String> {
    let folded: String = unicode_normalization::UnicodeNormalization::nfkc(text).collect();
    let mut out = Vec::new();
    for part in folded.split(['/', '、', ',', ';', '|', '\n', '或']) {
        let (main, extension) = match part.find(['转', '轉', '#', 'x', 'X', '*']) {
            Some(at) => part.split_at(at),
            None => match part.rsplit_once('-') {
                // 0571-88886666-801: what goes on after a full number is an extension.
                Some((main, end))
                    if national(&digits(part)).len() > LONGEST && count(end) <= EXTENSION =>
                {
                    (main, end)
                }
                _ => (part, ""),
            },
        };
        let number = national(&digits(main));
        if number.is_empty() {
            continue;
        }
        if count(extension) > 0 {
            out.push(format!("{number}{}", digits(extension)));
        }
        out.push(number);
    }
    out
}

/// Typed digits as they are and, if they begin with the country code, without it.
pub(crate) fn national_forms(digits: &str) -> Vec<String> {
    let short = national(digits);
    if short == digits {
        vec![short]
    } else {
        vec![digits.to_owned(), short]
    }
}

/// Digits without a leading Chinese country code (+86, 0086, 86).
fn national(digits: &str) -> String {
    for code in ["0086", "86"] {
        if let Some(rest) = digits.strip_prefix(code)
            && rest.len() >= 10
        {
            // 86-571-… drops the zero of the area code; a mobile number starts with 1.
            let zero = if rest.starts_with(['0', '1']) {
                ""
            } else {
                "0"
            };
            return format!("{zero}{rest}");
        }
    }
    digits.to_owned()
}

/// How many leading digits are an area code: three for 010 and 02x, four for other 0xxx.
pub(crate) fn area_code(number: &str) -> usize {
    match number.as_bytes() {
        [b'0', b'1' | b'2', _, rest @ ..] if rest.len() >= 7 => 3,
        [b'0', _, _, _, rest @ ..] if rest.len() >= 7 => 4,
        _ => 0,
    }
}

pub(super) fn add_phone(sink: &mut Sink, text: &str) {
    for number in phone_digits(text) {
        add_digits(sink, &number);
        let area = area_code(&number);
        if area > 0 {
            sink.add(Kind::Head, number[area..].chars());
        }
        if number.len() == 11 && area == 0 {
            // The middle of 138 0013 8000 is what people remember of a mobile number's start.
            sink.add(Kind::Head, number[3..].chars());
        }
    }
}

/// A number from both ends.
pub(super) fn add_digits(sink: &mut Sink, number: &str) {
    if number.len() >= 3 {
        sink.add(Kind::Head, number.chars());
        sink.add(Kind::Tail, number.chars().rev());
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn count(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::{area_code, national, phone_digits};

    #[test]
    fn numbers_as_people_write_them() {
        for (text, want) in [
            ("13800138000", &["13800138000"][..]),
            ("+86 138-0013-8000", &["13800138000"]),
            ("0086１３８００１３８０００", &["13800138000"]),
            ("138-0013-8000", &["13800138000"]),
            ("13800138000/13900139000", &["13800138000", "13900139000"]),
            ("0571-88886666", &["057188886666"]),
            ("+86-571-88886666", &["057188886666"]),
            ("0571-88886666-801", &["057188886666801", "057188886666"]),
            ("(0571)88886666转801", &["057188886666801", "057188886666"]),
            ("无", &[]),
        ] {
            assert_eq!(phone_digits(text), want, "{text}");
        }
    }

    #[test]
    fn codes_in_front() {
        assert_eq!(national("8613800138000"), "13800138000");
        assert_eq!(national("86135"), "86135");
        for (number, len) in [
            ("01088886666", 3),
            ("02388886666", 3),
            ("05927654321", 4),
            ("13800138000", 0),
        ] {
            assert_eq!(area_code(number), len, "{number}");
        }
    }
}
