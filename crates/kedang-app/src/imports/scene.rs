//! In whose name a command imports or exports.

use kedang_core::access::{Actor, Role};
use kedang_core::{Moment, Problem, StaffId};
use kedang_store::{Tx, staff};

use crate::sessions::actor;
use crate::{AppError, House, Scene, Via};

/// The scene of whoever signs in as `login`; without one, of the first steward.
pub(crate) fn of(
    tx: &mut Tx,
    login: Option<&str>,
    moment: &Moment,
    house: &House,
) -> Result<Scene, AppError> {
    let staff = match login {
        Some(login) => staff::by_login(tx, login)?,
        None => staff::first_with_role(tx, Role::Steward.key())?,
    };
    let staff = staff.ok_or_else(|| Problem::not_found("import.nobody"))?;
    by_id(tx, &staff, moment, house)
}

/// The scene of somebody at work for himself.
pub(super) fn by_id(
    tx: &mut Tx,
    staff: &StaffId,
    moment: &Moment,
    house: &House,
) -> Result<Scene, AppError> {
    let (actor, look) =
        actor(tx, staff, moment.at())?.ok_or_else(|| Problem::not_found("import.nobody"))?;
    Ok(Scene {
        actor,
        look,
        session: None,
        last_seen_at: moment.at(),
        moment: moment.clone(),
        via: Via::Cli,
        request_id: "import".to_owned(),
        house: house.clone(),
    })
}

/// Whether what he imports is his own: sales people bring their own customers, a steward everybody's.
pub(super) fn owns(actor: &Actor) -> bool {
    actor.holds(Role::Sales) || actor.holds(Role::Head)
}
