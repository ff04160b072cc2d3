//! `POST /staff`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kedang_app::staff;
use kedang_core::staff::{Member, NewMember};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// An account to be opened; it has no rights and no password yet.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenAccount {
    /// The name to sign in with.
    #[schema(min_length = 1, max_length = 40)]
    login: String,
    /// The person's name.
    #[schema(min_length = 1, max_length = 60)]
    name: String,
    /// Where he works.
    #[schema(format = "uuid")]
    department: String,
}

/// Opens an account.
#[utoipa::path(post, path = "/staff", tag = "staff", request_body = OpenAccount, responses(
    (status = 201, description = "Opened", body = Member),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Taken, or it would leave nobody in charge", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    State(api): State<Api>,
    Caller(call): Caller,
    Body(body): Body<OpenAccount>,
) -> Result<(StatusCode, Json<Member>), Refusal> {
    let new = NewMember {
        login: body.login,
        name: body.name,
        department: body.department,
    };
    let new = new.check()?;
    let member = api
        .app
        .write(&call, move |tx, scene| staff::create(tx, scene, &new))
        .await?;
    Ok((StatusCode::CREATED, Json(member)))
}
