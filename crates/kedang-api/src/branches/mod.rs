//! `/customers/{id}/branches` and `/customers/{id}/parent`: organizations under organizations.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::branches;
use kedang_core::branch::Branch;
use kedang_core::{CustomerId, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};

/// A tree of organizations.
#[derive(Serialize, ToSchema)]
pub(crate) struct BranchTree {
    /// In the order of the tree; the customer is among them.
    items: Vec<Branch>,
    /// Whether there are more than are shown.
    capped: bool,
}

/// Under whom a customer is to stand.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewParent {
    /// Id of an organization.
    parent: String,
}

/// The whole tree that a customer stands in, as far as the caller may see it.
#[utoipa::path(get, path = "/customers/{id}/branches", tag = "customers",
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 200, description = "The tree", body = BranchTree),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn tree(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<BranchTree>, Refusal> {
    let id = ids::customer(&id)?;
    let tree = api
        .app
        .read(&call, move |tx, scene| branches::tree(tx, scene, &id))
        .await?;
    Ok(Json(BranchTree {
        items: tree.items,
        capped: tree.capped,
    }))
}

/// Puts an organization under another.
#[utoipa::path(put, path = "/customers/{id}/parent", tag = "customers", request_body = NewParent,
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 204, description = "Done"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn place(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Body(new): Body<NewParent>,
) -> Result<StatusCode, Refusal> {
    let id = ids::customer(&id)?;
    let unknown = || Problem::invalid("branch.invalid").field("parent", "branch.parent_unknown");
    api.app
        .write(&call, move |tx, scene| {
            let parent = CustomerId::parse(new.parent.trim()).ok();
            branches::place(tx, scene, &id, &parent.ok_or_else(unknown)?)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an organization out from under another; its own branches stay under it.
#[utoipa::path(delete, path = "/customers/{id}/parent", tag = "customers",
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 204, description = "Done"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, not to be known, or under none", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn lift(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let id = ids::customer(&id)?;
    api.app
        .write(&call, move |tx, scene| branches::lift(tx, scene, &id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
