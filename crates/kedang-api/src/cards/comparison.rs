//! `GET /cards/{id}/comparison`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::cards::{self, Followed, VisitComparison, VisitState};
use kedang_app::forms::{Mark, Tick, Trend};
use kedang_core::card::Revision;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::ids;
use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Which visits.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ComparisonAsk {
    /// The number of the state with which the last visit ends; the newest if nothing is said.
    until: Option<i64>,
}

/// Visits held against each other.
#[derive(Serialize, ToSchema)]
pub(crate) struct ComparisonDocument {
    /// Oldest first, at most eight; several states of one day are one visit.
    visits: Vec<VisitDocument>,
    /// The graded questions.
    fields: Vec<FollowedDocument>,
    /// Whether a question or photo is kept from the caller.
    masked: bool,
    /// `until` for the visits before these.
    #[schema(required)]
    earlier: Option<i64>,
}

/// A visit.
#[derive(Serialize, ToSchema)]
pub(crate) struct VisitDocument {
    #[serde(flatten)]
    revision: Revision,
    /// The photos by field key.
    #[schema(value_type = Object)]
    photos: Value,
}

/// A graded question through the visits.
#[derive(Serialize, ToSchema)]
pub(crate) struct FollowedDocument {
    /// Field key.
    field: String,
    options: Vec<CourseDocument>,
}

/// An option through the visits.
#[derive(Serialize, ToSchema)]
pub(crate) struct CourseDocument {
    /// Its code.
    option: String,
    /// One for each visit.
    marks: Vec<MarkDocument>,
}

/// An option at a visit.
#[derive(Serialize, ToSchema)]
pub(crate) struct MarkDocument {
    /// Whether it was ticked; null when the question was not answered then.
    #[schema(required)]
    ticked: Option<bool>,
    /// The code of its grade.
    #[schema(required)]
    grade: Option<String>,
    /// `new`, `worse`, `same`, `better`, `gone`, or null where nothing can be said.
    #[schema(required)]
    trend: Option<&'static str>,
    /// Codes of its places on the body map, in the order of the form.
    places: Vec<String>,
    /// The id of its photo.
    #[schema(required)]
    photo: Option<String>,
}

/// What is graded on a card, from visit to visit.
#[utoipa::path(get, path = "/cards/{id}/comparison", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid"), ComparisonAsk), responses(
    (status = 200, description = "The visits", body = ComparisonDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, not to be known, or nothing is graded on it", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn comparison(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<ComparisonAsk>,
) -> Result<Json<ComparisonDocument>, Refusal> {
    let view = api
        .app
        .read(&call, move |tx, scene| {
            cards::comparison(tx, scene, &ids::card(&id)?, ask.until)
        })
        .await?;
    Ok(Json(document(view)))
}

fn document(view: VisitComparison) -> ComparisonDocument {
    ComparisonDocument {
        visits: view.visits.into_iter().map(visit).collect(),
        fields: view.followed.into_iter().map(followed).collect(),
        masked: view.masked,
        earlier: view.earlier,
    }
}

fn visit(visit: VisitState) -> VisitDocument {
    let photos = visit.photos.iter();
    VisitDocument {
        photos: photos
            .map(|(key, photo)| (key.clone(), photo.to_json()))
            .collect(),
        revision: visit.revision,
    }
}

fn followed(followed: Followed) -> FollowedDocument {
    let courses = followed.courses.into_iter();
    FollowedDocument {
        field: followed.field,
        options: courses
            .map(|course| CourseDocument {
                option: course.option,
                marks: course.marks.into_iter().map(mark).collect(),
            })
            .collect(),
    }
}

fn mark(mark: Mark) -> MarkDocument {
    let (ticked, tick) = match mark {
        Mark::Unseen => (None, Tick::default()),
        Mark::Clear(trend) => (
            Some(false),
            Tick {
                trend,
                ..Tick::default()
            },
        ),
        Mark::Ticked(tick) => (Some(true), tick),
    };
    MarkDocument {
        ticked,
        grade: tick.grade,
        trend: tick.trend.map(Trend::key),
        places: tick.places,
        photo: tick.photo,
    }
}
