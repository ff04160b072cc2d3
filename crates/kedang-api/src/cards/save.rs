//! `PUT /cards/{id}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kedang_app::cards::{self, Save, Typed};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::document::{CardDocument, answer};
use super::ids;
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::changes::ChangeDocument;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;
use crate::version::Version;

/// All answers of a card.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SaveCard {
    /// By field key; shape: the `schema` of the form. What is not here becomes unanswered,
    /// `{"none":true}` is 无. A row of a repeat keeps its id; a new one is called `new-1`,
    /// `new-2` … and gets its id here.
    #[schema(value_type = Object)]
    answers: Value,
    /// How it was learned: `told`, `visit`, `call`, `document`, `observed` or `hearsay`.
    #[serde(default)]
    how: Option<String>,
    /// What explains guarded answers that change.
    #[serde(default)]
    change: Option<ChangeDocument>,
}

/// Fills in a card: a new revision. Signatures over answers that changed become void.
#[utoipa::path(put, path = "/cards/{id}", tag = "cards", request_body = SaveCard,
    params(("id" = String, Path, description = "The card", format = "uuid"),
        ("If-Match" = String, Header, description = "The version that was read, quoted")), responses(
    (status = 200, description = "Saved; the findings tell what is missing", body = CardDocument,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Changed in the meantime", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn save(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Version(version): Version,
    Path(id): Path<String>,
    Body(body): Body<SaveCard>,
) -> Result<Response, Refusal> {
    let ask = Save {
        card: ids::card(&id)?,
        version,
        typed: Typed::Json(body.answers.to_string()),
        how: body.how,
        change: body.change.map(Into::into),
    };
    let view = api
        .app
        .write(&call, move |tx, scene| cards::save(tx, scene, &ask))
        .await?;
    Ok(answer(&api, lang, StatusCode::OK, view))
}
