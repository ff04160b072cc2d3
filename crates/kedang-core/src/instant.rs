//! A point in time, stored as UTC µs and said as RFC 3339.

use std::fmt;

use serde::{Serialize, Serializer};

/// UTC, µs since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0) {
            Ok(at) => write!(f, "{at}"),
            // Outside the years that a calendar knows: the number is still the truth.
            Err(_) => write!(f, "{}", self.0),
        }
    }
}

impl Instant {
    /// The date and minute in a time zone, `2026-11-25 17:04`; for people.
    #[must_use]
    pub fn local(self, zone: &jiff::tz::TimeZone) -> String {
        jiff::Timestamp::from_microsecond(self.0).map_or_else(
            |_| self.0.to_string(),
            |at| {
                at.to_zoned_datetime(zone.clone())
                    .strftime("%Y-%m-%d %H:%M")
                    .to_string()
            },
        )
    }
}

impl Instant {
    /// The date in a time zone, `2026-11-25`.
    #[must_use]
    pub fn local_date(self, zone: &jiff::tz::TimeZone) -> String {
        self.local(zone).get(..10).unwrap_or("").to_owned()
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn said_as_rfc_3339_and_locally() {
        let at = Instant(1_764_061_445_000_001);
        assert_eq!(at.to_string(), "2025-11-25T09:04:05.000001Z");
        let china = jiff::tz::TimeZone::fixed(jiff::tz::offset(8));
        assert_eq!(at.local(&china), "2025-11-25 17:04");
        let late = Instant(1_764_061_445_000_000 + 7 * 3_600_000_000);
        assert_eq!(
            late.local_date(&china),
            "2025-11-26",
            "after midnight there"
        );
    }
}
