//! Sets how the pages look to oneself.

use kedang_core::Problem;
use kedang_store::{Tx, staff};

use super::Look;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Stores language, theme and density of the actor.
///
/// # Errors
/// `staff.look_unknown` for anything that the pages do not know.
pub fn look(tx: &mut Tx, scene: &Scene, look: &Look) -> Result<(), AppError> {
    let known = ["zh-CN", "en"].contains(&look.language.as_str())
        && ["auto", "light", "dark"].contains(&look.theme.as_str())
        && ["comfortable", "compact"].contains(&look.density.as_str());
    if !known {
        return Err(Problem::invalid("staff.look_unknown").into());
    }
    let id = &scene.actor.staff;
    staff::set_look(tx, id, look, scene.moment.at())?;
    let deed = Deed {
        action: "staff.look",
        object: ("staff", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["language", "theme", "density"],
        payload: None,
    };
    Ok(audit::record(
        tx,
        &mut scene.moment.draw(),
        By::from(scene),
        &deed,
    )?)
}
