//! `GET /form-drafts`.

use axum::Json;
use axum::extract::State;
use kedang_app::form_drafts;
use kedang_core::form_draft::FormDraft;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// The drafts.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormDrafts {
    /// Changed last first.
    items: Vec<FormDraft>,
}

/// The forms under the pen; for stewards.
#[utoipa::path(get, path = "/form-drafts", tag = "form_drafts", responses(
    (status = 200, description = "The drafts", body = FormDrafts),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
) -> Result<Json<FormDrafts>, Refusal> {
    let drafts = api.app.read(&call, form_drafts::list).await?;
    Ok(Json(FormDrafts { items: drafts }))
}
