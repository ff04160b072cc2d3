//! A customer as an electronic business card.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kedang_app::customers::{self, TakeCard};
use kedang_core::file_name::{of_title, quoted};
use kedang_core::{CustomerId, Problem};

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Hands the card out, in the version that phones read.
pub(crate) async fn vcard(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let taken = web
        .app
        .write(&visit.call, move |tx, scene| {
            let id = CustomerId::parse(&id).ok();
            let customer = id.ok_or_else(|| Problem::not_found("customer.not_found"))?;
            let version = None;
            customers::vcard(tx, scene, &TakeCard { customer, version })
        })
        .await?;
    let name = quoted(&format!("{}.vcf", of_title(&taken.name)));
    let mut response = taken.text.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/vcard; charset=utf-8");
    headers.insert(CONTENT_TYPE, kind);
    // Percent signs and ASCII only: it is a header.
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
