//! Cards (卡/表): filled forms in the dossier of a customer.

mod learned;
mod record;
mod strokes;

pub use learned::Learned;
pub use record::{Card, Filing, Origin, Revision, RowHead, Signature, Status};
pub use strokes::Strokes;
