//! What a command brings from outside: its time and its chance.
//!
//! A write may be run up to five times (contract e), and each run must store the same ids, times
//! and salts. So they are not drawn from the machine inside a transaction but from a [`Moment`]
//! that comes in with the command: every [`Draw`] of one moment yields the same values in the
//! same order.

use sha2::{Digest, Sha256};

/// The time of a command and the seed of all its ids and salts.
#[derive(Debug, Clone)]
pub struct Moment {
    at: i64,
    seed: [u8; 32],
}

impl Moment {
    /// `at` in µs since 1970 (UTC); `seed` from the machine's random source, or counted in tests.
    #[must_use]
    pub fn new(at: i64, seed: [u8; 32]) -> Self {
        Self { at, seed }
    }

    /// UTC, µs since 1970.
    #[must_use]
    pub fn at(&self) -> i64 {
        self.at
    }

    /// Starts again at the first id: call it once at the top of a use case.
    #[must_use]
    pub fn draw(&self) -> Draw<'_> {
        Draw {
            moment: self,
            next: 0,
        }
    }
}

/// The ids and salts of one run of a command.
#[derive(Debug)]
pub struct Draw<'a> {
    moment: &'a Moment,
    next: u16,
}

impl Draw<'_> {
    /// The next `UUIDv7`. Ids of one command sort in the order in which they were drawn.
    pub fn id(&mut self) -> String {
        let ordinal = self.next;
        let mut bytes = [0u8; 10];
        bytes.copy_from_slice(&self.hash(b"id")[..10]);
        bytes[..2].copy_from_slice(&ordinal.to_be_bytes());
        let millis = u64::try_from(self.moment.at / 1_000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes)
            .into_uuid()
            .to_string()
    }

    /// The next salt, 16 bytes.
    pub fn salt(&mut self) -> [u8; 16] {
        let mut salt = [0u8; 16];
        salt.copy_from_slice(&self.hash(b"salt")[..16]);
        salt
    }

    fn hash(&mut self, what: &[u8]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(self.moment.seed);
        hasher.update(what);
        hasher.update(self.next.to_be_bytes());
        self.next = self.next.wrapping_add(1);
        hasher.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_draws_the_same_and_ids_keep_their_order() {
        let moment = Moment::new(1_764_000_000_000_000, [7; 32]);
        let run = |m: &Moment| {
            let mut d = m.draw();
            (0..300).map(|_| d.id()).collect::<Vec<_>>()
        };
        let first = run(&moment);
        assert_eq!(first, run(&moment));
        let mut sorted = first.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(first, sorted);
        assert_eq!(&first[0][14..15], "7", "version 7");
        assert_ne!(first[0], Moment::new(moment.at(), [8; 32]).draw().id());
    }
}
