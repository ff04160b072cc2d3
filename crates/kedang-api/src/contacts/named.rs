//! `POST /contacts`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kedang_app::contacts::{self, Named, NamedContact};
use kedang_core::Problem;
use kedang_core::contact::Contact;
use serde::Deserialize;
use utoipa::ToSchema;

use super::document::ContactBody;
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A dealing with somebody known by name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NamedBody {
    /// What the customer is called.
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    /// `individual` or `organization`: opens a 户头 if there is nobody of that name.
    #[serde(default)]
    #[schema(pattern = "^(individual|organization)$")]
    open: Option<String>,
    /// How the new customer was met.
    #[serde(default)]
    #[schema(max_length = 200)]
    how_met: Option<String>,
    /// The dealing.
    contact: ContactBody,
}

/// Writes a dealing down for a customer known by name; no dealing is kept without a file.
#[utoipa::path(post, path = "/contacts", tag = "contacts", request_body = NamedBody, responses(
    (status = 201, description = "Written down", body = Contact),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Nobody of that name, or several", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn named(
    State(api): State<Api>,
    Caller(call): Caller,
    Body(body): Body<NamedBody>,
) -> Result<(StatusCode, Json<Contact>), Refusal> {
    let ask = NamedContact::check(
        &body.name,
        body.open.as_deref(),
        body.how_met.as_deref().unwrap_or_default(),
        &body.contact.typed(),
        &api.app.today(),
    )?;
    let name = body.name;
    let done = api
        .app
        .write(&call, move |tx, scene| contacts::named(tx, scene, &ask))
        .await?;
    match done {
        Named::Done(contact) => Ok((StatusCode::CREATED, Json(*contact))),
        Named::Nobody => Err(Problem::conflict("contact.nobody")
            .with("name", name)
            .into()),
        Named::Several(alike) => {
            let problem = Problem::conflict("contact.several")
                .with("name", name)
                .with("count", alike.len());
            Err(problem.into())
        }
    }
}
