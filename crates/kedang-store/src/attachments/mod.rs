//! Attachments: papers and photos of dossiers, and which card holds which.

mod holders;
mod record;
mod sweep;

pub use holders::{holders, put_files};
pub use record::{
    Content, Kept, NewAttachment, Pending, find, insert, keep, list, pending, photo_elsewhere,
    remove, seal, sensitive,
};
pub use sweep::{contents, forget_pending};

/// Statements of all files of this noun.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] =
    &[holders::STATEMENTS, record::STATEMENTS, sweep::STATEMENTS];
