//! Numbers, dates and truths of a workbook, as its sheet means them.

/// A number without the noise of binary fractions: whole ones exact, others to the 15 digits that
/// a spreadsheet shows at most.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    if value == value.trunc() && value.abs() < 1e15 {
        // Within 2^53 the conversion is exact.
        return (value as i64).to_string();
    }
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    if (1e-9..1e21).contains(&rounded.abs()) {
        rounded.to_string()
    } else {
        format!("{rounded:e}")
    }
}

/// A whole number under a format of zeros alone, such as a postcode under `000000`.
pub(super) fn padded(value: f64, format: &str) -> Option<String> {
    let zeros = format.len() > 1 && format.bytes().all(|byte| byte == b'0');
    let whole = value == value.trunc() && (0.0..1e15).contains(&value);
    let width = format.len();
    (zeros && whole && width <= 20).then(|| format!("{:0width$}", value as i64))
}

/// A serial date as ISO 8601: with its time if it has one, the time alone below one day.
pub(super) fn date(value: f64, since_1904: bool) -> String {
    // The last second of the year 9999.
    if !(0.0..2_958_466.0).contains(&value) {
        return number(value);
    }
    let seconds = (value * 86_400.0).round() as i64;
    let (days, time) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    if days == 0 {
        return clock(time);
    }
    let day = if since_1904 {
        // 1904-01-01.
        iso(days - 24_107)
    } else if days == 60 {
        // The leap day that 1900 did not have.
        "1900-02-29".to_owned()
    } else {
        // Day 1 is 1900-01-01, and one day too many is counted from then on.
        iso(days - 25_569 + i64::from(days < 60))
    };
    match time {
        0 => day,
        time => format!("{day} {}", clock(time)),
    }
}

/// A length of time in hours, which may be more than a day.
pub(super) fn duration(value: f64) -> String {
    let seconds = (value * 86_400.0).round();
    if !(0.0..1e12).contains(&seconds) {
        return number(value);
    }
    clock(seconds as i64)
}

fn clock(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match rest {
        0 => format!("{hours:02}:{minutes:02}"),
        rest => format!("{hours:02}:{minutes:02}:{rest:02}"),
    }
}

/// The date so many days from 1970-01-01, in the proleptic Gregorian calendar.
fn iso(days: i64) -> String {
    // Years begin in March here, so that the leap day is their last.
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A date that is written as a text already, without a midnight that nobody meant.
pub(super) fn written(text: &str) -> String {
    let text = text.trim_end_matches('Z');
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    let time = time.strip_suffix(":00").unwrap_or(time);
    match time {
        "" | "00:00" | "00" => day.to_owned(),
        time => format!("{day} {time}"),
    }
}

/// 是, 否.
pub(super) fn truth(value: bool) -> &'static str {
    if value { "是" } else { "否" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_the_sheet_shows() {
        for (value, text) in [
            (13_812_345_678.0, "13812345678"),
            (0.1 + 0.2, "0.3"),
            (1.005, "1.005"),
            (-0.0, "0"),
            (-12.5, "-12.5"),
            (4.35 * 100.0, "435"),
            (1.101_011_990_030_789e17, "110101199003079000"),
            (1e30, "1e30"),
            (f64::NAN, ""),
        ] {
            assert_eq!(number(value), text);
        }
        assert_eq!(padded(21_000.0, "000000").as_deref(), Some("021000"));
        assert_eq!(padded(21_000.5, "000000"), None);
        assert_eq!(padded(7.0, "0"), None);
        assert_eq!(padded(7.0, "0.00"), None);
    }

    #[test]
    fn dates_have_a_time_only_where_there_is_one() {
        for (value, since_1904, text) in [
            (45_356.0, false, "2024-03-05"),
            (45_356.5, false, "2024-03-05 12:00"),
            (45_356.999_999, false, "2024-03-06"),
            (43_894.0, true, "2024-03-05"),
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (60.0, false, "1900-02-29"),
            (61.0, false, "1900-03-01"),
            (2_958_465.0, false, "9999-12-31"),
            (0.354_178_240_740_740_7, false, "08:30:01"),
            (-1.0, false, "-1"),
            (3e6, false, "3000000"),
        ] {
            assert_eq!(date(value, since_1904), text, "{value}");
        }
        assert_eq!(duration(1.125), "27:00");
        for (text, read) in [
            ("2024-03-05T00:00:00.000Z", "2024-03-05"),
            ("2024-03-05T08:30:00", "2024-03-05 08:30"),
            ("2024-03-05", "2024-03-05"),
        ] {
            assert_eq!(written(text), read);
        }
    }
}
