//! Days and hours of the company's past, in the time of China.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use kedang_core::customer::Stage;

use crate::dice::Dice;

/// China's time is eight hours ahead, µs.
const AHEAD: i64 = 8 * 3_600 * 1_000_000;

/// A day of the calendar, with the arithmetic that the stories need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) Date);

impl Day {
    /// The day of a moment, UTC µs.
    pub(crate) fn of(at: i64) -> Self {
        let days = (at + AHEAD).div_euclid(86_400_000_000);
        Self(Date::constant(1970, 1, 1)).plus(days)
    }

    /// So many days later, or earlier with a minus.
    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    /// Days from here to there.
    pub(crate) fn until(self, later: Self) -> i64 {
        later.0.duration_since(self.0).as_secs() / 86_400
    }

    /// The same day, or the Friday before a weekend: offices are closed then.
    pub(crate) fn workday(self) -> Self {
        match self.0.weekday() {
            Weekday::Saturday => self.plus(-1),
            Weekday::Sunday => self.plus(-2),
            _ => self,
        }
    }

    /// Some minute of the opening hours of this day, UTC µs.
    pub(crate) fn hour(self, dice: &mut Dice) -> i64 {
        self.minute(dice.between(9 * 60, 17 * 60 + 40))
    }

    /// A minute of this day, counted from midnight, UTC µs.
    pub(crate) fn minute(self, minute: i64) -> i64 {
        let days = Self(Date::constant(1970, 1, 1)).until(self);
        (days * 86_400 + minute * 60) * 1_000_000 - AHEAD
    }

    /// `2026-11-25`.
    pub(crate) fn text(self) -> String {
        self.0.to_string()
    }

    /// `2026-11`.
    pub(crate) fn month(self) -> String {
        format!("{:04}-{:02}", self.0.year(), self.0.month())
    }

    /// The year.
    pub(crate) fn year(self) -> i64 {
        i64::from(self.0.year())
    }
}

/// Minutes after a moment, µs.
pub(crate) fn later(at: i64, minutes: i64) -> i64 {
    at + minutes * 60_000_000
}

/// Who came so lately cannot be lost, days.
const LOST_AFTER: i64 = 240;

/// The stage, given how long ago somebody was opened: who is new is not lost yet.
pub(crate) fn settled(stage: Stage, opened: Day, today: Day) -> Stage {
    if stage == Stage::Lost && opened.until(today) < LOST_AFTER {
        Stage::Active
    } else {
        stage
    }
}
