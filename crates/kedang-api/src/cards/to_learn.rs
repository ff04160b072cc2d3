//! `GET /customers/{id}/to-learn`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::cards::{self, Unknown};
use kedang_words::Lang;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// What to find out next about a customer.
#[derive(Serialize, ToSchema)]
pub(crate) struct ToLearnDocument {
    /// The first layer first, at most six.
    items: Vec<UnknownDocument>,
}

/// A question to which nobody knows the answer yet.
#[derive(Serialize, ToSchema)]
pub(crate) struct UnknownDocument {
    /// The card on which the answer is missing.
    #[schema(format = "uuid")]
    card: String,
    /// Key of its form.
    form: String,
    /// Name of the form, in the language asked for.
    title: String,
    /// Key of the field.
    field: String,
    /// Its label, in the language asked for.
    label: String,
    /// Key of its layer.
    #[schema(required)]
    layer: Option<String>,
}

/// The questions to ask at the next visit: of the background first, of the family last.
#[utoipa::path(get, path = "/customers/{id}/to-learn", tag = "cards",
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 200, description = "The questions; none for who may not write the answers down", body = ToLearnDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn to_learn(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
) -> Result<Json<ToLearnDocument>, Refusal> {
    let id = ids::customer(&id)?;
    let found = api
        .app
        .read(&call, move |tx, scene| cards::to_learn(tx, scene, &id))
        .await?;
    let items = found.items.into_iter().map(|one| document(one, lang));
    Ok(Json(ToLearnDocument {
        items: items.collect(),
    }))
}

fn document(one: Unknown, lang: Lang) -> UnknownDocument {
    let words = one.form.words_in(lang.code());
    UnknownDocument {
        card: one.card.id.to_string(),
        form: one.card.form,
        title: words.title.clone(),
        label: words.label(&one.field).to_owned(),
        field: one.field,
        layer: one.layer,
    }
}
