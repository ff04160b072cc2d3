//! The log of a customer, newest first.

use kedang_core::access::Action;
use kedang_core::contact::Contact;
use kedang_core::customer::Customer;
use kedang_core::page::{Page, check_limit};
use kedang_core::{CustomerId, Problem};
use kedang_store::{Tx, contacts};

use crate::{AppError, Scene, access};

/// Above every id.
const LAST: &str = "~";

/// Which entries.
#[derive(Debug, Clone)]
pub struct ListContacts {
    /// Whose.
    pub customer: CustomerId,
    /// Where the page before ended; `None` for the first.
    pub cursor: Option<String>,
    /// Entries at most, 1 to 200.
    pub limit: u32,
}

/// One page of the log.
#[derive(Debug, Clone)]
pub struct ContactList {
    /// The customer.
    pub customer: Customer,
    /// The entries.
    pub page: Page<Contact>,
    /// Whether the reader may write in it.
    pub may_edit: bool,
}

/// One page of the log.
///
/// # Errors
/// `customer.not_found`, `list.cursor_wrong`, `list.limit_wrong`.
pub fn list(tx: &mut Tx, scene: &Scene, ask: &ListContacts) -> Result<ContactList, AppError> {
    check_limit(ask.limit)?;
    let before = place(ask.cursor.as_deref())?;
    let customer = access::customer(tx, scene, &ask.customer, Action::Read)?.into_inner();
    let found = contacts::list(tx, &ask.customer, before, ask.limit)?;
    let page = Page::cut(found, ask.limit, |(one, at)| format!("{at}.{}", one.id));
    let items = page.items.into_iter().map(|(contact, _)| contact);
    Ok(ContactList {
        may_edit: access::may_edit(tx, scene, &customer)?,
        customer,
        page: Page {
            items: items.collect(),
            next: page.next,
        },
    })
}

/// Time and id out of a cursor; above everything without one.
pub(super) fn place(cursor: Option<&str>) -> Result<(i64, &str), Problem> {
    let Some(cursor) = cursor else {
        return Ok((i64::MAX, LAST));
    };
    let wrong = || Problem::invalid("list.cursor_wrong").field("cursor", "list.cursor_wrong");
    let (at, id) = cursor.split_once('.').ok_or_else(wrong)?;
    let plain = |b: u8| b.is_ascii_hexdigit() || b == b'-';
    if id.is_empty() || id.len() > 64 || !id.bytes().all(plain) {
        return Err(wrong());
    }
    Ok((at.parse().ok().ok_or_else(wrong)?, id))
}
