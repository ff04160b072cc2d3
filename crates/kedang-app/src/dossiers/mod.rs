//! A dossier as a whole (D10-1): all that its reader may take out of the house of one customer, as
//! one record for programs. On paper it is drawn by `paper`.
//!
//! Who may not take lists out takes no dossier out, and one of class 3 leaves with nobody.

mod note;
mod read;
mod take;
mod view;

pub(crate) use note::{Gone, note};
pub(crate) use read::{meant, read};
pub use view::{CardInDossier, Dossier};
