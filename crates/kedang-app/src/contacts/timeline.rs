//! 时间线: everything that happened with a customer, newest first.

use std::collections::BTreeMap;
use std::sync::Arc;

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::customer::Customer;
use kedang_core::page::{Page, check_limit};
use kedang_store::Tx;
use kedang_store::timeline::{self as store, Event};

use super::list::{ListContacts, place};
use crate::forms::Form;
use crate::{AppError, Scene, access};

/// One page of the timeline.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The customer.
    pub customer: Customer,
    /// What happened: never what an answer says, only that it was given.
    pub page: Page<Event>,
    /// The forms of the cards on it, by key, for their titles.
    pub forms: BTreeMap<String, Arc<Form>>,
}

/// One page of everything that happened.
///
/// # Errors
/// `customer.not_found`, `list.cursor_wrong`, `list.limit_wrong`.
pub fn timeline(tx: &mut Tx, scene: &Scene, ask: &ListContacts) -> Result<Timeline, AppError> {
    check_limit(ask.limit)?;
    let before = place(ask.cursor.as_deref())?;
    let customer: &CustomerId = &ask.customer;
    let customer = access::customer(tx, scene, customer, Action::Read)?.into_inner();
    let found = store::page(tx, &ask.customer, before, ask.limit)?;
    let page = Page::cut(found, ask.limit, |one| format!("{}.{}", one.at.0, one.id));
    let mut forms = BTreeMap::new();
    for key in page.items.iter().filter_map(|event| event.form.as_ref()) {
        if !forms.contains_key(key) {
            forms.insert(key.clone(), scene.house.forms.find(tx, key)?);
        }
    }
    Ok(Timeline {
        customer,
        page,
        forms,
    })
}
