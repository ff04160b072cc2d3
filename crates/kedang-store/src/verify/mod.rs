//! What a check of the whole database reads: all of its content, every card with what proves it,
//! and where something points at nothing.

mod cards;
pub mod contents;
mod links;
mod proofs;

pub use cards::{
    CheckedRevision, CheckedRow, CheckedSignature, Place, revisions, rows, signatures,
};
pub use links::{Loose, loose, merged};
pub use proofs::{Paper, audit, papers};

/// Statements of all files of this noun.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] = &[
    cards::STATEMENTS,
    contents::STATEMENTS,
    links::STATEMENTS,
    proofs::STATEMENTS,
];
