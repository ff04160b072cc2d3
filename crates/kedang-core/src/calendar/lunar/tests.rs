use tyme4rs::tyme::solar::SolarDay;

use super::*;

/// Civil day; lunar year, month, leap, day; what the sixty years call the year. New years, their
/// eves in long and short months, leap months from 闰二月 to 闰十一月, and days between.
const KNOWN: [(&str, i16, u8, bool, u8, &str); 41] = [
    ("1930-01-30", 1930, 1, false, 1, "庚午"),
    ("1930-08-23", 1930, 6, true, 29, "庚午"),
    ("1931-02-16", 1930, 12, false, 29, "庚午"),
    ("1933-01-05", 1932, 12, false, 10, "壬申"),
    ("1933-07-07", 1933, 5, true, 15, "癸酉"),
    ("1936-04-21", 1936, 3, true, 1, "丙子"),
    ("1938-09-08", 1938, 7, true, 15, "戊寅"),
    ("1940-02-07", 1939, 12, false, 30, "己卯"),
    ("1941-07-24", 1941, 6, true, 1, "辛巳"),
    ("1942-02-15", 1942, 1, false, 1, "壬午"),
    ("1947-04-20", 1947, 2, true, 29, "丁亥"),
    ("1949-01-28", 1948, 12, false, 30, "戊子"),
    ("1952-07-20", 1952, 5, true, 29, "壬辰"),
    ("1953-09-21", 1953, 8, false, 14, "癸巳"),
    ("1955-05-20", 1955, 3, true, 29, "乙未"),
    ("1956-02-12", 1956, 1, false, 1, "丙申"),
    ("1957-01-30", 1956, 12, false, 30, "丙申"),
    ("1958-09-09", 1958, 7, false, 26, "戊戌"),
    ("1960-08-21", 1960, 6, true, 29, "庚子"),
    ("1961-05-17", 1961, 4, false, 3, "辛丑"),
    ("1963-06-06", 1963, 4, true, 15, "癸卯"),
    ("1966-01-20", 1965, 12, false, 29, "乙巳"),
    ("1966-04-21", 1966, 3, true, 1, "丙午"),
    ("1968-01-30", 1968, 1, false, 1, "戊申"),
    ("1968-09-07", 1968, 7, true, 15, "戊申"),
    ("1971-05-13", 1971, 4, false, 19, "辛亥"),
    ("1971-06-23", 1971, 5, true, 1, "辛亥"),
    ("1975-02-10", 1974, 12, false, 30, "甲寅"),
    ("1976-09-24", 1976, 8, true, 1, "丙辰"),
    ("1980-02-16", 1980, 1, false, 1, "庚申"),
    ("1984-02-01", 1983, 12, false, 30, "癸亥"),
    ("1990-01-05", 1989, 12, false, 9, "己巳"),
    ("1992-02-04", 1992, 1, false, 1, "壬申"),
    ("1993-01-22", 1992, 12, false, 30, "壬申"),
    ("2003-02-01", 2003, 1, false, 1, "癸未"),
    ("2004-01-21", 2003, 12, false, 30, "癸未"),
    ("2013-01-25", 2012, 12, false, 14, "壬辰"),
    ("2015-02-19", 2015, 1, false, 1, "乙未"),
    ("2015-09-21", 2015, 8, false, 9, "乙未"),
    ("2034-01-19", 2033, 11, true, 29, "癸丑"),
    ("2034-01-25", 2033, 12, false, 6, "癸丑"),
];

fn day(year: i16, month: u8, leap: bool, day: u8) -> LunarDay {
    LunarDay {
        year,
        month,
        leap,
        day,
    }
}

#[test]
fn a_day_that_does_not_exist_says_which_part() {
    for (wrong, fault) in [
        (day(1985, 4, false, 30), LunarFault::Day),
        (day(1985, 3, false, 0), LunarFault::Day),
        (day(1985, 1, false, 31), LunarFault::Day),
        (day(2024, 12, false, 30), LunarFault::Day),
        (day(1985, 4, true, 15), LunarFault::LeapMonth),
        (day(2023, 3, true, 1), LunarFault::LeapMonth),
        (day(1985, 13, false, 1), LunarFault::Month),
        (day(1985, 0, false, 1), LunarFault::Month),
        (day(1799, 1, false, 1), LunarFault::Year),
        (day(2201, 1, false, 1), LunarFault::Year),
    ] {
        assert_eq!(wrong.civil(), Err(fault), "{wrong:?}");
    }
}

#[test]
fn known_days_both_ways() {
    for (civil, year, month, leap, number, ganzhi) in KNOWN {
        let lunar = day(year, month, leap, number);
        assert_eq!(lunar.civil().map(|date| date.to_string()), Ok(civil.into()));
        assert_eq!(lunar.ganzhi(), ganzhi, "{civil}");
        let date: Date = civil.parse().expect("a date");
        let back = SolarDay::new(
            date.year() as isize,
            date.month() as usize,
            date.day() as usize,
        );
        let back = back.expect("a day").get_lunar_day();
        let month = back.get_lunar_month().get_month_with_leap();
        let parts = (back.get_year(), month, back.get_day());
        let signed = isize::from(lunar.month) * if leap { -1 } else { 1 };
        assert_eq!(parts, (isize::from(year), signed, usize::from(number)));
    }
}

#[test]
fn the_days_of_nineteen_years_follow_without_a_gap() {
    let mut next = day(2015, 1, false, 1).civil().expect("a new year");
    for year in 2015..=2033 {
        for month in 1..=12 {
            for leap in [false, true] {
                for number in 1..=30 {
                    if let Ok(civil) = day(year, month, leap, number).civil() {
                        assert_eq!(civil, next, "{year} {month} {leap} {number}");
                        next = next.tomorrow().expect("a day");
                    }
                }
            }
        }
    }
    assert_eq!(Ok(next), day(2034, 1, false, 1).civil());
}
