//! Changes an account: name, department, and what its holder may do.

use kedang_core::access::{Chore, Role};
use kedang_core::staff::{EditMember, HeldRole, Member, exclusion};
use kedang_core::{DepartmentId, Problem};
use kedang_store::members::{self, Person};
use kedang_store::{Tx, departments};
use kedang_text::sort_key;
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Stores what changed. Whoever opens accounts changes name and department, whoever gives roles
/// changes those; nobody changes his own. `known` are the posts that forms ask for.
///
/// # Errors
/// `staff.forbidden`, `staff.not_found`, `staff.changed` when somebody was faster,
/// `staff.own_roles`, `staff.last_admin`, `staff.auditor_apart`, `staff.admins_apart`;
/// `staff.invalid` with `staff.name_missing`, `staff.department_missing`, `staff.post_unknown`.
pub fn edit(
    tx: &mut Tx,
    scene: &Scene,
    ask: &EditMember,
    known: &[String],
) -> Result<Member, AppError> {
    let before = door::member(tx, scene, &ask.id)?;
    let person = before.name != ask.name || before.department.id != ask.department.as_str();
    let rights = held(&before) != sorted(&ask.roles) || before.posts != ask.posts;
    if person || !rights {
        door::enter(tx, scene, Chore::OpenStaff)?;
    }
    if rights {
        give(tx, scene, ask, known)?;
    }
    places(tx, ask)?;
    let now = Person {
        name: &ask.name,
        sort_key: &sort_key(&ask.name),
        department: &ask.department,
    };
    let at = scene.moment.at();
    if !members::update(tx, &ask.id, ask.version, &now, at)? {
        return Err(Problem::stale("staff.changed").into());
    }
    if rights {
        members::put_rights(tx, &ask.id, &ask.roles, &ask.posts, at)?;
    }
    let after = door::member(tx, scene, &ask.id)?;
    let deed = Deed {
        action: "staff.edit",
        object: ("staff", ask.id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["name", "department", "roles", "posts"],
        payload: Some(json!({ "before": before, "after": after })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    Ok(after)
}

/// Whether the actor may give these rights to this person.
fn give(tx: &mut Tx, scene: &Scene, ask: &EditMember, known: &[String]) -> Result<(), AppError> {
    door::enter(tx, scene, Chore::GiveRoles)?;
    if ask.id == scene.actor.staff {
        return Err(Problem::conflict("staff.own_roles").into());
    }
    if let Some(code) = exclusion(&ask.roles, members::active(tx)?) {
        return Err(Problem::conflict(code).into());
    }
    if !ask.roles.iter().any(|held| held.role == Role::Admin) {
        door::an_admin_stays(tx, &ask.id)?;
    }
    if ask.posts.iter().any(|post| !known.contains(post)) {
        let known = known.join(" ");
        let mut entry = kedang_core::entry::Entry::new();
        entry.note("posts", "staff.post_unknown", vec![("known", known.into())]);
        return Err(entry.refusal("staff.invalid").into());
    }
    Ok(())
}

/// Every department named is there.
fn places(tx: &mut Tx, ask: &EditMember) -> Result<(), AppError> {
    let all = departments::names(tx)?;
    let there = |id: &DepartmentId| all.iter().any(|one| one.id == id.as_str());
    let wrong = || Problem::invalid("staff.invalid");
    if !there(&ask.department) {
        return Err(wrong()
            .field("department", "staff.department_missing")
            .into());
    }
    if !ask.roles.iter().all(|held| there(&held.department)) {
        return Err(wrong().field("roles", "staff.department_missing").into());
    }
    Ok(())
}

fn held(member: &Member) -> Vec<HeldRole> {
    let roles = member.roles.iter().filter_map(|held| {
        Some(HeldRole {
            role: Role::from_key(&held.role)?,
            department: DepartmentId::trusted(held.department.id.clone()),
        })
    });
    sorted(&roles.collect::<Vec<_>>())
}

fn sorted(roles: &[HeldRole]) -> Vec<HeldRole> {
    let mut roles = roles.to_vec();
    roles.sort();
    roles.dedup();
    roles
}
