//! Suspends an account, or lets it in again.

use axum::extract::{Path, State};
use axum::response::Response;
use kedang_app::staff;

use super::desk;
use super::save::answer;
use super::typed::VersionForm;
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Ends its sessions and keeps it out.
pub(crate) async fn suspend(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<VersionForm>,
) -> Result<Response, Refusal> {
    set(&web, &visit, &id, form.version, false).await
}

/// Lets it in again.
pub(crate) async fn resume(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<VersionForm>,
) -> Result<Response, Refusal> {
    set(&web, &visit, &id, form.version, true).await
}

async fn set(
    web: &Web,
    visit: &Visit,
    id: &str,
    version: i64,
    active: bool,
) -> Result<Response, Refusal> {
    let parsed = desk::id(id)?;
    let done = web
        .app
        .write(&visit.call, move |tx, scene| {
            staff::set_active(tx, scene, &parsed, version, active).map(|_| ())
        })
        .await;
    answer(web, visit, id, done).await
}
