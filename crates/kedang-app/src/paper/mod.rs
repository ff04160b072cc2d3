//! Forms, cards and dossiers on paper: what is known of each place of a printed form, and the pages
//! of a PDF drawn from it.
//!
//! A face gives its [`Voice`], because words of the product are spoken at the edges only; the words
//! of a form are the form's own. Nothing here asks what a reader may see: it is given what he may.

mod answers;
mod dossier;
mod held;
mod invoice;
mod lines;
mod making;
mod pictures;
mod print;
mod printed;
mod runs;
mod sheet;
mod voice;
mod widths;

pub use held::Held;
pub(crate) use lines::all_records;
pub use lines::{Line, Lines, MOST, lines, records};
pub(crate) use making::fonts;
pub use print::{BlankForm, PrintCard};
pub use printed::Printed;
pub(crate) use runs::Desk;
pub use runs::{RUN_MOST, RunAsk, RunState, RunView, Whom};
pub use sheet::boxes_fit;
pub use voice::Voice;
pub use widths::widths;
