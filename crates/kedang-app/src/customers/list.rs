//! Lists customers, changed last first.

use kedang_core::access::{Action, reach};
use kedang_core::customer::Customer;
use kedang_core::page::{Page, check_limit};
use kedang_store::{Tx, customers};

use super::cursor;
use crate::{AppError, Scene};

/// Which page.
#[derive(Debug, Clone)]
pub struct ListCustomers {
    /// Where the page before ended; `None` for the first.
    pub cursor: Option<String>,
    /// Rows at most, 1 to 200.
    pub limit: u32,
}

/// One page of the customers that the reader may see.
///
/// # Errors
/// `list.cursor_wrong` and `list.limit_wrong`.
pub fn list(tx: &mut Tx, scene: &Scene, ask: &ListCustomers) -> Result<Page<Customer>, AppError> {
    check_limit(ask.limit)?;
    let after = ask.cursor.as_deref().map(cursor::read).transpose()?;
    let reach = reach(&scene.actor, Action::Read);
    let rows = customers::list(tx, &reach, scene.actor.now, after.as_ref(), ask.limit)?;
    Ok(Page::cut(rows, ask.limit, cursor::write))
}
