//! Puts an organization under another, or takes it out from there.

use kedang_core::access::Action;
use kedang_core::branch::{MOST_BRANCHES, MOST_LEVELS};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};
use kedang_store::{Tx, branches, customers};
use kedang_text::match_name;
use serde_json::json;

use super::tree::line;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, access};

/// What a customer is called by: its 客户编号, or its whole name if only one is called so.
///
/// # Errors
/// `branch.invalid` with `branch.parent_missing`, `branch.parent_unknown` or
/// `branch.parent_unclear` against `parent`. Who is hidden is unknown.
pub fn called(tx: &mut Tx, scene: &Scene, typed: &str) -> Result<CustomerId, AppError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(refusal("branch.parent_missing"));
    }
    if let Some(id) = crate::customers::by_code(tx, scene, typed)? {
        return Ok(id);
    }
    let mut known = Vec::new();
    for one in customers::by_name_key(tx, &match_name(typed))? {
        known.extend(access::readable(tx, scene, &one.id)?);
    }
    match (known.pop(), known.is_empty()) {
        (Some(only), true) => Ok(only.id),
        (Some(_), false) => Err(refusal("branch.parent_unclear")),
        (None, _) => Err(refusal("branch.parent_unknown")),
    }
}

/// Puts an organization under another.
///
/// # Errors
/// `customer.not_found`, `customer.edit_forbidden`; `branch.invalid` against `parent` with
/// `branch.parent_unknown` for who is not there or hidden, `branch.itself`, `branch.below` for one
/// of its own branches, `branch.individual`, `branch.deep`, `branch.many`.
pub fn place(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
    parent: &CustomerId,
) -> Result<(), AppError> {
    let customer = access::customer(tx, scene, id, Action::Edit)?.into_inner();
    if customer.id == *parent {
        return Err(refusal("branch.itself"));
    }
    let over = access::readable(tx, scene, parent)?;
    let over = over.ok_or_else(|| refusal("branch.parent_unknown"))?;
    let before = branches::parent(tx, id)?;
    if before.as_ref() == Some(&over.id) {
        return Ok(());
    }
    if [&customer, &over]
        .iter()
        .any(|one| one.kind != "organization")
    {
        return Err(refusal("branch.individual"));
    }
    let above = line(tx, &over.id)?;
    if above.contains(id) {
        return Err(refusal("branch.below"));
    }
    if above.len() + 1 + height(tx, id)? > MOST_LEVELS {
        return Err(refusal("branch.deep"));
    }
    if branches::children(tx, &over.id)?.len() >= MOST_BRANCHES {
        return Err(refusal("branch.many"));
    }
    branches::put(tx, id, &over.id, scene.moment.at())?;
    record(tx, scene, &customer, before.as_ref(), Some(&over.id))
}

/// Takes an organization out from under another. Its own branches stay under it.
///
/// # Errors
/// `customer.not_found`, `customer.edit_forbidden`, `branch.not_found` when it is under none.
pub fn lift(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<(), AppError> {
    let customer = access::customer(tx, scene, id, Action::Edit)?.into_inner();
    let before = branches::parent(tx, id)?;
    if !branches::remove(tx, id)? {
        return Err(Problem::not_found("branch.not_found").into());
    }
    record(tx, scene, &customer, before.as_ref(), None)
}

/// Levels from an organization down, itself among them.
fn height(tx: &mut Tx, id: &CustomerId) -> Result<usize, AppError> {
    let links = branches::links(tx, id)?;
    let mut level = vec![id];
    let mut height = 0;
    while !level.is_empty() && height <= MOST_LEVELS {
        height += 1;
        let below = links.iter().filter(|(_, parent)| level.contains(&parent));
        level = below.map(|(child, _)| child).collect();
    }
    Ok(height)
}

fn record(
    tx: &mut Tx,
    scene: &Scene,
    customer: &Customer,
    before: Option<&CustomerId>,
    after: Option<&CustomerId>,
) -> Result<(), AppError> {
    let deed = Deed {
        action: "customer.place",
        object: ("customer", customer.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &["parent"],
        payload: Some(json!({ "before": before, "after": after })),
    };
    let mut draw = scene.moment.draw();
    Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
}

fn refusal(code: &'static str) -> AppError {
    Problem::invalid("branch.invalid")
        .field("parent", code)
        .into()
}
