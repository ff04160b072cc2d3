//! The customer that a code means.

use kedang_core::CustomerId;
use kedang_store::{Tx, customers};

use crate::{AppError, Scene, access};

/// The id behind a 客户编号, if the reader may know of it.
///
/// # Errors
/// When the database fails.
pub fn by_code(tx: &mut Tx, scene: &Scene, code: &str) -> Result<Option<CustomerId>, AppError> {
    let Some(id) = customers::by_code(tx, code)? else {
        return Ok(None);
    };
    Ok(access::readable(tx, scene, &id)?.map(|known| known.id))
}
