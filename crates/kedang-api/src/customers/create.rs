//! `POST /customers`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use kedang_app::customers;
use kedang_core::Problem;
use kedang_core::customer::{Customer, Details, NewCustomer};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A customer to be opened: a name and how it was met are enough.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body; the fields are read by name")]
pub(crate) struct CreateCustomer {
    /// 客户名称.
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    /// `individual` or `organization`.
    #[schema(pattern = "^(individual|organization)$")]
    kind: String,
    /// 如何认识.
    #[schema(min_length = 1, max_length = 200)]
    how_met: String,
    /// Opens it although it looks like customers that the caller may see; without it these are
    /// named and nothing is stored.
    anyway: Option<bool>,
    /// The plain fields; each may be left out.
    #[schema(inline)]
    #[serde(flatten)]
    details: Details,
}

/// Reads the body field by field, so that a wrong or unknown one is named.
fn typed(body: Map<String, Value>) -> Result<(NewCustomer, bool), Problem> {
    let (mut new, mut anyway) = (NewCustomer::default(), false);
    let mut wrong = Problem::invalid("request.body_wrong");
    for (field, value) in body {
        if let ("anyway", Value::Bool(said)) = (field.as_str(), &value) {
            anyway = *said;
            continue;
        }
        let text = match value {
            Value::String(text) => Some(text),
            Value::Null => None,
            _ => {
                wrong = wrong.field(&field, "request.field_wrong");
                continue;
            }
        };
        match field.as_str() {
            "name" => new.name = text.unwrap_or_default(),
            "kind" => new.kind = text.unwrap_or_default(),
            "how_met" => new.how_met = text.unwrap_or_default(),
            other if new.details.set(other, text) => {}
            unknown => wrong = wrong.field(unknown, "request.field_wrong"),
        }
    }
    if wrong.fields.is_empty() {
        Ok((new, anyway))
    } else {
        Err(wrong)
    }
}

/// Opens a customer.
#[utoipa::path(post, path = "/customers", tag = "customers", request_body = CreateCustomer, responses(
    (status = 201, description = "Opened", body = Customer,
        headers(("Location" = String, description = "Its address"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Looks like others: one entry each, with their id, code and name", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    State(api): State<Api>,
    Caller(call): Caller,
    Body(body): Body<Map<String, Value>>,
) -> Result<Response, Refusal> {
    let (new, anyway) = typed(body)?;
    let new = new.check(&api.app.today())?;
    let opened = api
        .app
        .write(&call, move |tx, scene| {
            customers::create(tx, scene, &new, anyway)
        })
        .await?;
    let address = format!("/api/v1/customers/{}", opened.id);
    Ok((StatusCode::CREATED, [(LOCATION, address)], Json(opened)).into_response())
}
