//! What stands in the form of an account.

use kedang_app::forms::Pairs;
use kedang_core::access::Role;
use kedang_core::entry::Entry;
use kedang_core::staff::{EditMember, HeldRole, Member};
use kedang_core::{DepartmentId, Problem, StaffId};

/// Name of the drop-down that says where a role is held.
pub(super) fn role_name(role: Role) -> String {
    format!("role.{}", role.key())
}

/// The changed account out of the form. A form without rights, as whoever may not give them has
/// it, leaves them as they are.
///
/// # Errors
/// `staff.invalid` with `staff.name_missing`, `staff.department_missing`.
pub(super) fn read(before: &Member, pairs: &Pairs) -> Result<EditMember, Problem> {
    let one = |name: &str| {
        let texts = pairs.get(name).and_then(|texts| texts.last());
        texts.map_or("", |text| text.trim())
    };
    let mut entry = Entry::new();
    let own = pairs.contains_key("name");
    let name = match own {
        true => entry.required("name", one("name"), 60, "staff.name_missing"),
        false => Some(before.name.clone()),
    };
    let department = match own {
        true => DepartmentId::parse(one("department")).ok(),
        false => Some(DepartmentId::trusted(before.department.id.clone())),
    };
    if department.is_none() {
        entry.refuse("department", "staff.department_missing");
    }
    let (Some(name), Some(department)) = (name, department) else {
        return Err(entry.refusal("staff.invalid"));
    };
    if !entry.holds() {
        return Err(entry.refusal("staff.invalid"));
    }
    let (roles, posts) = match pairs.contains_key("rights") {
        true => (given(before, pairs), many(pairs, "post")),
        false => (held(before), before.posts.clone()),
    };
    Ok(EditMember {
        id: before.id.clone(),
        version: one("version").parse().unwrap_or(-1),
        name,
        department,
        roles,
        posts,
    })
}

/// The roles of the form. One that is held in several departments, as only the interface gives it,
/// stays as it is unless the form takes it away.
fn given(before: &Member, pairs: &Pairs) -> Vec<HeldRole> {
    let mut roles = Vec::new();
    for role in Role::ALL {
        let texts = pairs.get(&role_name(role)).and_then(|texts| texts.last());
        let Some(department) = texts.and_then(|text| DepartmentId::parse(text.trim()).ok()) else {
            continue;
        };
        let stands: Vec<_> = held(before)
            .into_iter()
            .filter(|h| h.role == role)
            .collect();
        match stands.len() > 1 && stands.iter().any(|h| h.department == department) {
            true => roles.extend(stands),
            false => roles.push(HeldRole { role, department }),
        }
    }
    roles
}

fn held(member: &Member) -> Vec<HeldRole> {
    let roles = member.roles.iter().filter_map(|held| {
        Some(HeldRole {
            role: Role::from_key(&held.role)?,
            department: DepartmentId::trusted(held.department.id.clone()),
        })
    });
    roles.collect()
}

fn many(pairs: &Pairs, name: &str) -> Vec<String> {
    let mut all = pairs.get(name).cloned().unwrap_or_default();
    all.sort();
    all.dedup();
    all
}

/// The version that a small form was drawn with.
#[derive(serde::Deserialize)]
pub(crate) struct VersionForm {
    pub(super) version: i64,
}

/// Whether it is the reader's own account.
pub(super) fn is_own(reader: &StaffId, member: &Member) -> bool {
    *reader == member.id
}
