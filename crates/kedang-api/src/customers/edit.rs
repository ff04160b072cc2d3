//! `PATCH /customers/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::customers::{self, Edit};
use kedang_core::customer::{Customer, Details};
use kedang_core::{CustomerId, Problem};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::changes::ChangeDocument;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::{Version, etag};

/// What is to be changed: what is left out stays as it is, null takes an answer away.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body; the fields are read by name")]
pub(crate) struct EditCustomer {
    /// 客户名称.
    #[schema(min_length = 1, max_length = 120)]
    name: Option<String>,
    /// 如何认识.
    #[schema(min_length = 1, max_length = 200)]
    how_met: Option<String>,
    /// `proposed`, `potential`, `prospect`, `active`, `lost`.
    #[schema(pattern = "^(proposed|potential|prospect|active|lost)$")]
    stage: Option<String>,
    /// Why the stage changes; must be there when a customer is lost.
    #[schema(max_length = 200)]
    stage_reason: Option<String>,
    /// `supplier`, `dealer`, `consumer`, `key_account`, `brand`, and of the special ones `lawyer`,
    /// `financial_adviser`, `advertising`, `public_relations`, `bank`, `insurance`, `financing`.
    types: Option<Vec<String>>,
    /// 负责人, a staff id; null for nobody.
    owner: Option<String>,
    /// 部门, an id.
    department: Option<String>,
    /// 协办, staff ids.
    co_owners: Option<Vec<String>>,
    /// What explains guarded fields that change: name, legal representative, registered capital,
    /// address, business scope, uscc.
    change: Option<ChangeDocument>,
    /// The plain fields.
    #[schema(inline)]
    #[serde(flatten)]
    details: Details,
}

/// Reads the body field by field, so that a wrong one is named.
fn typed(id: CustomerId, version: i64, body: Map<String, Value>) -> Result<Edit, Problem> {
    let mut ask = Edit {
        id,
        version,
        fields: Vec::new(),
        types: None,
        co_owners: None,
        change: None,
    };
    let mut wrong = Problem::invalid("request.body_wrong");
    for (field, value) in body {
        match (field.as_str(), value) {
            ("types", value) => match serde_json::from_value(value).ok() {
                Some(types) => ask.types = Some(types),
                None => wrong = wrong.field("types", "request.field_wrong"),
            },
            ("co_owners", value) => match serde_json::from_value(value).ok() {
                Some(all) => ask.co_owners = Some(all),
                None => wrong = wrong.field("co_owners", "request.field_wrong"),
            },
            ("change", value) => match serde_json::from_value::<Option<ChangeDocument>>(value).ok()
            {
                Some(change) => ask.change = change.map(Into::into),
                None => wrong = wrong.field("change", "request.field_wrong"),
            },
            (_, Value::String(text)) => ask.fields.push((field, Some(text))),
            (_, Value::Null) => ask.fields.push((field, None)),
            (_, _) => wrong = wrong.field(&field, "request.field_wrong"),
        }
    }
    match wrong.fields.is_empty() {
        true => Ok(ask),
        false => Err(wrong),
    }
}

/// Changes a customer.
#[utoipa::path(patch, path = "/customers/{id}", tag = "customers", request_body = EditCustomer,
    params(("id" = String, Path, description = "The id", format = "uuid"),
        ("If-Match" = String, Header, description = "The version that was read, quoted")), responses(
    (status = 200, description = "Changed", body = Customer,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Changed in the meantime", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn edit(
    State(api): State<Api>,
    Caller(call): Caller,
    Version(version): Version,
    Path(id): Path<String>,
    Body(body): Body<Map<String, Value>>,
) -> Result<Response, Refusal> {
    let ask = typed(super::ids::customer(&id)?, version, body)?;
    let customer = api
        .app
        .write(&call, move |tx, scene| customers::edit(tx, scene, &ask))
        .await?;
    Ok(([(ETAG, etag(customer.version))], Json(customer)).into_response())
}
