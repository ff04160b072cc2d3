//! What names are made of: short lists of our own, nobody's register.

mod firms;
mod names;
mod places;

pub(crate) use firms::{COMMODITY, Firm, Industry, RETAIL, TRADE, firm};
pub(crate) use names::{Name, name};
pub(crate) use places::{CITIES, City, street};
