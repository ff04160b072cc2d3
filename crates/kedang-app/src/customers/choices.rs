//! The owners and departments that a reader may choose among when he narrows a list.

use kedang_core::access::{Action, Who, reach};
use kedang_core::customer::Named;
use kedang_store::{Tx, departments, staff};

use crate::{AppError, Scene};

/// What there is to choose; nothing for those who see but their own.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Members of staff, in human order.
    pub owners: Vec<Named>,
    /// Departments, in human order.
    pub departments: Vec<Named>,
}

/// Staff and departments within the reader's reach.
///
/// # Errors
/// When the database fails.
pub fn choices(tx: &mut Tx, scene: &Scene) -> Result<Choices, AppError> {
    within(tx, scene, Action::Read)
}

/// Staff and departments to whom the actor may give customers; nothing for those who may not.
///
/// # Errors
/// When the database fails.
pub fn assignees(tx: &mut Tx, scene: &Scene) -> Result<Choices, AppError> {
    within(tx, scene, Action::Assign)
}

fn within(tx: &mut Tx, scene: &Scene, action: Action) -> Result<Choices, AppError> {
    let reach = reach(&scene.actor, action);
    let all = reach.branches.iter().any(|b| b.who == Who::Anyone);
    let below: Vec<_> = reach
        .branches
        .iter()
        .filter_map(|branch| match &branch.who {
            Who::Department(department) => Some(department.as_str()),
            _ => None,
        })
        .collect();
    if !all && below.is_empty() {
        return Ok(Choices::default());
    }
    let within = |department: &str| all || below.contains(&department);
    let mut owners = staff::names(tx)?;
    owners.retain(|(_, department)| within(department.as_str()));
    let mut departments = departments::names(tx)?;
    departments.retain(|department| within(&department.id));
    Ok(Choices {
        owners: owners.into_iter().map(|(owner, _)| owner).collect(),
        departments,
    })
}
