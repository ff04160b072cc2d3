//! Days of the lunar calendar as written: 农历1985年三月十五, 一九三〇年正月初一, 1984甲子年闰十月初三,
//! `L1985-03-15`.

use kedang_core::calendar::{LunarDay, LunarFault};
use kedang_core::partial_date::is_after;

use super::numerals::{digits, small};
use super::{Doubt, Understood};

/// Said of a lunar day, and of no other.
const MARKS: [&str; 4] = ["农历", "阴历", "旧历", "夏历"];
/// What only the lunar calendar has: 正月, 冬月, 腊月, 闰月, 初五, 廿九.
const WORDS: [&str; 7] = ["正月", "冬月", "腊月", "闰", "润", "月初", "廿"];
const CIVIL: [&str; 3] = ["公历", "阳历", "新历"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const ANIMALS: &str = "鼠牛虎兔龙蛇马羊猴鸡狗猪";

/// A lunar day, as far as it is written.
#[derive(Debug, Default)]
struct Written {
    /// In figures; empty when it is not said.
    year: String,
    republic: bool,
    /// 甲子.
    name: String,
    animal: Option<char>,
    month: u8,
    leap: bool,
    day: u8,
}

/// What is made of a text without blanks; `None` when nothing in it is lunar. `today`
/// (`YYYY-MM-DD`) decides the century of a year of two digits.
pub(super) fn read(text: &str, today: &str) -> Option<Understood> {
    let stored = text.strip_prefix('L');
    let marked = stored.is_some() || MARKS.iter().any(|mark| text.contains(mark));
    if !marked && !WORDS.iter().any(|word| text.contains(word)) {
        return None;
    }
    // With both calendars in one cell nobody can say which part is which.
    let both = CIVIL.iter().any(|mark| text.contains(mark));
    let written = Written::of(stored.unwrap_or(text)).filter(|_| !both);
    Some(match written {
        Some(written) => written.civil(today),
        None if marked => Understood::without(Doubt::Lunar),
        None => Understood::without(Doubt::Unread),
    })
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let mut text = text.replace(['(', ')', '日', '号', '生', '出'], "");
        for mark in MARKS {
            text = text.replace(mark, "");
        }
        let mut written = Self::default();
        let text = written.names(&text);
        let text = match text.strip_prefix("民国") {
            Some(rest) => {
                written.republic = true;
                rest
            }
            None => &text,
        };
        let (year, month, day) = parts(text)?;
        let plain = month.strip_prefix(['闰', '润', '+']);
        written.leap = plain.is_some();
        written.month = small(plain.unwrap_or(&month)).filter(|month| *month <= 12)?;
        written.day = small(&day)?;
        written.year = digits(&year);
        let figures = written.year.bytes().all(|byte| byte.is_ascii_digit());
        figures.then_some(written)
    }

    /// Takes out what a year is called, its animal too: 1985乙丑年, 1985年(牛年).
    fn names(&mut self, text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut rest = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(c) = chars.get(at) {
            let next = chars.get(at + 1);
            let pair = STEMS.contains(*c) && next.is_some_and(|next| BRANCHES.contains(*next));
            if pair && self.name.is_empty() {
                self.name.extend(&chars[at..at + 2]);
                at += 1;
            } else if ANIMALS.contains(*c) && self.animal.is_none() {
                self.animal = Some(*c);
            } else {
                rest.push(*c);
            }
            at += 1;
        }
        rest.replace("年年", "年")
    }

    fn civil(&self, today: &str) -> Understood {
        let years = self.years();
        if years.is_empty() {
            return Understood::without(Doubt::Lunar);
        }
        let open = years.len() > 1;
        let (mut fault, mut called) = (LunarFault::Year, false);
        for year in years {
            let day = LunarDay {
                year,
                month: self.month,
                leap: self.leap,
                day: self.day,
            };
            if !self.is_called(day) {
                continue;
            }
            called = true;
            match day.civil() {
                Ok(date) if open && is_after(&date.to_string(), today) => {}
                Ok(date) => return Understood::doubted(date.to_string(), Doubt::FromLunar),
                Err(why) => fault = why,
            }
        }
        Understood::without(match fault {
            _ if !called => Doubt::OtherYear,
            LunarFault::Day => Doubt::NoLunarDay,
            LunarFault::LeapMonth => Doubt::NoLeapMonth,
            LunarFault::Year | LunarFault::Month => Doubt::Lunar,
        })
    }

    /// The years it may be, the likeliest first.
    fn years(&self) -> Vec<i16> {
        let Ok(year) = self.year.parse::<i16>() else {
            return Vec::new();
        };
        match (self.republic, self.year.len()) {
            (true, 1..=3) => vec![year + 1911],
            (false, 4) => vec![year],
            (false, 2) => vec![2000 + year, 1900 + year],
            _ => Vec::new(),
        }
    }

    /// Whether its year has the names that stand there.
    fn is_called(&self, day: LunarDay) -> bool {
        let animal = ANIMALS.chars().nth((day.year - 4).rem_euclid(12) as usize);
        (self.name.is_empty() || self.name == day.ganzhi())
            && (self.animal.is_none() || self.animal == animal)
    }
}

