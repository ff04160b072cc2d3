//! 变动: what changed at a customer, since when and on what proof (D02-6).

mod kind;
mod new;
mod record;

pub use kind::{ChangeKind, Nature};
pub use new::{NewChange, Proven};
pub use record::Change;
