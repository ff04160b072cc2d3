//! Telephone numbers in a cell, one or several.

use kedang_core::identifiers::mobile;

use super::Doubt;
use super::clean::half_width;

/// The numbers of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Mobile numbers, 11 digits each.
    pub mobiles: Vec<String>,
    /// Landlines, as written.
    pub landlines: Vec<String>,
    /// What is no number.
    pub rest: Vec<String>,
    /// Why somebody should look at it.
    pub doubt: Option<Doubt>,
}

/// Reads a cell: `+86 138…`, `0512-6666 8888 转 801`, `138…/139…`, `138… 张三`.
#[must_use]
pub fn numbers(text: &str) -> Numbers {
    let text = half_width(text);
    let mut read = Numbers::default();
    if let Some(figures) = exponent(&text) {
        match figures.and_then(|figures| mobile(&figures)) {
            Some(number) => read.mobiles.push(number),
            None => read.doubt = Some(Doubt::DigitsLost),
        }
        return read;
    }
    let text = text.strip_suffix(".0").unwrap_or(&text).replace('或', "/");
    for piece in text.split(['/', '、', ',', ';', '|', '\n', '\\']) {
        read.take(piece.trim());
    }
    if read.mobiles.len() + read.landlines.len() > 1 || !read.rest.is_empty() {
        read.doubt = Some(Doubt::Several);
    }
    if read.mobiles.is_empty() && read.landlines.is_empty() {
        read.doubt = Some(Doubt::Unread);
    }
    read
}

impl Numbers {
    fn take(&mut self, piece: &str) {
        let bare = piece.trim_start_matches(['\'', '`', '’']).trim();
        if bare.is_empty() {
            return;
        }
        if let Some(number) = mobile(bare) {
            self.add_mobile(number);
            return;
        }
        if is_landline(bare) {
            self.landlines.push(bare.to_owned());
            return;
        }
        let words: Vec<&str> = bare
            .split([' ', ':', '(', ')'])
            .filter(|w| !w.is_empty())
            .collect();
        let found: Vec<_> = words.iter().filter_map(|word| embedded(word)).collect();
        if found.is_empty() {
            self.rest.push(piece.to_owned());
            return;
        }
        for word in words {
            match embedded(word) {
                Some((number, rest)) => {
                    self.add_mobile(number);
                    self.rest.extend(Some(rest).filter(|rest| !rest.is_empty()));
                }
                None if is_landline(word) => self.landlines.push(word.to_owned()),
                None => self.rest.push(word.to_owned()),
            }
        }
    }

    fn add_mobile(&mut self, number: String) {
        if !self.mobiles.contains(&number) {
            self.mobiles.push(number);
        }
    }
}

/// A mobile number with a word at its side, and the word.
fn embedded(word: &str) -> Option<(String, String)> {
    let is_sign = |c: char| c.is_ascii_digit() || c == '-' || c == '+';
    let digits: String = word.chars().filter(|c| is_sign(*c)).collect();
    let rest: String = word.chars().filter(|c| !is_sign(*c)).collect();
    let together = rest.is_empty() || word.starts_with(&rest) || word.ends_with(&rest);
    mobile(&digits)
        .filter(|_| together)
        .map(|number| (number, rest))
}

/// 7 or 8 digits, with area code, country code and extension as far as given; 400 numbers too.
fn is_landline(text: &str) -> bool {
    let head = ["转", "#", "*", "ext", "Ext", "EXT", "分机", "-8"]
        .iter()
        .filter_map(|mark| text.find(mark).map(|at| &text[..at]))
        .map(digits)
        .find(|count| (7..=14).contains(count));
    let count = digits(text);
    let clean = text.chars().all(|c| {
        c.is_ascii_digit()
            || matches!(
                c,
                '+' | '-'
                    | '('
                    | ')'
                    | ' '
                    | '转'
                    | '#'
                    | '*'
                    | '分'
                    | '机'
                    | '.'
                    | 'e'
                    | 'x'
                    | 't'
                    | 'E'
                    | 'X'
                    | 'T'
            )
    });
    // Eleven digits that begin as a mobile number does and one digit short of it are none of these.
    let short_mobile = text.starts_with('1') && text.bytes().all(|b| b.is_ascii_digit());
    clean && !short_mobile && ((7..=14).contains(&count) || head.is_some() && count <= 19)
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// `1.38E+10`: `None` when it is no such number, the digits when none of them is lost.
fn exponent(text: &str) -> Option<Option<String>> {
    let upper = text.trim().trim_start_matches('\'').to_uppercase();
    let (mantissa, power) = upper.split_once('E')?;
    let power: usize = power.strip_prefix('+').unwrap_or(power).parse().ok()?;
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.len() != 1 || !figures(whole) || !figures(part) {
        return None;
    }
    Some((part.len() == power).then(|| format!("{whole}{part}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<String>, Vec<String>, Option<Doubt>) {
        let of = numbers(text);
        (of.mobiles, of.landlines, of.rest, of.doubt)
    }

    #[test]
    fn one_mobile_number_in_every_spelling() {
        for text in [
            "13912345678",
            "+86 13912345678",
            "008613912345678",
            "139-1234-5678",
            "139 1234 5678",
            "１３９１２３４５６７８",
            "'13912345678",
            "13912345678.0",
            "1.3912345678E+10",
            "(+86)13912345678",
            "86-139-1234-5678",
        ] {
            assert_eq!(
                read(text),
                (vec!["13912345678".to_owned()], vec![], vec![], None),
                "{text}"
            );
        }
    }

    #[test]
    fn several_numbers_and_words() {
        let texts = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let several = Some(Doubt::Several);
        for (text, mobiles, landlines, rest, doubt) in [
            (
                "13912345678/13887654321",
                &["13912345678", "13887654321"][..],
                &[][..],
                &[][..],
                several,
            ),
            (
                "13912345678 13887654321",
                &["13912345678", "13887654321"],
                &[],
                &[],
                several,
            ),
            (
                "13912345678、0512-66668888",
                &["13912345678"],
                &["0512-66668888"],
                &[],
                several,
            ),
            (
                "13912345678（王经理）",
                &["13912345678"],
                &[],
                &["王经理"],
                several,
            ),
            (
                "王经理13912345678",
                &["13912345678"],
                &[],
                &["王经理"],
                several,
            ),
            (
                "0512-66668888转801",
                &[],
                &["0512-66668888转801"],
                &[],
                None,
            ),
            ("0512-66668888-801", &[], &["0512-66668888-801"], &[], None),
            ("400-820-8820", &[], &["400-820-8820"], &[], None),
            ("1.39E+10", &[], &[], &[], Some(Doubt::DigitsLost)),
            ("1391234567", &[], &[], &["1391234567"], Some(Doubt::Unread)),
            (
                "139123456789",
                &[],
                &[],
                &["139123456789"],
                Some(Doubt::Unread),
            ),
            ("同上", &[], &[], &["同上"], Some(Doubt::Unread)),
        ] {
            assert_eq!(
                read(text),
                (texts(mobiles), texts(landlines), texts(rest), doubt),
                "{text}"
            );
        }
    }
}
