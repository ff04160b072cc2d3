//! `GET /merges/preview`.

use axum::Json;
use axum::extract::State;
use kedang_app::merges::{self, Merge};
use kedang_core::customer::{Customer, Difference, Named, Side};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::document::MovesDocument;
use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PreviewAsk {
    /// The id of the one that stays.
    survivor: String,
    /// The id of the one that is taken up.
    absorbed: String,
    /// Fields, between commas, whose value comes from the absorbed one.
    #[serde(default)]
    take: String,
    /// Fields, between commas, that stay as the survivor has them, even without a value.
    #[serde(default)]
    keep: String,
}

/// What a merge would make.
#[derive(Serialize, ToSchema)]
pub(crate) struct PreviewDocument {
    /// What becomes of the survivor: exactly this, if neither changes until then.
    customer: Customer,
    /// Where the two differ, and whose value stays.
    differences: Vec<Difference>,
    /// What moves.
    moves: MovesDocument,
    /// Who keeps his file by holding the survivor beside its owner.
    holders: Vec<Named>,
    /// The versions to send with the merge.
    versions: VersionsDocument,
}

/// The versions that were looked at.
#[derive(Serialize, ToSchema)]
pub(crate) struct VersionsDocument {
    survivor: i64,
    absorbed: i64,
}

/// What a merge would make, before it is made.
#[utoipa::path(get, path = "/merges/preview", tag = "merges", params(PreviewAsk), responses(
    (status = 200, description = "What it would make", body = PreviewDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "One of them was merged already", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn preview(
    State(api): State<Api>,
    Caller(call): Caller,
    Ask(ask): Ask<PreviewAsk>,
) -> Result<Json<PreviewDocument>, Refusal> {
    let of = |fields: &str, side: Side| -> Vec<(String, String)> {
        let fields = fields.split(',').map(str::trim).filter(|f| !f.is_empty());
        fields
            .map(|f| (f.to_owned(), side.key().to_owned()))
            .collect()
    };
    let choices = of(&ask.take, Side::Absorbed).into_iter();
    let choices = choices.chain(of(&ask.keep, Side::Survivor)).collect();
    let ask = Merge {
        survivor: ids::customer(&ask.survivor)?,
        absorbed: ids::customer(&ask.absorbed)?,
        choices,
    };
    let plan = api
        .app
        .read(&call, move |tx, scene| merges::preview(tx, scene, &ask))
        .await?;
    Ok(Json(PreviewDocument {
        moves: (&plan.moves).into(),
        holders: plan.holders,
        versions: VersionsDocument {
            survivor: plan.survivor.version,
            absorbed: plan.absorbed.version,
        },
        customer: plan.customer,
        differences: plan.differences,
    }))
}
