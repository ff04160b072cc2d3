//! Chance that falls the same way every time: the company is invented from a seed.

use kedang_core::digest::sha256;

/// A stream of numbers fixed by a seed and a name (`SplitMix64`). Every dossier has a stream of its
/// own, so that what is added to one moves no other.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream called `name`, its `n`th.
    pub(crate) fn new(seed: u64, name: &str, n: usize) -> Self {
        let n = u64::try_from(n).unwrap_or_default();
        let hash = sha256(&[&seed.to_be_bytes(), name.as_bytes(), &n.to_be_bytes()]);
        Self(
            hash.iter()
                .take(8)
                .fold(0, |sum, b| sum << 8 | u64::from(*b)),
        )
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to `n` − 1; 0 when there is nothing to choose from.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % n).unwrap_or_default()
    }

    /// `from` to `to`, both possible.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        let width = u64::try_from(to - from).unwrap_or_default() + 1;
        from + i64::try_from(self.next() % width).unwrap_or_default()
    }

    /// True in `percent` of 100 cases.
    pub(crate) fn in_hundred(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// One of them; the empty word when there are none.
    pub(crate) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let at = self.below(from.len());
        from.get(at).copied().unwrap_or_default()
    }

    /// One of the words of a list that blanks divide.
    pub(crate) fn word(&mut self, list: &'static str) -> &'static str {
        let at = self.below(list.split_whitespace().count());
        list.split_whitespace().nth(at).unwrap_or_default()
    }

    /// `n` different words of such a list, in their order.
    pub(crate) fn words(&mut self, list: &'static str, n: usize) -> Vec<&'static str> {
        let all: Vec<&str> = list.split_whitespace().collect();
        self.some(&all, n)
    }

    /// One of them, each as often as its weight says.
    pub(crate) fn weighted<T: Copy + Default>(&mut self, from: &[(T, usize)]) -> T {
        let mut at = self.below(from.iter().map(|(_, weight)| weight).sum());
        for (one, weight) in from {
            if at < *weight {
                return *one;
            }
            at -= weight;
        }
        T::default()
    }

    /// `n` different ones, in their order.
    pub(crate) fn some<T: Copy>(&mut self, from: &[T], n: usize) -> Vec<T> {
        let mut places: Vec<usize> = (0..from.len()).collect();
        while places.len() > n {
            let at = self.below(places.len());
            places.remove(at);
        }
        places
            .into_iter()
            .filter_map(|at| from.get(at).copied())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn a_stream_falls_the_same_way_every_time_and_streams_differ() {
        let roll = |seed, name, n| {
            let mut dice = Dice::new(seed, name, n);
            (0..20).map(|_| dice.between(-3, 1_000)).collect::<Vec<_>>()
        };
        assert_eq!(roll(1, "salon", 0), roll(1, "salon", 0));
        assert_ne!(roll(1, "salon", 0), roll(1, "salon", 1));
        assert_ne!(roll(1, "salon", 0), roll(2, "salon", 0));
        let mut dice = Dice::new(1, "x", 0);
        assert_eq!(dice.some(&[1, 2, 3], 2).len(), 2);
        assert_eq!(dice.weighted(&[("never", 0), ("always", 1)]), "always");
        assert_eq!(dice.pick::<&str>(&[]), "");
    }
}
