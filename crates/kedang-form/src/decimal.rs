//! Exact decimal numbers for answers: six places, no floating point, the shortest text as the form.

use std::fmt;

use crate::identifiers::narrow;

const PLACES: usize = 6;
const ONE: i128 = 1_000_000;
/// Fifteen digits before the point are more than any ledger of a company needs.
const LIMIT: i128 = 1_000_000_000_000_000 * ONE;

/// A decimal with up to fifteen digits before and six after the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Decimal(i128);

impl Decimal {
    /// A whole number.
    #[must_use]
    pub fn whole(n: i64) -> Self {
        Self(i128::from(n) * ONE)
    }

    /// Reads `165`, `54.5`, `-3`, `1,234.50`, full-width digits; thousands commas must be in place.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = narrow(text);
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = ungroup(whole)?;
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 15 || !all_digits(&whole) {
            return None;
        }
        if digits.ends_with('.') || fraction.len() > PLACES || !all_digits(fraction) {
            return None;
        }
        let units: i128 = format!("{whole}{fraction:0<PLACES$}").parse().ok()?;
        Some(Self(if negative { -units } else { units }))
    }

    /// How many places after the point are in use.
    #[must_use]
    pub fn places(self) -> usize {
        let text = self.to_string();
        text.split_once('.')
            .map_or(0, |(_, fraction)| fraction.len())
    }

    /// The value times ten to the `places`, if that is a whole number that fits.
    #[must_use]
    pub fn scaled(self, places: u32) -> Option<i64> {
        let unit = ONE / 10_i128.checked_pow(places).filter(|p| *p <= ONE)?;
        if self.0 % unit == 0 {
            i64::try_from(self.0 / unit).ok()
        } else {
            None
        }
    }

    /// Sum, or nothing if it leaves the range.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0
            .checked_add(other.0)
            .filter(|n| n.abs() < LIMIT * 1000)
            .map(Self)
    }

    /// Product, rounded half away from zero at the sixth place.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let product = self.0.checked_mul(other.0)?;
        Some(Self(round_div(product, ONE))).filter(|d| d.0.abs() < LIMIT)
    }

    /// `self` as percent of `whole`, rounded to two places; nothing of nothing.
    #[must_use]
    pub fn percent_of(self, whole: Self) -> Option<Self> {
        if whole.0 == 0 {
            return None;
        }
        let hundredths = round_div(self.0.checked_mul(10_000)?, whole.0);
        hundredths.checked_mul(ONE / 100).map(Self)
    }
}

fn round_div(n: i128, by: i128) -> i128 {
    let (quotient, rest) = (n / by, n % by);
    let up = rest.abs() * 2 >= by.abs();
    if up {
        quotient + n.signum() * by.signum()
    } else {
        quotient
    }
}

/// Drops commas that stand where thousands end; any other comma makes it no number.
fn ungroup(whole: &str) -> Option<String> {
    if !whole.contains(',') {
        return Some(whole.to_owned());
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let fits = (1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3);
    fits.then(|| format!("{first}{}", rest.concat()))
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let units = self.0.unsigned_abs();
        let one = ONE.unsigned_abs();
        write!(f, "{sign}{}", units / one)?;
        let fraction = format!("{:06}", units % one);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            Ok(())
        } else {
            write!(f, ".{fraction}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_write_and_nothing_else() {
        for (text, form) in [
            ("165", "165"),
            ("054.50", "54.5"),
            ("1,234.50", "1234.5"),
            ("１２．５", "12.5"),
            ("-0", "0"),
            ("-3.25", "-3.25"),
            ("0.000001", "0.000001"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), form, "{text}");
        }
        for bad in [
            "",
            "1,23",
            "1.2.3",
            "12.",
            ".5",
            "1e3",
            "0.0000001",
            "一",
            "--1",
            "1234567890123456",
        ] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn percent_and_product_round_half_away() {
        let d = |t| Decimal::parse(t).unwrap();
        assert_eq!(d("1").percent_of(d("3")).unwrap().to_string(), "33.33");
        assert_eq!(d("-1").percent_of(d("8")).unwrap().to_string(), "-12.5");
        assert_eq!(d("1").percent_of(d("0")), None);
        assert_eq!(d("1.65").times(d("100")).unwrap().to_string(), "165");
        assert_eq!(d("298.5").scaled(2), Some(29850));
        assert_eq!(d("298.555").scaled(2), None);
    }

    proptest! {
        #[test]
        fn text_is_a_fixed_point(n in -999_999_999_999_i64..999_999_999_999, f in 0_u32..1_000_000) {
            let text = format!("{n}.{f:06}");
            let once = Decimal::parse(&text).unwrap();
            prop_assert_eq!(Decimal::parse(&once.to_string()), Some(once));
        }
    }
}
