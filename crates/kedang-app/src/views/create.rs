//! Saves a question under a name.

use kedang_core::access::{Action, reach};
use kedang_core::listing::{CheckedView, View, may_share};
use kedang_core::{Problem, ViewId};
use kedang_store::saved_views::{self, NewView};
use kedang_store::{StoreError, Tx};
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Views that one person may have.
const MOST: i64 = 50;

/// Stores the view of the actor.
///
/// # Errors
/// `view.forbidden` for those who see no customers, `view.share_forbidden`, `view.too_many`, and
/// `view.invalid` with `view.name_taken` against `name`.
pub fn create(tx: &mut Tx, scene: &Scene, new: &CheckedView) -> Result<View, AppError> {
    let actor = &scene.actor;
    if reach(actor, Action::Read).is_nothing() {
        return Err(Problem::forbidden("view.forbidden").into());
    }
    if new.shared && !may_share(actor) {
        return Err(Problem::forbidden("view.share_forbidden").into());
    }
    if saved_views::count(tx, &actor.staff)? >= MOST {
        return Err(Problem::conflict("view.too_many").with("max", MOST).into());
    }
    is_free(tx, scene, &new.name)?;
    let mut draw = scene.moment.draw();
    let id = ViewId::trusted(draw.id());
    let query = new.question.to_query();
    saved_views::insert(
        tx,
        &NewView {
            id: id.as_str(),
            staff: &actor.staff,
            name: &new.name,
            shared: new.shared,
            query: &query,
            at: scene.moment.at(),
        },
    )?;
    let deed = Deed {
        action: "view.create",
        object: ("view", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["name", "shared", "query"],
        payload: Some(json!({
            "after": { "name": new.name, "shared": new.shared, "query": query },
        })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    let stored = saved_views::find(tx, &id, &actor.staff)?;
    stored.ok_or_else(|| StoreError::Type("a view was stored and not found".to_owned()).into())
}

/// Refuses a name that another view of the actor has.
pub(super) fn is_free(tx: &mut Tx, scene: &Scene, name: &str) -> Result<(), AppError> {
    match saved_views::named(tx, &scene.actor.staff, name)? {
        None => Ok(()),
        Some(_) => Err(Problem::invalid("view.invalid")
            .field("name", "view.name_taken")
            .into()),
    }
}
