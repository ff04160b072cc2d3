//! Reads the ways offices write a date: 1985年3月5日, 1985.3.5, 1985/3, 19850305, 3月5日, 农历….

use super::{DateError, PartialDate, chinese};
use crate::identifiers::narrow;

impl PartialDate {
    /// Reads a date from what a person wrote, or from the stored form.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let text = narrow(text);
        let text = text.trim_end_matches(['.', '生']);
        for mark in ["农历", "阴历", "旧历", "L"] {
            if let Some(rest) = text.strip_prefix(mark) {
                return lunar(rest);
            }
        }
        let text = text
            .strip_prefix("公历")
            .or(text.strip_prefix("阳历"))
            .unwrap_or(text);
        if let Some(rest) = text.strip_prefix("--") {
            let (month, day) = rest.split_once('-').ok_or(DateError::Shape)?;
            return Self::new(false, false, None, Some(small(month)?), Some(small(day)?));
        }
        if text.contains(['年', '月', '日', '号']) {
            return worded(text, false);
        }
        if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
            return civil(&[&text[..4], &text[4..6], &text[6..]]);
        }
        let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
        civil(&parts)
    }
}

fn civil(parts: &[&str]) -> Result<PartialDate, DateError> {
    let (year, month, day) = match parts {
        [y] => (*y, None, None),
        [y, m] => (*y, Some(small(m)?), None),
        [y, m, d] => (*y, Some(small(m)?), Some(small(d)?)),
        _ => return Err(DateError::Shape),
    };
    PartialDate::new(false, false, Some(full_year(year)?), month, day)
}

/// `1985年3月5日` with any tail missing, or `3月5日` with the year missing.
fn worded(text: &str, lunar: bool) -> Result<PartialDate, DateError> {
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => (Some(full_year(year)?), rest),
        None => (None, text),
    };
    if rest.is_empty() {
        return PartialDate::new(lunar, false, year, None, None);
    }
    let (month, rest) = rest.split_once('月').ok_or(DateError::Shape)?;
    let (leap, month) = match month.strip_prefix('闰') {
        Some(month) => (true, month),
        None => (false, month),
    };
    let month = chinese::month(month)
        .or_else(|| small(month).ok())
        .ok_or(DateError::Shape)?;
    let day = rest.trim_end_matches(['日', '号']);
    if day.is_empty() && rest.is_empty() {
        return PartialDate::new(lunar, leap, year, Some(month), None);
    }
    let day = chinese::day(day)
        .or_else(|| small(day).ok())
        .ok_or(DateError::Shape)?;
    PartialDate::new(lunar, leap, year, Some(month), Some(day))
}

fn lunar(rest: &str) -> Result<PartialDate, DateError> {
    if rest.contains('月') {
        return worded(rest, true);
    }
    let (year, rest) = match rest.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => {
            let (year, rest) = rest.split_once(['-', '.', '/']).ok_or(DateError::Shape)?;
            (Some(full_year(year)?), rest)
        }
    };
    let (leap, rest) = match rest.strip_prefix(['+', '闰']) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let (month, day) = rest.split_once(['-', '.', '/']).ok_or(DateError::Shape)?;
    PartialDate::new(true, leap, year, Some(small(month)?), Some(small(day)?))
}

/// Four digits, or four Chinese ones; two digits could be two centuries.
fn full_year(text: &str) -> Result<i16, DateError> {
    let digits = chinese::digits(text);
    match digits.len() {
        4 => digits.parse().ok().ok_or(DateError::Shape),
        1..=3 if digits.bytes().all(|b| b.is_ascii_digit()) => Err(DateError::ShortYear),
        _ => Err(DateError::Shape),
    }
}

fn small(text: &str) -> Result<i8, DateError> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if digits {
        text.parse().ok().ok_or(DateError::Shape)
    } else {
        Err(DateError::Shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ways_offices_write_come_to_one_form() {
        for (written, form) in [
            ("1985", "1985"),
            ("1985年", "1985"),
            ("1985-3", "1985-03"),
            ("1985年3月", "1985-03"),
            ("1985.3", "1985-03"),
            ("1985.3.5", "1985-03-05"),
            ("1985/03/05", "1985-03-05"),
            ("1985 年 3 月 5 日", "1985-03-05"),
            ("１９８５年３月５号", "1985-03-05"),
            ("一九八五年三月五日", "1985-03-05"),
            ("19850305", "1985-03-05"),
            ("3月15日", "--03-15"),
            ("--03-15", "--03-15"),
            ("2月29日", "--02-29"),
            ("农历1985年三月十五", "L1985-03-15"),
            ("农历1985年闰四月初五", "L1985-+04-05"),
            ("阴历1985.3.30", "L1985-03-30"),
            ("农历八月廿六", "L--08-26"),
            ("农历1985年冬月三十", "L1985-11-30"),
            ("L1985-+04-15", "L1985-+04-15"),
            ("L--08-15", "L--08-15"),
        ] {
            assert_eq!(
                PartialDate::parse(written).unwrap().to_string(),
                form,
                "{written}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_told_why() {
        for (bad, why) in [
            ("85.3.5", DateError::ShortYear),
            ("1985-13", DateError::NoSuchDay),
            ("2023-02-29", DateError::NoSuchDay),
            ("农历1985年三月三十一", DateError::Shape),
            ("L1985-03-31", DateError::NoSuchDay),
            ("1985-03-", DateError::Shape),
            ("3/5", DateError::ShortYear),
            ("", DateError::Shape),
            ("明年", DateError::Shape),
            ("1700", DateError::Year),
            ("L1985", DateError::Shape),
            ("闰4月5日", DateError::Shape),
            ("年月日", DateError::Shape),
        ] {
            assert_eq!(PartialDate::parse(bad), Err(why), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn stored_form_is_read_back(y in 1800_i16..=2200, m in 1_i8..=12, d in 1_i8..=30, l: bool, p: bool) {
            for (year, month, day) in [(Some(y), None, None), (Some(y), Some(m), None), (Some(y), Some(m), Some(d)), (None, Some(m), Some(d))] {
                if let Ok(date) = PartialDate::new(l, l && p && year.is_some(), year, month, day) {
                    prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
                }
            }
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,24}") {
            if let Ok(date) = PartialDate::parse(&text) {
                prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
            }
        }
    }
}
