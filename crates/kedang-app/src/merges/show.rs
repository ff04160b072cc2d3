//! A merge as it was made.

use kedang_core::access::{Action, may};
use kedang_core::customer::{Customer, Named};
use kedang_core::{CustomerId, Instant, Problem};
use kedang_store::undo::{self, Set};
use kedang_store::{Tx, customers};
use serde::Deserialize;

use super::KIND;
use super::kept::Kept;
use super::moves::Moves;
use crate::{AppError, Scene, access};

/// A merge can be taken back for so many days.
pub const DAYS: i64 = 30;

/// A merge, for who may take it back.
#[derive(Debug, Clone)]
pub struct MergeView {
    /// The id.
    pub id: String,
    /// The survivor as it is now.
    pub customer: Customer,
    /// Id, code and name of the absorbed one as it was.
    pub absorbed: Gone,
    /// What moved.
    pub moves: Moves,
    /// By whom.
    pub by: Named,
    /// When.
    pub at: Instant,
    /// Until when it can be taken back.
    pub until: Instant,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// What had changed since and was left as it was.
    pub kept: Vec<Kept>,
}

/// The absorbed customer as it was.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Gone {
    /// The id.
    pub id: String,
    /// 客户编号.
    pub code: String,
    /// 客户名称.
    pub name: String,
}

#[derive(Deserialize)]
struct Detail {
    absorbed: Gone,
    moves: Moves,
}

/// The merge with this id, if the actor may take it back.
///
/// # Errors
/// `merge.not_found`, also for what he may not know of.
pub fn show(tx: &mut Tx, scene: &Scene, id: &str) -> Result<MergeView, AppError> {
    let (set, customer) = find(tx, scene, id)?;
    view(set, customer)
}

/// The set and the living survivor.
pub(super) fn find(tx: &mut Tx, scene: &Scene, id: &str) -> Result<(Set, Customer), AppError> {
    let not_found = || Problem::not_found("merge.not_found");
    let set = undo::find(tx, id, KIND)?.ok_or_else(not_found)?;
    let survivor = customers::find(tx, &set.subject)?.ok_or_else(not_found)?;
    if !may(&scene.actor, Action::Delete, &survivor.facts(false)) {
        return Err(not_found().into());
    }
    Ok((set, survivor))
}

fn view(set: Set, customer: Customer) -> Result<MergeView, AppError> {
    let stored = |e: serde_json::Error| AppError::Internal(format!("a stored merge: {e}"));
    let detail: Detail = serde_json::from_str(&set.detail).map_err(stored)?;
    let kept = set.kept.as_deref().unwrap_or("[]");
    Ok(MergeView {
        kept: serde_json::from_str(kept).map_err(stored)?,
        id: set.id,
        customer,
        absorbed: detail.absorbed,
        moves: detail.moves,
        by: set.by,
        at: set.at,
        until: set.until,
        undone_at: set.undone_at,
    })
}

/// The merges into a customer that the actor can still take back, latest first.
///
/// # Errors
/// `customer.not_found`.
pub fn of_customer(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
) -> Result<Vec<MergeView>, AppError> {
    let customer = access::customer(tx, scene, id, Action::Read)?.into_inner();
    if !may(&scene.actor, Action::Delete, &customer.facts(false)) {
        return Ok(Vec::new());
    }
    let sets = undo::of_subject(tx, id, KIND)?.into_iter();
    let open = sets.filter(|set| set.until.0 > scene.moment.at());
    open.map(|set| view(set, customer.clone())).collect()
}
