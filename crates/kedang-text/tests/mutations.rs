//! Texts that went wrong on their way make tokens that every database takes, and are looked for.

#[expect(unreachable_pub, reason = "`fuzz/` takes these from outside")]
mod fuzz;
#[path = "../../../fuzz/mutate.rs"]
mod mutate;

#[test]
fn texts_survive() {
    mutate::survives("tokens", &fuzz::searches(), fuzz::search);
}
