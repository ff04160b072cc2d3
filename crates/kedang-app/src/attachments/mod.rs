//! Attachments: papers and photos come in, are shown, handed out and removed.
//!
//! A file is never inside a transaction: its row comes first, pending ([`begin`]), then the bytes
//! go to the file store ([`Receiving`]), then the row is kept ([`keep`]). What breaks off on the
//! way is swept.

mod begin;
mod bring;
mod door;
mod fault;
mod keep;
mod list;
mod open;
mod receive;
mod remove;
mod show;
mod sweep;

pub use begin::{Begin, Begun, begin};
pub use bring::Bring;
pub use kedang_store::attachments::Content;
pub use keep::{Keep, keep};
pub use list::{AttachmentList, ListAttachments, list};
pub(crate) use open::picture;
pub use open::{Opened, Part};
pub use receive::Receiving;
pub use remove::remove;
pub use show::{AttachmentView, show};
