//! Dates as written: `2024.3.5`, `1985年3月`, `85-3-7`, `19850307`, Excel serials, 一九八五年三月,
//! 农历1985年三月十五.

use kedang_core::partial_date;

use super::clean::half_width;
use super::numerals::{digits, small};
use super::{Doubt, Understood, lunar};

/// Excel counts days from here (1900 system, whose 29 February 1900 never was).
const SERIAL_FROM: jiff::civil::Date = jiff::civil::date(1899, 12, 30);
/// Serials from 1 January 1910 to 31 December 2099: anything else is likelier another number.
const SERIALS: std::ops::RangeInclusive<i64> = 3_654..=73_050;

/// The date in the product's form, possibly partial. A day without year comes as `--03-15`, one of
/// the lunar calendar as its civil day, if its year is known. `today` (`YYYY-MM-DD`) decides the
/// century of a year of two digits: the latest that is not in the future.
#[must_use]
pub fn date(text: &str, today: &str) -> Understood {
    let plain = bare(text);
    if let Some(read) = lunar::read(&plain, today) {
        return read;
    }
    let marks = ["公历", "阳历", "新历", "(", ")", "生", "出"];
    let plain = marks
        .iter()
        .fold(plain, |text, mark| text.replace(mark, ""));
    let figures = plain.bytes().all(|b| b.is_ascii_digit());
    let read = match plain.len() {
        8 if figures => civil(&plain[..4], &plain[4..6], &plain[6..]),
        6 if figures => civil(&plain[..4], &plain[4..], ""),
        5 if figures => return serial(&plain),
        _ => return worded(&plain, today),
    };
    Understood::or_unread(read)
}

/// Without blanks and the time of day.
fn bare(text: &str) -> String {
    let text = half_width(text);
    let text = text.split_once('T').map_or(text.as_str(), |(date, _)| date);
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !word.contains(':'))
        .collect();
    words.concat()
}

fn serial(figures: &str) -> Understood {
    let days = figures.parse().ok().filter(|days| SERIALS.contains(days));
    let day = days.and_then(|days| SERIAL_FROM.checked_add(jiff::Span::new().days(days)).ok());
    match day {
        Some(day) => Understood::doubted(day.to_string(), Doubt::Mended),
        None => Understood::without(Doubt::Unread),
    }
}

/// With 年, 月, 日 or signs between its parts.
fn worded(text: &str, today: &str) -> Understood {
    let text = text.strip_prefix("--").unwrap_or(text);
    let signs = ['-', '.', '/', '年', '月', '日', '号', ',', '、'];
    let parts: Vec<&str> = text.trim_end_matches(signs).split(signs).collect();
    let republic = text.starts_with("民国");
    match parts.as_slice() {
        [month, day] if text.contains('月') && !text.contains('年') => without_year(month, day),
        [month, day] if small(month).is_some() && small(day).is_some() && !text.contains('年') => {
            without_year(month, day)
        }
        [first, rest @ ..] if rest.len() <= 2 => {
            let month = rest.first().copied().unwrap_or("");
            let day = rest.get(1).copied().unwrap_or("");
            let year = digits(first.trim_start_matches("民国"));
            match (republic, year.len()) {
                (true, 1..=3) => {
                    let year = year.parse::<i32>().ok().map(|year| year + 1911);
                    let year = year.map_or(String::new(), |year| year.to_string());
                    mended(civil(&year, month, day))
                }
                (false, 4) => Understood::or_unread(civil(&year, month, day)),
                (false, 2) if !rest.is_empty() => mended(century(&year, month, day, today)),
                _ => Understood::without(Doubt::Unread),
            }
        }
        _ => Understood::without(Doubt::Unread),
    }
}

fn without_year(month: &str, day: &str) -> Understood {
    let day = small(month)
        .zip(small(day))
        .map(|(month, day)| format!("--{month:02}-{day:02}"));
    match day.filter(|day| partial_date::holds(day)) {
        Some(day) => Understood::doubted(day, Doubt::NoYear),
        None => Understood::without(Doubt::Unread),
    }
}

fn mended(date: Option<String>) -> Understood {
    date.map_or_else(
        || Understood::without(Doubt::Unread),
        |date| Understood::doubted(date, Doubt::Mended),
    )
}

/// A year of two digits in the latest century that is not in the future.
fn century(year: &str, month: &str, day: &str, today: &str) -> Option<String> {
    ["20", "19"]
        .into_iter()
        .filter_map(|century| civil(&format!("{century}{year}"), month, day))
        .find(|date| !partial_date::is_after(date, today))
}

fn civil(year: &str, month: &str, day: &str) -> Option<String> {
    let mut date = year.to_owned();
    for part in [month, day].into_iter().take_while(|part| !part.is_empty()) {
        date.push_str(&format!("-{:02}", small(part)?));
    }
    (year >= "1800" && partial_date::holds(&date)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_spelling() {
        let mended = Some(Doubt::Mended);
        for (text, expected, doubt) in [
            ("1993-06-06", "1993-06-06", None),
            ("2024.3.5", "2024-03-05", None),
            ("2024/3/5", "2024-03-05", None),
            ("２０２４．３．５", "2024-03-05", None),
            ("1985年3月15日", "1985-03-15", None),
            ("1985 年 3 月 15 日 出生", "1985-03-15", None),
            ("1985年3月", "1985-03", None),
            ("1985.03", "1985-03", None),
            ("1985年", "1985", None),
            ("1985", "1985", None),
            ("19850315", "1985-03-15", None),
            ("198503", "1985-03", None),
            ("1985-03-15 00:00:00", "1985-03-15", None),
            ("1985-03-15T08:30", "1985-03-15", None),
            ("1985/3/15 8:30", "1985-03-15", None),
            ("一九八五年三月十五日", "1985-03-15", None),
            ("二〇〇一年十二月三十一日", "2001-12-31", None),
            ("民国74年3月15日", "1985-03-15", mended),
            ("85-3-15", "1985-03-15", mended),
            ("05.3.15", "2005-03-15", mended),
            ("26-12-1", "1926-12-01", mended),
            ("85年3月", "1985-03", mended),
            ("31121", "1985-03-15", mended),
            ("3月15日", "--03-15", Some(Doubt::NoYear)),
            ("三月十五", "--03-15", Some(Doubt::NoYear)),
            ("--03-15", "--03-15", Some(Doubt::NoYear)),
            ("2月29日", "--02-29", Some(Doubt::NoYear)),
            ("3.15", "--03-15", Some(Doubt::NoYear)),
        ] {
            let read = date(text, "2026-11-25");
            assert_eq!(
                (read.value.as_deref(), read.doubt),
                (Some(expected), doubt),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_left() {
        for text in [
            "1985-02-30",
            "1985-13",
            "待查",
            "",
            "1985-1-1-1",
            "85",
            "99999",
            "2月30日",
            "1",
            "年月日",
            "1700-01-01",
            "--",
            "民国",
        ] {
            let read = date(text, "2026-11-25");
            assert_eq!(
                (read.value, read.doubt),
                (None, Some(Doubt::Unread)),
                "{text}"
            );
        }
    }
}
