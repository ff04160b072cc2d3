//! Opens a customer: a 户头 in seconds (D02-4), with its one dossier.

use kedang_core::access::{Action, Class, reach};
use kedang_core::customer::{Checked, Customer, Stage, code};
use kedang_core::{CustomerId, DepartmentId, Draw, Problem, StaffId};
use kedang_store::customers::{self, NameForms, NewCustomer};
use kedang_store::{Tx, counters};
use kedang_text as text;
use serde_json::json;

use super::index::index_opened;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, duplicates};

/// How a customer is opened when it is not by hand.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// 客户编号; the next number when there is none.
    pub code: Option<&'a str>,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it belongs to whoever opens it.
    pub owned: bool,
    /// `noun.verb` of the audit row.
    pub action: &'static str,
}

/// What the books of before say of a customer that is brought in; what they leave open is as for
/// every other.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// 负责人, with his department.
    pub owner: Option<(StaffId, DepartmentId)>,
    /// 创建人.
    pub author: Option<StaffId>,
    /// 密级.
    pub class: Option<Class>,
    /// 建档日期, µs.
    pub opened_at: Option<i64>,
}

/// Stores the customer, owned by whoever opens it and belonging to his department. If it looks
/// like others that he may know of, he is told first, unless he wants it `anyway`; what it looks
/// like is left to the stewards.
///
/// # Errors
/// `customer.create_forbidden` for roles that see no dossiers; `customer.duplicates`.
pub fn create(
    tx: &mut Tx,
    scene: &Scene,
    new: &Checked,
    anyway: bool,
) -> Result<Customer, AppError> {
    if reach(&scene.actor, Action::Create).is_nothing() {
        return Err(Problem::forbidden("customer.create_forbidden").into());
    }
    let alike = duplicates::alike(tx, &new.name, &new.details)?;
    if !anyway {
        duplicates::refuse_known(tx, scene, &alike)?;
    }
    let opening = Opening {
        code: None,
        stage: Stage::Proposed,
        owned: true,
        action: "customer.create",
    };
    let mut draw = scene.moment.draw();
    let opened = open(tx, scene, &mut draw, new, &opening)?;
    duplicates::queue(tx, scene, &mut draw, &opened.id, &alike)?;
    Ok(opened)
}

/// Stores a customer as `opening` says.
///
/// # Errors
/// `customer.create_forbidden` for roles that see no dossiers.
pub fn open(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    new: &Checked,
    opening: &Opening,
) -> Result<Customer, AppError> {
    open_brought(tx, scene, draw, new, opening, &Brought::default())
}

/// The same for a customer of whom other books tell already.
///
/// # Errors
/// As [`open`].
pub(crate) fn open_brought(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    new: &Checked,
    opening: &Opening,
    brought: &Brought,
) -> Result<Customer, AppError> {
    let actor = &scene.actor;
    if reach(actor, Action::Create).is_nothing() {
        return Err(Problem::forbidden("customer.create_forbidden").into());
    }
    let id = CustomerId::trusted(draw.id());
    let dossier = draw.id();
    let code = match opening.code {
        Some(code) => code.to_owned(),
        None => code(counters::take(tx, "customer.code")?),
    };
    let (owner, department) = match &brought.owner {
        Some((owner, department)) => (Some(owner), department),
        None => (opening.owned.then_some(&actor.staff), &actor.department),
    };
    customers::insert(
        tx,
        &NewCustomer {
            id: id.as_str(),
            code: &code,
            kind: new.kind.key(),
            name: NameForms {
                name: &new.name,
                key: &text::match_name(&new.name),
                sort: &text::sort_key(&new.name),
            },
            how_met: &new.how_met,
            stage: opening.stage.key(),
            owner: owner.map(StaffId::as_str),
            department: department.as_str(),
            created_by: brought.author.as_ref().unwrap_or(&actor.staff).as_str(),
            dossier: &dossier,
            class: brought.class.unwrap_or(Class::Inner).rank(),
            opened_at: brought.opened_at.unwrap_or(scene.moment.at()),
            at: scene.moment.at(),
            details: &new.details,
        },
    )?;
    let customer = index_opened(tx, &id)?;
    let deed = Deed {
        action: opening.action,
        object: ("customer", id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &["name", "kind", "how_met", "details"],
        payload: Some(json!({ "after": customer })),
    };
    audit::record(tx, draw, By::from(scene), &deed)?;
    Ok(customer)
}
