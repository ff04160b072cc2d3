//! Questions that went wrong on their way are refused, or find what a plain look finds.

#[expect(unreachable_pub, reason = "`fuzz/` takes these from outside")]
mod fuzz;
#[path = "../../../fuzz/mutate.rs"]
mod mutate;

#[test]
fn questions_survive() {
    mutate::survives("filters", &fuzz::questions(), fuzz::question);
}
