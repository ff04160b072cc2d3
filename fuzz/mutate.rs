//! Inputs that went wrong on their way, on stable Rust: seeds changed byte by byte. The tests of
//! the rooms include this; libFuzzer does the same with a view of the code.

/// A generator of Marsaglia's (xorshift64).
pub(crate) struct Dice(u64);

impl Dice {
    /// The dice of a round; each round has its own.
    pub(crate) fn of(round: u64) -> Self {
        Self(round.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

pub(crate) fn mutated(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len());
        let until = (at + dice.roll(40)).min(bytes.len());
        match dice.roll(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..until)),
            2 => {
                let copy = bytes[at..until].to_vec();
                let place = dice.roll(bytes.len());
                bytes.splice(place..place, copy);
            }
            3 => bytes.insert(at, b"\0\"<>&,;:=\r\n\xff\x80"[dice.roll(13)]),
            _ if at < bytes.len() => bytes[at] = dice.roll(256) as u8,
            _ => {}
        }
    }
    bytes
}

/// How many of each kind `KEDANG_MUTATIONS` says; some hundred where it says nothing.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a test runs is no setting of the product"
)]
pub(crate) fn count() -> u64 {
    let count = std::env::var("KEDANG_MUTATIONS").ok();
    count.and_then(|count| count.parse().ok()).unwrap_or(300)
}

/// Changes each seed so often, and looks at what `body` makes of it; of the seeds themselves it
/// must make something. A panic is told with its round.
pub(crate) fn survives(name: &str, seeds: &[Vec<u8>], body: fn(&[u8]) -> bool) {
    let mut taken = 0;
    for (n, seed) in seeds.iter().enumerate() {
        assert!(body(seed), "{name}: seed {n} itself");
        let last = Last(name, n, std::cell::Cell::new(0));
        for round in 1..=count() {
            last.2.set(round);
            taken += u64::from(body(&mutated(seed, &mut Dice::of(round))));
        }
        std::mem::forget(last);
    }
    let all = count() * seeds.len() as u64;
    println!("fuzz-corpus: {name} {all} inputs, {taken} still taken");
}

/// Says where a panic came, when it is dropped by one.
struct Last<'a>(&'a str, usize, std::cell::Cell<u64>);

impl Drop for Last<'_> {
    fn drop(&mut self) {
        println!("{}: seed {}, round {}", self.0, self.1, self.2.get());
    }
}
