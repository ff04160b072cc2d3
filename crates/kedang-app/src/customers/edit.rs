//! Changes a customer: fields, types, stage, and whose it is.

use kedang_core::access::{Action, may};
use kedang_core::change::{Nature, NewChange};
use kedang_core::customer::{Customer, EditCustomer, Edited, Stage};
use kedang_core::{CustomerId, Draw, Problem};
use kedang_store::customers::{self, NameForms, Now};
use kedang_store::stages::{self, NewStage};
use kedang_store::{Tx, departments, staff};
use kedang_text as text;
use serde_json::json;

use super::co_owners;
use super::index::index;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, access, changes, duplicates};

/// What is to be changed.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The customer.
    pub id: CustomerId,
    /// The version that was read.
    pub version: i64,
    /// The fields by name, as typed; `None` takes an answer away. What is not here stays.
    pub fields: Vec<(String, Option<String>)>,
    /// The types; `None` leaves them.
    pub types: Option<Vec<String>>,
    /// 协办, staff ids; `None` leaves them.
    pub co_owners: Option<Vec<String>>,
    /// What explains the guarded fields among them.
    pub change: Option<NewChange>,
}

/// Changes the customer. What says the same as before makes no version.
///
/// # Errors
/// `customer.not_found`, `customer.edit_forbidden`, `customer.changed` when somebody was faster,
/// `customer.edit_invalid` with one entry per field, among them `customer.change_missing` for a
/// guarded field without an event; `change.invalid`; `customer.assign_forbidden` against `owner` or
/// `department` when the actor may not give the customer away.
pub fn edit(tx: &mut Tx, scene: &Scene, ask: &Edit) -> Result<Customer, AppError> {
    edit_drawing(tx, scene, &mut scene.moment.draw(), ask)
}

/// [`edit`] as one of several in a command, which share a draw.
pub(super) fn edit_drawing(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    ask: &Edit,
) -> Result<Customer, AppError> {
    let before = access::customer(tx, scene, &ask.id, Action::Edit)?.into_inner();
    if before.version != ask.version {
        return Err(Problem::stale("customer.changed").into());
    }
    let today = scene.today().to_string();
    let edited = read(ask, &before, &today)?;
    let mut differing = edited.differing(&before);
    let co_owners = ask.co_owners.as_deref();
    if co_owners::differ(tx, &before, co_owners)? {
        co_owners::replace(tx, scene, &before, co_owners.unwrap_or_default())?;
        differing.push("co_owners");
    }
    if differing.is_empty() {
        return Ok(before);
    }
    may_assign(tx, scene, &before, &edited, &differing)?;
    let guarded = changes::guarded(&before, &differing, |field| match field {
        "name" => Some(edited.name.clone()),
        other => edited.details.get(other).map(str::to_owned),
    });
    let why = changes::proven(&guarded, ask.change.as_ref(), &today)?;
    let corrects = why
        .as_ref()
        .is_some_and(|why| why.nature == Nature::Correction);
    store(tx, scene, draw, &before, &edited, corrects)?;
    if let Some(why) = &why {
        changes::keep(tx, scene, draw, &ask.id, &guarded, why)?;
    }
    queue_alike(tx, scene, draw, &ask.id, &edited, &differing)?;
    let after = index(tx, &ask.id)?;
    let deed = Deed {
        action: "customer.edit",
        object: ("customer", ask.id.as_str()),
        class: Some(after.class),
        decision: "allowed",
        fields: &differing,
        payload: Some(json!({
            "before": before, "after": after, "proof": why.map(|why| why.proof),
        })),
    };
    audit::record(tx, draw, By::from(scene), &deed)?;
    Ok(after)
}

/// Who comes to look like another by what is written down later is left to the stewards, and
/// nothing is said.
fn queue_alike(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    id: &CustomerId,
    edited: &Edited,
    differing: &[&str],
) -> Result<(), AppError> {
    let marks = ["name", "uscc", "mobile", "phone"];
    if !differing.iter().any(|field| marks.contains(field)) {
        return Ok(());
    }
    let mut alike = duplicates::alike(tx, &edited.name, &edited.details)?;
    alike.retain(|one| one.id != *id);
    duplicates::queue(tx, scene, draw, id, &alike)
}

