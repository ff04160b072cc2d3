//! Lists customers: whichever are asked for, in the order asked for.

use jiff::tz::TimeZone;
use kedang_core::access::Action;
use kedang_core::customer::Customer;
use kedang_core::listing::{FirstPerson, Question};
use kedang_core::page::{Page, check_limit};
use kedang_store::{Tx, filing, first_persons, listing};

use super::cursor;
use super::settled::Settled;
use crate::{AppError, Scene};

/// What to list.
#[derive(Debug, Clone)]
pub struct ListCustomers {
    /// Which customers, in which order.
    pub question: Question,
    /// The company's time zone: decides where a day begins.
    pub zone: TimeZone,
    /// Where the page before ended; `None` for the first.
    pub cursor: Option<String>,
    /// Rows at most, 1 to 200.
    pub limit: u32,
}

/// A row of the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The customer.
    pub customer: Customer,
    /// Whom to ask for there; read only where a column shows it.
    pub person: Option<FirstPerson>,
    /// Names of the departments that keep cards there; read only where a column shows them.
    pub files: Vec<String>,
}

/// One page of the customers that the reader may see and asks for.
///
/// # Errors
/// `list.cursor_wrong`, `list.limit_wrong` and `list.question_wrong`.
pub fn list(tx: &mut Tx, scene: &Scene, ask: &ListCustomers) -> Result<Page<Listed>, AppError> {
    page(tx, scene, ask, Action::Read)
}

/// The same of those with whom the reader may do `action`.
pub(super) fn page(
    tx: &mut Tx,
    scene: &Scene,
    ask: &ListCustomers,
    action: Action,
) -> Result<Page<Listed>, AppError> {
    check_limit(ask.limit)?;
    let sort = ask.question.sort;
    let after = ask.cursor.as_deref();
    let after = after.map(|text| cursor::read(text, sort)).transpose()?;
    let settled = Settled::to(action, tx, scene, (&ask.question, &ask.zone))?;
    let rows = listing::list(tx, &settled.asked(sort), after.as_ref(), ask.limit)?;
    let page = Page::cut(rows, ask.limit, |row| cursor::write(&row.place, sort));
    let mut persons = match ask.question.asks_persons() {
        true => {
            let ids: Vec<_> = page.items.iter().map(|row| &row.customer.id).collect();
            first_persons::of(tx, &ids)?
        }
        false => Default::default(),
    };
    let mut files = match ask.question.asks_files() {
        true => {
            let ids: Vec<_> = page.items.iter().map(|row| &row.customer.id).collect();
            filing::departments(tx, &ids)?
        }
        false => Default::default(),
    };
    let listed = |row: listing::Listed| Listed {
        files: files.remove(row.customer.id.as_str()).unwrap_or_default(),
        person: persons.remove(row.customer.id.as_str()),
        customer: row.customer,
    };
    Ok(Page {
        items: page.items.into_iter().map(listed).collect(),
        next: page.next,
    })
}
