//! `PUT /staff/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::staff;
use kedang_core::access::Role;
use kedang_core::staff::{EditMember, HeldRole, Member};
use kedang_core::{DepartmentId, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::show::id;
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::{Version, etag};

/// An account as it shall be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditAccount {
    /// The person's name.
    #[schema(min_length = 1, max_length = 60)]
    name: String,
    /// Where he works.
    #[schema(format = "uuid")]
    department: String,
    /// All roles he shall hold.
    roles: Vec<RoleBody>,
    /// All posts he shall hold.
    posts: Vec<String>,
}

/// A role and where it is held.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleBody {
    /// Key of the role.
    #[schema(pattern = "^(sales|head|steward|archivist|gm|auditor|admin|security)$")]
    role: String,
    /// For this department and all below it.
    #[schema(format = "uuid")]
    department: String,
}

/// Changes an account: name and department by who opens accounts, roles and posts by who gives
/// them.
#[utoipa::path(put, path = "/staff/{id}", tag = "staff", request_body = EditAccount,
    params(("id" = String, Path, description = "The member of staff", format = "uuid"),
        ("If-Match" = String, Header, description = "The version that was read, quoted")), responses(
    (status = 200, description = "Changed", body = Member,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Taken, or it would leave nobody in charge", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Somebody was faster", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn edit(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(which): Path<String>,
    Version(version): Version,
    Body(body): Body<EditAccount>,
) -> Result<Response, Refusal> {
    let roles = body
        .roles
        .iter()
        .map(held)
        .collect::<Result<_, Problem>>()?;
    let ask = EditMember {
        id: id(&which)?,
        version,
        name: kedang_core::staff::check_person_name(&body.name)?,
        department: department(&body.department, "department")?,
        roles,
        posts: body.posts,
    };
    let known = api.app.posts().await?;
    let member = api
        .app
        .write(&call, move |tx, scene| staff::edit(tx, scene, &ask, &known))
        .await?;
    Ok(([(ETAG, etag(member.version))], Json(member)).into_response())
}

fn held(body: &RoleBody) -> Result<HeldRole, Problem> {
    let wrong = || Problem::invalid("staff.invalid").field("roles", "staff.role_unknown");
    Ok(HeldRole {
        role: Role::from_key(&body.role).ok_or_else(wrong)?,
        department: department(&body.department, "roles")?,
    })
}

fn department(text: &str, field: &str) -> Result<DepartmentId, Problem> {
    let wrong = || Problem::invalid("staff.invalid").field(field, "staff.department_missing");
    DepartmentId::parse(text).ok().ok_or_else(wrong)
}
