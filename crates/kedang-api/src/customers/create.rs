//! `POST /customers`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use kedang_app::customers;
use kedang_core::customer::{Customer, NewCustomer};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A customer to be opened: a name and how it was met are enough.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
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
    /// 手机, in any usual spelling.
    #[serde(default)]
    mobile: Option<String>,
    /// 统一社会信用代码.
    #[serde(default)]
    uscc: Option<String>,
}

/// Opens a customer.
#[utoipa::path(post, path = "/customers", tag = "customers", request_body = CreateCustomer, responses(
    (status = 201, description = "Opened", body = Customer,
        headers(("Location" = String, description = "Its address"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    State(api): State<Api>,
    Caller(call): Caller,
    Body(body): Body<CreateCustomer>,
) -> Result<Response, Refusal> {
    let typed = NewCustomer {
        name: body.name,
        kind: body.kind,
        how_met: body.how_met,
        mobile: body.mobile.unwrap_or_default(),
        uscc: body.uscc.unwrap_or_default(),
    };
    let new = typed.check()?;
    let opened = api
        .app
        .write(&call, move |tx, scene| customers::create(tx, scene, &new))
        .await?;
    let address = format!("/api/v1/customers/{}", opened.id);
    Ok((StatusCode::CREATED, [(LOCATION, address)], Json(opened)).into_response())
}