/// What was typed, over what stands.
fn read(ask: &Edit, before: &Customer, today: &str) -> Result<Edited, Problem> {
    let mut typed = EditCustomer::of(before);
    for (field, value) in &ask.fields {
        if !typed.set(field, value.clone()) {
            return Err(Problem::invalid("request.body_wrong").field(field, "request.field_wrong"));
        }
    }
    typed.types.clone_from(&ask.types);
    typed.check(before, today)
}

/// Owner and department are changed by those only who may give the customer away, and only to
/// where they still may.
fn may_assign(
    tx: &mut Tx,
    scene: &Scene,
    before: &Customer,
    edited: &Edited,
    differing: &[&str],
) -> Result<(), AppError> {
    let mut problem = Problem::invalid("customer.edit_invalid");
    let facts = before.facts(false);
    let mut there = facts.clone();
    there.department = edited.department.clone();
    let may =
        may(&scene.actor, Action::Assign, &facts) && may(&scene.actor, Action::Assign, &there);
    for field in differing
        .iter()
        .filter(|f| matches!(**f, "owner" | "department"))
    {
        if !may {
            problem = problem.field(field, "customer.assign_forbidden");
        }
    }
    if let Some(owner) = edited
        .owner
        .as_ref()
        .filter(|_| differing.contains(&"owner"))
        && staff::carrier(tx, owner)?.is_none()
    {
        problem = problem.field("owner", "customer.owner_unknown");
    }
    if differing.contains(&"department")
        && !departments::names(tx)?
            .iter()
            .any(|one| one.id == edited.department.as_str())
    {
        problem = problem.field("department", "customer.department_unknown");
    }
    match problem.fields.is_empty() {
        true => Ok(()),
        false => Err(problem.into()),
    }
}

/// Stores what holds; a name that changes stays searchable as a former one, a stage that changes
/// is kept with its reason.
fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    before: &Customer,
    edited: &Edited,
    corrects: bool,
) -> Result<(), AppError> {
    let at = scene.moment.at();
    let now = Now {
        name: NameForms {
            name: &edited.name,
            key: &text::match_name(&edited.name),
            sort: &text::sort_key(&edited.name),
        },
        how_met: &edited.how_met,
        stage: edited.stage.key(),
        types: &edited.types_text(),
        owner: edited.owner.as_ref().map(|owner| owner.as_str()),
        department: edited.department.as_str(),
        details: &edited.details,
        at,
    };
    if !customers::update(tx, &before.id, before.version, &now)? {
        return Err(Problem::stale("customer.changed").into());
    }
    // A name that was written down wrongly never was his.
    if edited.name != before.name && !corrects {
        former(tx, draw, before, at)?;
    }
    step(
        tx,
        scene,
        draw,
        before,
        edited.stage,
        edited.stage_reason.as_deref(),
    )
}

/// Keeps the name that is given up.
pub(crate) fn former(
    tx: &mut Tx,
    draw: &mut Draw,
    before: &Customer,
    at: i64,
) -> Result<(), AppError> {
    let key = text::match_name(&before.name);
    let id = draw.id();
    Ok(customers::insert_name(
        tx,
        &id,
        &before.id,
        &before.name,
        &key,
        at,
    )?)
}

/// Keeps a step from one stage to another; without one, nothing.
pub(crate) fn step(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    before: &Customer,
    stage: Stage,
    reason: Option<&str>,
) -> Result<(), AppError> {
    if stage.key() == before.stage {
        return Ok(());
    }
    let id = draw.id();
    let new = NewStage {
        id: &id,
        customer: &before.id,
        was: &before.stage,
        became: stage.key(),
        reason,
        staff: scene.actor.staff.as_str(),
        at: scene.moment.at(),
    };
    Ok(stages::insert(tx, &new)?)
}
