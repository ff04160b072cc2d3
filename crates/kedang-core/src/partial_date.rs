//! Dates that may lack a part (contract c): `1985`, `1985-03`, `1985-03-15`, `--03-15`.

/// Whether the text is a date of the calendar, possibly partial.
#[must_use]
pub fn holds(text: &str) -> bool {
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    if let Some(rest) = text.strip_prefix("--") {
        // 29 February exists in some year, so a leap year is the right measure.
        return rest.split_once('-').is_some_and(|(month, day)| {
            match (number(month, 2), number(day, 2)) {
                (Some(month), Some(day)) => is_day(2000, month, day),
                _ => false,
            }
        });
    }
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| number(part, 4));
    let rest: Vec<_> = parts.map(|part| number(part, 2)).collect();
    match (year, rest.as_slice()) {
        (Some(1..), []) => true,
        (Some(year @ 1..), [Some(month)]) => is_day(year, *month, 1),
        (Some(year @ 1..), [Some(month), Some(day)]) => is_day(year, *month, *day),
        _ => false,
    }
}

/// Whether a date that holds lies after `today` (`YYYY-MM-DD`), as far as its parts tell.
#[must_use]
pub fn is_after(date: &str, today: &str) -> bool {
    !date.starts_with("--") && today.get(..date.len()).is_some_and(|known| date > known)
}

fn is_day(year: i16, month: i16, day: i16) -> bool {
    match (i8::try_from(month), i8::try_from(day)) {
        (Ok(month), Ok(day)) => jiff::civil::Date::new(year, month, day).is_ok(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_dates_hold() {
        for good in [
            "1985",
            "1985-03",
            "1985-03-15",
            "--03-15",
            "--02-29",
            "2024-02-29",
        ] {
            assert!(holds(good), "{good}");
        }
        for bad in [
            "",
            "85",
            "1985-13",
            "1985-3-5",
            "2023-02-29",
            "--2-29",
            "--13-01",
            "0000",
            "x",
        ] {
            assert!(!holds(bad), "{bad}");
        }
    }

    #[test]
    fn the_future_is_told_by_what_is_known() {
        let today = "2026-11-25";
        for (date, after) in [
            ("2026", false),
            ("2027", true),
            ("2026-11", false),
            ("2026-12", true),
            ("2026-11-25", false),
            ("2026-11-26", true),
            ("--12-31", false),
        ] {
            assert_eq!(is_after(date, today), after, "{date}");
        }
    }
}
