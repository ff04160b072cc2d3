//! Opens a customer: a 户头 in seconds (D02-4), with its one dossier.

use kedang_core::access::{Action, Class, reach};
use kedang_core::customer::{Checked, Customer, Stage};
use kedang_core::{DepartmentId, Draw, Problem, StaffId};
use kedang_store::Tx;

use super::opened::{self, Names, Opened};
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
    let mut names = Names::default();
    let said = (opening, &Brought::default());
    let opened = Opened::new(tx, scene, draw, &mut names, new, said)?;
    let stored = opened::store(tx, scene, draw, &[opened])?;
    let lost = || AppError::Internal("a customer was stored and not answered".to_owned());
    stored.into_iter().next().ok_or_else(lost)
}
