//! Cards: their heads, revisions, rows, indexed values, sealed answers, signatures and origins.

mod head;
mod origins;
mod revisions;
mod rows;
pub mod sealed;
mod signatures;
mod values;

pub use head::{
    NewCard, Now, class_at_least, find, insert, move_on, of_customer, set_filing, set_status, texts,
};
pub use origins::{NewOrigin, of_card as origins, put as put_origin, remove as remove_origin};
pub use revisions::{
    NewRevision, StoredRevision, find as revision, insert as insert_revision, list as revisions,
};
pub use rows::{
    NewRow, StoredRow, find as row, insert as insert_row, list as rows, next as next_row,
};
pub use signatures::{
    NewSignature, insert as sign, of_card as signatures, of_row as row_signatures, void,
};
pub use values::{NewValue, Scalar, insert as insert_values, remove as remove_values};

/// Statements of all files of this noun.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] = &[
    head::STATEMENTS,
    origins::STATEMENTS,
    revisions::STATEMENTS,
    rows::STATEMENTS,
    sealed::STATEMENTS,
    signatures::STATEMENTS,
    values::STATEMENTS,
];
