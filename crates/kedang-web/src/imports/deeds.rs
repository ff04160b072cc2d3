//! An import begins, stops, is taken back or away.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::imports::{self, Who};

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Looks at every row while the reader goes on.
pub(super) fn look(web: &Web, who: Who, id: String) {
    let app = web.app.clone();
    tokio::spawn(async move {
        if let Err(error) = app.check_import(&who, &id, |_| {}).await {
            tracing::warn!(%error, "an import was not looked through");
        }
    });
}

/// Begins, or goes on where it was broken off.
pub(crate) async fn run(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let who = Who::Call(visit.call.clone());
    web.app.begin_import(&who, &id).await?;
    let staff = web.app.importer(&who).await?;
    let (app, work) = (web.app.clone(), id.clone());
    tokio::spawn(async move {
        let who = Who::Staff(staff);
        if let Err(error) = app.work_import(&who, &work, |_| {}).await {
            tracing::warn!(%error, "an import was broken off");
        }
    });
    Ok(Redirect::to(&format!("/imports/{id}")))
}

/// Stops: what is in stays in.
pub(crate) async fn stop(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let there = Redirect::to(&format!("/imports/{id}"));
    web.app
        .write(&visit.call, move |tx, scene| imports::stop(tx, scene, &id))
        .await?;
    Ok(there)
}

/// Takes everything back that the import did.
pub(crate) async fn undo(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let who = Who::Call(visit.call.clone());
    web.app.begin_undo(&who, &id).await?;
    let staff = web.app.importer(&who).await?;
    let reason = web.words.say(visit.lang, "imports-withdrawn").into_owned();
    let (app, work) = (web.app.clone(), id.clone());
    tokio::spawn(async move {
        let who = Who::Staff(staff);
        if let Err(error) = app.work_undo(&who, &work, &reason, |_| {}).await {
            tracing::warn!(%error, "an import was not wholly taken back");
        }
    });
    Ok(Redirect::to(&format!("/imports/{id}")))
}

/// Takes a staged file away.
pub(crate) async fn discard(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    web.app
        .write(&visit.call, move |tx, scene| {
            imports::discard(tx, scene, &id)
        })
        .await?;
    Ok(Redirect::to("/imports"))
}
