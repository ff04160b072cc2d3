//! The company that runs Kedang.

use kedang_store::{Tx, settings};

use crate::AppError;

/// What every page says of the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Its name; empty until it is set up.
    pub name: String,
}

/// Setting: the company's name.
pub(crate) const NAME: &str = "company.name";

/// Reads it.
///
/// # Errors
/// When the database fails.
pub fn read(tx: &mut Tx) -> Result<Company, AppError> {
    Ok(Company {
        name: settings::find(tx, NAME)?.unwrap_or_default(),
    })
}
