//! The first and last civil day a partial date can mean, so that comparing never guesses.

use jiff::ToSpan;
use jiff::civil::Date;

use super::PartialDate;

impl PartialDate {
    /// The earliest and latest civil day it can be; nothing without a year. A lunar date is given
    /// the room its calendar leaves (new year between 21 January and 20 February, months of 29 or
    /// 30 days, perhaps a leap month): enough to say 'certainly before', without the tables.
    #[must_use]
    pub fn bounds(self) -> Option<(Date, Date)> {
        let year = self.year?;
        if self.lunar {
            let days = |month: i8, length: i64| i64::from(month - 1) * length;
            let (month, day) = (self.month?, i64::from(self.day?) - 1);
            let first = Date::new(year, 1, 21).ok()?;
            let last = Date::new(year, 2, 20).ok()?;
            let from = first.checked_add((days(month, 29) + day).days()).ok()?;
            let to = last.checked_add((days(month, 30) + day + 30).days()).ok()?;
            return Some((from, to));
        }
        let (first, last) = match (self.month, self.day) {
            (Some(month), Some(day)) => (Date::new(year, month, day).ok()?, None),
            (Some(month), None) => {
                let first = Date::new(year, month, 1).ok()?;
                (first, Some(first.last_of_month()))
            }
            _ => (
                Date::new(year, 1, 1).ok()?,
                Some(Date::new(year, 12, 31).ok()?),
            ),
        };
        Some((first, last.unwrap_or(first)))
    }

    /// Completed years on a day, the number that is certain: with the year alone, the lower one.
    #[must_use]
    pub fn age_on(self, day: Date) -> Option<i16> {
        let (_, latest) = self.bounds()?;
        let before = (day.month(), day.day()) < (latest.month(), latest.day());
        let years = day.year() - latest.year() - i16::from(before);
        (latest <= day).then_some(years)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(text: &str) -> (String, String) {
        let (from, to) = PartialDate::parse(text).unwrap().bounds().unwrap();
        (from.to_string(), to.to_string())
    }

    #[test]
    fn what_is_not_known_widens_the_bounds() {
        assert_eq!(bounds("1985"), ("1985-01-01".into(), "1985-12-31".into()));
        assert_eq!(
            bounds("1985-02"),
            ("1985-02-01".into(), "1985-02-28".into())
        );
        assert_eq!(
            bounds("1985-02-03"),
            ("1985-02-03".into(), "1985-02-03".into())
        );
        assert_eq!(PartialDate::parse("--03-15").unwrap().bounds(), None);
    }

    #[test]
    fn a_lunar_date_lies_within_its_bounds() {
        // From the lunar tables: 1930 正月初一, 1930 闰六月廿九, 1930 腊月廿九, 1942 腊月三十.
        for (lunar, civil) in [
            ("L1930-01-01", "1930-01-30"),
            ("L1930-+06-29", "1930-08-23"),
            ("L1930-12-29", "1931-02-16"),
            ("L1942-12-30", "1943-02-04"),
            ("L1938-+07-15", "1938-09-08"),
        ] {
            let (from, to) = bounds(lunar);
            assert!(
                from.as_str() <= civil && civil <= to.as_str(),
                "{lunar}: {from} {to}"
            );
        }
    }

    #[test]
    fn age_counts_completed_years() {
        let age = |born: &str, on: &str| {
            PartialDate::parse(born)
                .unwrap()
                .age_on(on.parse().unwrap())
        };
        assert_eq!(age("1988-10-06", "2026-10-05"), Some(37));
        assert_eq!(age("1988-10-06", "2026-10-06"), Some(38));
        assert_eq!(age("1988", "2026-10-06"), Some(37));
        assert_eq!(age("2027-01-01", "2026-10-06"), None);
        assert_eq!(age("--10-06", "2026-10-06"), None);
    }
}
