//! The contact log (往来): letters, faxes, calls, messages, visits and receptions with a customer.

mod channel;
mod new;
mod record;

pub use channel::{Channel, Direction};
pub use new::{Checked, NewContact};
pub use record::{Contact, ContactFile};