/// Year, month and day as they stand there; the year may be missing.
fn parts(text: &str) -> Option<(String, String, String)> {
    let own = |year: &str, month: &str, day: &str| {
        Some((year.to_owned(), month.to_owned(), day.to_owned()))
    };
    if let Some((head, day)) = text.split_once('月') {
        let (year, month) = head.split_once('年').unwrap_or(("", head));
        return own(year, month, day);
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return own(&text[..4], &text[4..6], &text[6..]);
    }
    let text = text.strip_prefix("--").unwrap_or(text);
    let parts: Vec<&str> = text.split(['年', '-', '.', '/']).collect();
    match parts.as_slice() {
        [year, month, day] => own(year, month, day),
        [month, day] => own("", month, day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::date;
    use super::Doubt;

    fn read(text: &str) -> (Option<String>, Option<Doubt>) {
        let read = date(text, "2026-11-25");
        (read.value, read.doubt)
    }

    #[test]
    fn a_lunar_day_that_cannot_be_told_says_why() {
        for (text, doubt) in [
            ("农历1985年四月三十", Doubt::NoLunarDay),
            ("农历2024年腊月三十", Doubt::NoLunarDay),
            ("1985年正月三十一", Doubt::NoLunarDay),
            ("农历1985年闰四月十五", Doubt::NoLeapMonth),
            ("L1985-+04-15", Doubt::NoLeapMonth),
            ("1985甲子年正月初一", Doubt::OtherYear),
            ("1985年(鼠年)正月初一", Doubt::OtherYear),
            ("农历3月15日", Doubt::Lunar),
            ("农历三月十五", Doubt::Lunar),
            ("腊月廿九", Doubt::Lunar),
            ("甲子年正月初一", Doubt::Lunar),
            ("农历1985年", Doubt::Lunar),
            ("农历1985年三月", Doubt::Lunar),
            ("农历1700年三月十五", Doubt::Lunar),
            ("农历1985年三月十五(公历5月4日)", Doubt::Lunar),
            ("农历185年三月十五", Doubt::Lunar),
            ("L--08-15", Doubt::Lunar),
            ("农历", Doubt::Lunar),
            ("1985年正月", Doubt::Unread),
            ("1985年3月初", Doubt::Unread),
            ("闰", Doubt::Unread),
        ] {
            assert_eq!(read(text), (None, Some(doubt)), "{text}");
        }
    }

    #[test]
    fn a_lunar_day_is_told_as_its_civil_day() {
        for (text, civil) in [
            ("农历1985年三月十五", "1985-05-04"),
            ("1985年三月十五（农历）", "1985-05-04"),
            ("阴历 1985.3.15", "1985-05-04"),
            ("农历1985-03-15", "1985-05-04"),
            ("农历19850315", "1985-05-04"),
            ("旧历1985年3月15日生", "1985-05-04"),
            ("L1985-03-15", "1985-05-04"),
            ("农历85年三月十五", "1985-05-04"),
            ("民国74年农历三月十五", "1985-05-04"),
            ("1985年三月初五", "1985-04-24"),
            ("农历一九三〇年正月初一", "1930-01-30"),
            ("一九三〇年正月初一", "1930-01-30"),
            ("1930庚午年正月初一", "1930-01-30"),
            ("1930年（庚午）正月初一", "1930-01-30"),
            ("1930年（马年）正月初一", "1930-01-30"),
            ("1930庚午马年正月初一", "1930-01-30"),
            ("1930年闰六月廿九", "1930-08-23"),
            ("1930年闰6月29日", "1930-08-23"),
            ("1930年润六月廿九", "1930-08-23"),
            ("L1930-+06-29", "1930-08-23"),
            ("一九三〇年腊月廿九", "1931-02-16"),
            ("2033年闰冬月廿九", "2034-01-19"),
            ("05年腊月廿九", "2006-01-28"),
            ("农历26年腊月廿九", "1927-02-01"),
        ] {
            let expected = (Some(civil.to_owned()), Some(Doubt::FromLunar));
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
