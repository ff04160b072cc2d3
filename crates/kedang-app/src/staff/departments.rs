//! Departments, a tree.

use kedang_core::access::Chore;
use kedang_core::customer::Named;
use kedang_core::{DepartmentId, Problem};
use kedang_store::Tx;
use kedang_store::departments::{self, NewDepartment};
use kedang_text::sort_key;
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// A department in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Id and name.
    pub named: Named,
    /// The one above it; none for the company itself.
    pub parent: Option<String>,
    /// How far below the company, from 0.
    pub depth: usize,
}

impl Department {
    /// Each department after the one above it, those side by side in human order.
    pub(super) fn ordered(all: &[(Named, Option<String>)]) -> Vec<Self> {
        let mut out = Vec::with_capacity(all.len());
        below(all, None, 0, &mut out);
        out
    }
}

fn below(
    all: &[(Named, Option<String>)],
    parent: Option<&str>,
    depth: usize,
    out: &mut Vec<Department>,
) {
    for (named, above) in all.iter().filter(|(_, above)| above.as_deref() == parent) {
        out.push(Department {
            named: named.clone(),
            parent: above.clone(),
            depth,
        });
        below(all, Some(&named.id), depth + 1, out);
    }
}

/// A department to be added.
#[derive(Debug, Clone)]
pub struct AddDepartment {
    /// Checked by `check_department_name`.
    pub name: String,
    /// The one above it.
    pub parent: DepartmentId,
}

/// Adds it below the one named.
///
/// # Errors
/// `staff.forbidden`, `department.not_found`, `department.name_taken` below the same one.
pub fn add(tx: &mut Tx, scene: &Scene, ask: &AddDepartment) -> Result<Named, AppError> {
    door::enter(tx, scene, Chore::OpenStaff)?;
    let all = departments::tree(tx)?;
    if !all.iter().any(|(one, _)| one.id == ask.parent.as_str()) {
        return Err(Problem::not_found("department.not_found").into());
    }
    free(&all, Some(ask.parent.as_str()), &ask.name)?;
    let mut draw = scene.moment.draw();
    let id = draw.id();
    let new = NewDepartment {
        id: &id,
        parent: Some(ask.parent.as_str()),
        name: &ask.name,
        sort_key: &sort_key(&ask.name),
        at: scene.moment.at(),
    };
    departments::insert(tx, &new)?;
    let deed = Deed {
        action: "department.create",
        object: ("department", &id),
        class: None,
        decision: "allowed",
        fields: &["name", "parent"],
        payload: Some(json!({ "after": { "name": ask.name, "parent": ask.parent } })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    Ok(Named {
        id,
        name: ask.name.clone(),
    })
}

/// Gives a department another name.
///
/// # Errors
/// `staff.forbidden`, `department.not_found`, `department.name_taken`.
pub fn rename(tx: &mut Tx, scene: &Scene, id: &DepartmentId, name: &str) -> Result<(), AppError> {
    door::enter(tx, scene, Chore::OpenStaff)?;
    let all = departments::tree(tx)?;
    let not_found = || AppError::from(Problem::not_found("department.not_found"));
    let found = all.iter().find(|(one, _)| one.id == id.as_str());
    let (before, parent) = found.ok_or_else(not_found)?;
    if before.name == name {
        return Ok(());
    }
    free(&all, parent.as_deref(), name)?;
    departments::rename(tx, id, name, &sort_key(name), scene.moment.at())?;
    let deed = Deed {
        action: "department.rename",
        object: ("department", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["name"],
        payload: Some(json!({ "before": before.name, "after": name })),
    };
    let mut draw = scene.moment.draw();
    Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
}

fn free(all: &[(Named, Option<String>)], parent: Option<&str>, name: &str) -> Result<(), Problem> {
    let taken =
        |(one, above): &(Named, Option<String>)| above.as_deref() == parent && one.name == name;
    match all.iter().any(taken) {
        true => Err(Problem::invalid("department.invalid").field("name", "department.name_taken")),
        false => Ok(()),
    }
}
