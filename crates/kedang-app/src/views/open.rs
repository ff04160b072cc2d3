//! Opens a view.

use kedang_core::access::{Action, reach};
use kedang_core::listing::View;
use kedang_core::{Problem, ViewId};
use kedang_store::{Tx, saved_views};

use crate::{AppError, Scene};

/// The view with this id, if it is one's own or shared.
///
/// # Errors
/// `view.not_found`, also for what belongs to somebody else alone.
pub(super) fn open(tx: &mut Tx, scene: &Scene, id: &str) -> Result<View, AppError> {
    let id = ViewId::parse(id).ok();
    let id = id.filter(|_| !reach(&scene.actor, Action::Read).is_nothing());
    let found = match id {
        Some(id) => saved_views::find(tx, &id, &scene.actor.staff)?,
        None => None,
    };
    found.ok_or_else(|| Problem::not_found("view.not_found").into())
}
