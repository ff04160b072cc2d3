//! The attachments of a dossier.

use kedang_core::access::Action;
use kedang_core::attachment::Attachment;
use kedang_core::customer::Customer;
use kedang_core::page::{Page, check_limit};
use kedang_core::{AttachmentId, CustomerId, Problem};
use kedang_store::{Tx, attachments};

use crate::{AppError, Scene, access};

/// Above every id.
const LAST: &str = "~";

/// Which attachments.
#[derive(Debug, Clone)]
pub struct ListAttachments {
    /// In whose dossier.
    pub customer: CustomerId,
    /// Where the page before ended; `None` for the first.
    pub cursor: Option<String>,
    /// Rows at most, 1 to 200.
    pub limit: u32,
}

/// One page of attachments, newest first.
#[derive(Debug, Clone)]
pub struct AttachmentList {
    /// The customer.
    pub customer: Customer,
    /// The attachments that the reader may see.
    pub page: Page<Attachment>,
    /// How many more there are, too sensitive for this reader.
    pub hidden: i64,
    /// Whether the reader may add and remove.
    pub may_edit: bool,
}

/// One page of the attachments of a customer.
///
/// # Errors
/// `customer.not_found`, `list.cursor_wrong`, `list.limit_wrong`.
pub fn list(tx: &mut Tx, scene: &Scene, ask: &ListAttachments) -> Result<AttachmentList, AppError> {
    check_limit(ask.limit)?;
    let before = match &ask.cursor {
        None => LAST,
        Some(id) => {
            let wrong = || Problem::invalid("list.cursor_wrong");
            let id = AttachmentId::parse(id).ok().map(|_| id.as_str());
            id.ok_or_else(|| wrong().field("cursor", "list.cursor_wrong"))?
        }
    };
    let customer = access::customer(tx, scene, &ask.customer, Action::Read)?.into_inner();
    let may_edit = access::may_edit(tx, scene, &customer)?;
    let found = attachments::list(tx, &ask.customer, may_edit, before, ask.limit)?;
    let hidden = match may_edit {
        true => 0,
        false => attachments::sensitive(tx, &ask.customer)?,
    };
    Ok(AttachmentList {
        customer,
        page: Page::cut(found, ask.limit, |one| one.id.to_string()),
        hidden,
        may_edit,
    })
}
