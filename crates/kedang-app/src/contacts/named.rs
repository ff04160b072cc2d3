//! A contact for somebody known by name alone: found, told apart, or opened as a 户头 (D02-4).

use kedang_core::CustomerId;
use kedang_core::Problem;
use kedang_core::access::{Action, reach};
use kedang_core::contact::{Checked, Contact, NewContact};
use kedang_core::customer::{self, Customer, Details, NewCustomer, Stage};
use kedang_core::entry::Entry;
use kedang_store::{Tx, customers};
use kedang_text::match_name;

use super::create::store;
use crate::customers::{Opening, open};
use crate::{AppError, Scene, access};

/// A contact whose customer is named.
#[derive(Debug, Clone)]
pub struct NamedContact {
    /// What the customer is called.
    pub name: String,
    /// Which of several of that name.
    pub customer: Option<CustomerId>,
    /// The 户头 to be opened, if nobody of that name is meant.
    pub open: Option<customer::Checked>,
    /// The contact.
    pub checked: Checked,
}

impl NamedContact {
    /// Checks the contact and, where a 户头 is to be opened, what it needs. `open` is the key of a
    /// kind. `today` is the company's date.
    ///
    /// # Errors
    /// `contact.invalid` with `name`, and as `NewContact::check`; `customer.invalid` with `kind` and
    /// `how_met`.
    pub fn check(
        name: &str,
        open: Option<&str>,
        how_met: &str,
        contact: &NewContact,
        today: &str,
    ) -> Result<Self, Problem> {
        let mut entry = Entry::new();
        let name = entry.required("name", name, 120, "contact.name_missing");
        let checked = contact.check(today);
        let Some(name) = name else {
            let mut problem = entry.refusal("contact.invalid");
            problem
                .fields
                .extend(checked.err().into_iter().flat_map(|p| p.fields));
            return Err(problem);
        };
        let checked = checked?;
        let open = match open {
            None => None,
            Some(kind) => {
                let new = NewCustomer {
                    name: name.clone(),
                    kind: kind.to_owned(),
                    how_met: how_met.to_owned(),
                    details: Details::default(),
                };
                Some(new.check(today)?)
            }
        };
        Ok(Self {
            name,
            customer: None,
            open,
            checked,
        })
    }
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum Named {
    /// Written down.
    Done(Box<Contact>),
    /// Nobody of that name: a file first.
    Nobody,
    /// Several of that name, or one where somebody else must say that it is the one.
    Several(Vec<Customer>),
}

/// Writes the contact down if the name means one customer in whose dossier the actor may write.
///
/// # Errors
/// `customer.create_forbidden`, `customer.not_found` for a choice that is
/// none, and as [`super::create`].
pub fn named(tx: &mut Tx, scene: &Scene, ask: &NamedContact) -> Result<Named, AppError> {
    if let Some(chosen) = &ask.customer {
        let contact = super::create(tx, scene, chosen, &ask.checked)?;
        return Ok(Named::Done(Box::new(contact)));
    }
    if reach(&scene.actor, Action::Create).is_nothing() {
        return Err(Problem::forbidden("customer.create_forbidden").into());
    }
    let mut alike = Vec::new();
    for namesake in customers::by_name_key(tx, &match_name(&ask.name))? {
        if let Some(found) = customers::find(tx, &namesake.id)?
            && access::may_edit(tx, scene, &found)?
        {
            alike.push(found);
        }
    }
    let mut draw = scene.moment.draw();
    match (alike.len(), &ask.open) {
        (1, None) => {
            let Some(customer) = alike.pop() else {
                return Ok(Named::Nobody);
            };
            let contact = store(tx, scene, &mut draw, &customer, &ask.checked)?;
            Ok(Named::Done(Box::new(contact)))
        }
        (0, None) => Ok(Named::Nobody),
        (_, None) => Ok(Named::Several(alike)),
        (_, Some(new)) => {
            let opening = Opening {
                code: None,
                stage: Stage::Proposed,
                owned: true,
                action: "customer.create",
            };
            let customer = open(tx, scene, &mut draw, new, &opening)?;
            let contact = store(tx, scene, &mut draw, &customer, &ask.checked)?;
            Ok(Named::Done(Box::new(contact)))
        }
    }
}
