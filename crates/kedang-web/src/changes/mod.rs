//! 变动: the part of a form that explains guarded fields, the list in the dossier, an event by
//! itself.

mod add;
mod part;
mod section;

pub(crate) use add::{add, blank};
pub(crate) use part::{change_part, take_change};
pub(crate) use section::{Seen, section};
