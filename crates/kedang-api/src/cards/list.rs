//! `GET /customers/{id}/cards`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::cards;
use kedang_core::card::Card;
use serde::Serialize;
use utoipa::ToSchema;

use super::ids;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// A card in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListedCard {
    #[serde(flatten)]
    card: Card,
    /// The name of the form, in the language asked for.
    title: String,
}

/// The cards of a customer.
#[derive(Serialize, ToSchema)]
pub(crate) struct CardListDocument {
    items: Vec<ListedCard>,
}

/// The cards of a customer, opened last first.
#[utoipa::path(get, path = "/customers/{id}/cards", tag = "cards",
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 200, description = "The cards", body = CardListDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
) -> Result<Json<CardListDocument>, Refusal> {
    let list = api
        .app
        .read(&call, move |tx, scene| {
            cards::list(tx, scene, &ids::customer(&id)?)
        })
        .await?;
    let items = list.items.into_iter().map(|listed| ListedCard {
        title: listed.form.words_in(lang.code()).title.clone(),
        card: listed.card,
    });
    Ok(Json(CardListDocument {
        items: items.collect(),
    }))
}
