//! What things are and the rules of the trade, without any input or output.
//!
//! Nothing here knows of a database, a page or a file: a rule can be read, tested and trusted by
//! itself. Problems leave this crate as a code with arguments; the faces put words to them.

pub mod access;
pub mod attachment;
pub mod branch;
pub mod calendar;
pub mod card;
pub mod change;
pub mod clock;
pub mod contact;
pub mod customer;
pub mod digest;
pub mod entry;
pub mod file_name;
pub mod form_draft;
pub mod id;
pub mod identifiers;
pub mod instant;
pub mod listing;
pub mod moment;
pub mod page;
pub mod partial_date;
pub mod person;
pub mod problem;
pub mod reference;
pub mod search;
pub mod staff;

pub use clock::Clock;
pub use id::{
    AttachmentId, CardId, ContactId, CustomerId, DepartmentId, DossierId, FormDraftId, RowId,
    SessionId, StaffId, ViewId,
};
pub use instant::Instant;
pub use moment::{Draw, Moment};
pub use problem::{Arg, FieldProblem, Kind, Problem};
