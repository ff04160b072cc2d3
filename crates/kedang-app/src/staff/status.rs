//! Suspends an account, or lets it in again.

use kedang_core::access::Chore;
use kedang_core::staff::Member;
use kedang_core::{Problem, StaffId};
use kedang_store::{Tx, members};
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Suspends (its sessions end at once) or lets in again; the customers stay where they are.
///
/// # Errors
/// `staff.forbidden`, `staff.not_found`, `staff.changed`, `staff.own_account`,
/// `staff.last_admin`.
pub fn set_active(
    tx: &mut Tx,
    scene: &Scene,
    id: &StaffId,
    version: i64,
    active: bool,
) -> Result<Member, AppError> {
    door::enter(tx, scene, Chore::OpenStaff)?;
    let before = door::member(tx, scene, id)?;
    if !active {
        if *id == scene.actor.staff {
            return Err(Problem::conflict("staff.own_account").into());
        }
        door::an_admin_stays(tx, id)?;
    }
    let (status, at) = (
        if active { "active" } else { "suspended" },
        scene.moment.at(),
    );
    if !members::set_status(tx, id, version, status, at)? {
        return Err(Problem::stale("staff.changed").into());
    }
    if !active {
        members::end_sessions(tx, id, at)?;
    }
    let deed = Deed {
        action: if active {
            "staff.resume"
        } else {
            "staff.suspend"
        },
        object: ("staff", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["status"],
        payload: Some(json!({ "before": before.status, "after": status })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    door::member(tx, scene, id)
}
