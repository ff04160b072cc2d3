//! A date of which parts may be missing: what it holds and how it is stored.

use std::fmt;

use jiff::civil::Date;

/// A date of which at least the year, or month and day, are known. Its text is the stored form:
/// `1985`, `1985-03`, `1985-03-15`, `--03-15`, lunar `L1985-03-15`, leap month `L1985-+04-15`,
/// lunar without year `L--08-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartialDate {
    /// Lunar (农历) or civil.
    pub lunar: bool,
    /// Leap month (闰月); lunar only.
    pub leap: bool,
    /// Year, if known.
    pub year: Option<i16>,
    /// Month, if known.
    pub month: Option<i8>,
    /// Day of the month, if known.
    pub day: Option<i8>,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not written like a date.
    Shape,
    /// Two digits are not a year.
    ShortYear,
    /// Month 13, 30 February, lunar day 31.
    NoSuchDay,
    /// A year outside 1800 to 2200.
    Year,
}

impl PartialDate {
    /// Puts the parts together, if they name a day, month or year that can exist.
    pub fn new(
        lunar: bool,
        leap: bool,
        year: Option<i16>,
        month: Option<i8>,
        day: Option<i8>,
    ) -> Result<Self, DateError> {
        let known = matches!(
            (year, month, day),
            (Some(_), Some(_), _) | (Some(_), None, None) | (None, Some(_), Some(_))
        );
        let half_lunar = lunar && (day.is_none() || month.is_none());
        if !known || half_lunar || (leap && (!lunar || year.is_none())) {
            return Err(DateError::Shape);
        }
        if year.is_some_and(|y| !(1800..=2200).contains(&y)) {
            return Err(DateError::Year);
        }
        // A leap year stands in for an unknown one: 29 February is a birthday.
        let (y, m, d) = (year.unwrap_or(2000), month.unwrap_or(1), day.unwrap_or(1));
        let exists = if lunar {
            (1..=12).contains(&m) && (1..=30).contains(&d)
        } else {
            Date::new(y, m, d).is_ok()
        };
        let date = Self {
            lunar,
            leap,
            year,
            month,
            day,
        };
        if exists {
            Ok(date)
        } else {
            Err(DateError::NoSuchDay)
        }
    }

    /// The civil day, if all of it is known and it is not lunar.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        if self.lunar {
            return None;
        }
        Date::new(self.year?, self.month?, self.day?).ok()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.lunar {
            f.write_str("L")?;
        }
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(month) = self.month {
            let leap = if self.leap { "+" } else { "" };
            write!(f, "-{leap}{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}
