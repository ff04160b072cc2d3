//! `GET /staff/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::staff;
use kedang_core::staff::Member;
use kedang_core::{Problem, StaffId};

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::etag;

/// The member of staff of an address.
pub(super) fn id(text: &str) -> Result<StaffId, Problem> {
    let id = StaffId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("staff.not_found"))
}

/// One account.
#[utoipa::path(get, path = "/staff/{id}", tag = "staff",
    params(("id" = String, Path, description = "The member of staff", format = "uuid")), responses(
    (status = 200, description = "The account", body = Member,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(which): Path<String>,
) -> Result<Response, Refusal> {
    let id = id(&which)?;
    let member = api
        .app
        .read(&call, move |tx, scene| staff::find(tx, scene, &id))
        .await?;
    Ok(([(ETAG, etag(member.version))], Json(member)).into_response())
}
