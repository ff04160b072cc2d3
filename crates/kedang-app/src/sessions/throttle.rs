//! How often a sign-in may fail before it has to wait.

use kedang_store::login_failures::Failures;

/// Failures in a row of one login name before it waits.
pub(super) const PER_LOGIN: i64 = 5;
/// Failures in a row from one address before it waits: an office shares one.
pub(super) const PER_ADDRESS: i64 = 50;
/// How long it waits, µs: 15 minutes.
pub(super) const WAIT: i64 = 15 * 60 * 1_000_000;

/// The count after one more failure at `now` (µs). What lies further back than the wait is
/// forgotten, so that nobody is locked out for ever by a stranger who keeps trying.
pub(super) fn failed(before: Failures, now: i64, limit: i64) -> Failures {
    let count = if now - before.last_at > WAIT {
        1
    } else {
        before.count + 1
    };
    let blocked_until = if count >= limit { now + WAIT } else { 0 };
    Failures {
        count,
        last_at: now,
        blocked_until,
    }
}

/// Whole minutes until a block ends, at least one.
pub(super) fn minutes_left(failures: Failures, now: i64) -> i64 {
    ((failures.blocked_until - now).max(0) + 59_999_999) / 60_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_failure_blocks_and_old_ones_are_forgotten() {
        let minute = 60_000_000;
        let mut f = Failures::default();
        for n in 1..=4 {
            f = failed(f, 1_000 * minute + n, PER_LOGIN);
            assert_eq!(f.blocked_until, 0);
        }
        f = failed(f, 1_001 * minute, PER_LOGIN);
        assert_eq!(f.blocked_until, 1_016 * minute);
        assert_eq!(minutes_left(f, 1_001 * minute), 15);
        assert_eq!(minutes_left(f, 1_015 * minute + 1), 1);
        assert_eq!(failed(f, 1_017 * minute, PER_LOGIN).count, 1);
    }
}
