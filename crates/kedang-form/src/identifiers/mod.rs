//! Numbers that carry their own check: who issued them, how they are written, when they are wrong.

mod bank;
mod error;
mod id_number;
mod narrow;
mod phone;
mod postcode;
mod uscc;

pub use bank::{is_luhn, normal_bank_account};
pub use error::IdentifierError;
pub use id_number::{IdNumber, read_id_number};
pub(crate) use narrow::narrow;
pub use phone::{Phone, read_phone};
pub use postcode::is_postcode;
pub use uscc::normal_uscc;
