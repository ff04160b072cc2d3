//! `GET /cards/{id}/revisions` and below.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::cards;
use kedang_app::forms::{Change, Shown};
use kedang_core::card::Revision;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::ids;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// The states of a card.
#[derive(Serialize, ToSchema)]
pub(crate) struct RevisionList {
    items: Vec<Revision>,
}

/// One state of a card.
#[derive(Serialize, ToSchema)]
pub(crate) struct RevisionDocument {
    #[serde(flatten)]
    revision: Revision,
    /// The answers of then.
    #[schema(value_type = Object)]
    answers: Value,
    /// Paths of answers that are there and not shown to the caller.
    masked: Vec<String>,
}

/// What changed between two states.
#[derive(Serialize, ToSchema)]
pub(crate) struct DifferenceDocument {
    from: Revision,
    to: Revision,
    changes: Vec<ChangeDocument>,
}

/// One answer that changed.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChangeDocument {
    /// Field key or `repeat.row.column`.
    path: String,
    /// A text in Chinese words, `{"none":true}`, `{"sealed":true}`, `{"rows":n}`, or null for
    /// unanswered.
    #[schema(value_type = Object)]
    before: Value,
    /// As `before`.
    #[schema(value_type = Object)]
    after: Value,
    /// Of several options, which parts differ: `picked`, `other`, `grades`, `places`, `photos`;
    /// told of sealed answers too.
    parts: Vec<&'static str>,
}

/// The states of a card, newest first.
#[utoipa::path(get, path = "/cards/{id}/revisions", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid")), responses(
    (status = 200, description = "The states", body = RevisionList),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn revisions(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<RevisionList>, Refusal> {
    let history = api
        .app
        .read(&call, move |tx, scene| {
            cards::revisions(tx, scene, &ids::card(&id)?)
        })
        .await?;
    Ok(Json(RevisionList {
        items: history.revisions,
    }))
}

/// One state of a card with its answers: old values are kept.
#[utoipa::path(get, path = "/cards/{id}/revisions/{seq}", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid"),
        ("seq" = i64, Path, description = "The number of the state")), responses(
    (status = 200, description = "The state", body = RevisionDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn revision(
    State(api): State<Api>,
    Caller(call): Caller,
    Path((id, seq)): Path<(String, String)>,
) -> Result<Json<RevisionDocument>, Refusal> {
    let view = api
        .app
        .read(&call, move |tx, scene| {
            cards::revision(tx, scene, &ids::card(&id)?, number(&seq))
        })
        .await?;
    Ok(Json(RevisionDocument {
        revision: view.revision,
        answers: view.answers.to_json(),
        masked: view.masked,
    }))
}

/// What changed from one state of a card to another.
#[utoipa::path(get, path = "/cards/{id}/revisions/{seq}/diff/{to}", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid"),
        ("seq" = i64, Path, description = "The number of the state before"),
        ("to" = i64, Path, description = "The number of the state after")), responses(
    (status = 200, description = "The difference", body = DifferenceDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn diff(
    State(api): State<Api>,
    Caller(call): Caller,
    Path((id, from, to)): Path<(String, String, String)>,
) -> Result<Json<DifferenceDocument>, Refusal> {
    let found = api
        .app
        .read(&call, move |tx, scene| {
            cards::diff(tx, scene, &ids::card(&id)?, number(&from), number(&to))
        })
        .await?;
    Ok(Json(DifferenceDocument {
        from: found.from,
        to: found.to,
        changes: found.changes.into_iter().map(change).collect(),
    }))
}

/// A number of an address; what is none is no state.
fn number(text: &str) -> i64 {
    text.parse().unwrap_or(0)
}

fn change(change: Change) -> ChangeDocument {
    ChangeDocument {
        path: change.path,
        parts: change.parts,
        before: shown(change.before),
        after: shown(change.after),
    }
}

fn shown(shown: Shown) -> Value {
    match shown {
        Shown::Unanswered => Value::Null,
        Shown::None => json!({ "none": true }),
        Shown::Text(text) => text.into(),
        Shown::Sealed => json!({ "sealed": true }),
        Shown::Rows(count) => json!({ "rows": count }),
    }
}
