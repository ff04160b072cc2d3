//! Opens a customer: a 户头 in seconds (D02-4), with its one dossier.

use kedang_core::access::{Action, Class, reach};
use kedang_core::customer::{Checked, Customer, Stage, code};
use kedang_core::{CustomerId, Problem};
use kedang_store::customers::{self, NewCustomer};
use kedang_store::{Tx, counters};
use kedang_text as text;
use serde_json::json;

use super::index;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Stores the customer, owned by whoever opens it and belonging to his department.
///
/// # Errors
/// `customer.create_forbidden` for roles that see no dossiers.
pub fn create(tx: &mut Tx, scene: &Scene, new: &Checked) -> Result<Customer, AppError> {
    let actor = &scene.actor;
    if reach(actor, Action::Create).is_nothing() {
        return Err(Problem::forbidden("customer.create_forbidden").into());
    }
    let mut draw = scene.moment.draw();
    let id = CustomerId::trusted(draw.id());
    let dossier = draw.id();
    let code = code(counters::take(tx, "customer.code")?);
    customers::insert(
        tx,
        &NewCustomer {
            id: id.as_str(),
            code: &code,
            kind: new.kind.key(),
            name: &new.name,
            name_key: &text::match_name(&new.name),
            sort_key: &text::sort_key(&new.name),
            how_met: &new.how_met,
            mobile: new.mobile.as_deref(),
            uscc: new.uscc.as_deref(),
            stage: Stage::Proposed.key(),
            owner: Some(actor.staff.as_str()),
            department: actor.department.as_str(),
            created_by: actor.staff.as_str(),
            dossier: &dossier,
            class: Class::Inner.rank(),
            at: scene.moment.at(),
        },
    )?;
    let customer = index(tx, &id)?;
    let after = json!({
        "code": customer.code, "kind": customer.kind, "name": customer.name,
        "how_met": customer.how_met, "mobile": customer.mobile, "uscc": customer.uscc,
        "stage": customer.stage, "class": customer.class,
    });
    audit::record(
        tx,
        &mut draw,
        By::from(scene),
        &Deed {
            action: "customer.create",
            object: ("customer", id.as_str()),
            class: Some(customer.class),
            decision: "allowed",
            fields: &["name", "kind", "how_met", "mobile", "uscc"],
            payload: Some(json!({ "after": after })),
        },
    )?;
    Ok(customer)
}
