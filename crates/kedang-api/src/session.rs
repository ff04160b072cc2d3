//! `GET /session`.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Who the caller is.
#[derive(Serialize, ToSchema)]
pub(crate) struct SessionAnswer {
    /// The member of staff.
    #[schema(format = "uuid")]
    id: String,
    /// As signed in.
    login: String,
    /// As addressed.
    name: String,
    /// The keys of the roles held.
    roles: Vec<&'static str>,
}

/// Says who the caller is.
#[utoipa::path(get, path = "/session", tag = "session", responses(
    (status = 200, description = "The caller", body = SessionAnswer),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
) -> Result<Json<SessionAnswer>, Refusal> {
    let actor = api
        .app
        .read(&call, |_, scene| Ok(scene.actor.clone()))
        .await?;
    let mut roles: Vec<_> = actor.posts.iter().map(|post| post.role.key()).collect();
    roles.dedup();
    let id = actor.staff.to_string();
    Ok(Json(SessionAnswer {
        id,
        login: actor.login,
        name: actor.name,
        roles,
    }))
}
