//! Definitions that went wrong on their way have defects, or are forms that do what forms do.

#[expect(unreachable_pub, reason = "`fuzz/` takes these from outside")]
mod fuzz;
#[path = "../../../fuzz/mutate.rs"]
mod mutate;

#[test]
fn definitions_survive() {
    let mut seeds = fuzz::definitions();
    seeds.push(fuzz::sources());
    mutate::survives("form", &seeds, fuzz::definition);
}
