//! What a person typed: cut into terms, compiled to expressions over tokens.

mod expr;
mod lenient;
mod parse;
mod strict;
mod term;

pub use expr::Expr;
pub(crate) use lenient::{SHORTEST_LETTERS, swaps};
pub(crate) use term::{Shape, Term};

/// A parsed search. Every term must match somewhere in a customer; different terms may match
/// different fields.
#[derive(Clone, Debug)]
pub struct Query {
    /// At least one.
    pub(crate) terms: Vec<Term>,
    /// All terms as one, if there are several: `187 9419 6064`, `ji shun yuan`, `Amy Zh`.
    pub(crate) joined: Option<Term>,
}
