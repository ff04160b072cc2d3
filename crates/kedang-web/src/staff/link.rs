//! Makes the link with which somebody sets his password, and shows it once.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::response::{IntoResponse, Response};
use kedang_app::AppError;
use kedang_core::Kind;

use super::desk;
use super::save::answer;
use super::show::{Told, page};
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The page with the link on it.
pub(crate) async fn link(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let token = match web.app.link_for(&visit.call, desk::id(&id)?).await {
        Ok(token) => token,
        Err(AppError::Problem(problem)) if problem.kind == Kind::Conflict => {
            return answer(&web, &visit, &id, Err(problem.into())).await;
        }
        Err(other) => return Err(other.into()),
    };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    // Plain http is served on loopback only; every other address speaks TLS.
    let host = host.unwrap_or("localhost");
    let local = ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|own| host.starts_with(own));
    let scheme = if local { "http" } else { "https" };
    let link = format!("{scheme}://{host}/invite/{token}");
    let told = Told {
        problem: None,
        link: Some(&link),
    };
    Ok(page(&web, &visit, &id, &told).await?.into_response())
}
