//! The lunar calendar 农历: which civil day a lunar day is.

use jiff::civil::Date;
use tyme4rs::tyme::Culture as _;
use tyme4rs::tyme::lunar::{LunarDay as Reckoned, LunarMonth, LunarYear};

/// A day as the lunar calendar counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LunarDay {
    /// The civil year in which its first month begins, 1800 to 2200.
    pub year: i16,
    /// From 1; 12 is 腊月.
    pub month: u8,
    /// 闰: the second month of this number.
    pub leap: bool,
    /// From 1, at most 30.
    pub day: u8,
}

/// Why a lunar day does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LunarFault {
    /// A year outside 1800 to 2200, where other dates of the product end too.
    Year,
    /// No month of this number.
    Month,
    /// The year has no leap month, or another one.
    LeapMonth,
    /// The month has no such day: a short one ends with 廿九.
    Day,
}

impl LunarDay {
    /// The civil day.
    ///
    /// # Errors
    /// Which part of it does not exist.
    pub fn civil(self) -> Result<Date, LunarFault> {
        if !(1800..=2200).contains(&self.year) {
            return Err(LunarFault::Year);
        }
        if !(1..=12).contains(&self.month) {
            return Err(LunarFault::Month);
        }
        let (year, number) = (self.year as isize, isize::from(self.month));
        let number = if self.leap { -number } else { number };
        let month = LunarMonth::new(year, number).map_err(|_fault| LunarFault::LeapMonth)?;
        let day = usize::from(self.day);
        if day == 0 || day > month.get_day_count() {
            return Err(LunarFault::Day);
        }
        let reckoned = Reckoned::new(year, number, day).map_err(|_fault| LunarFault::Day)?;
        let solar = reckoned.get_solar_day();
        let (year, month) = (solar.get_year() as i16, solar.get_month() as i8);
        Date::new(year, month, solar.get_day() as i8).map_err(|_fault| LunarFault::Day)
    }

    /// What the sixty years call its year: 甲子.
    #[must_use]
    pub fn ganzhi(self) -> String {
        LunarYear::from_year(isize::from(self.year))
            .get_sixty_cycle()
            .get_name()
    }
}

#[cfg(test)]
mod tests;
