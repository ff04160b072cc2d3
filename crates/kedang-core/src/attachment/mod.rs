//! Attachments (附件): the papers and photos of a dossier.

mod name;
mod record;

pub use name::{LONGEST_NAME, clean_name, with_ending};
pub use record::{Attachment, Picture, Purpose};
