//! Writes a contact down.

use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::{AppError, contacts};
use kedang_core::{Kind, Problem};

use super::typed::{Typed, scan};
use super::{ids, list};
use crate::Web;
use crate::refusal::Refusal;
use crate::sent::sent;
use crate::visit::Visit;

/// Stores it and shows the log, or the page again with what did not hold.
pub(crate) async fn create(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Refusal> {
    let customer = ids::customer(&id)?;
    let begin = |control: &str, _: &_, name: &str| scan(&customer, control, name);
    let sent = sent(&web, &visit.call, form, begin).await?;
    let typed = Typed::read(&sent);
    let refused = match (sent.refused, typed.contact.check(&web.app.today())) {
        (Some(problem), _) | (None, Err(problem)) => problem,
        (None, Ok(checked)) => {
            let whose = customer.clone();
            let done = web
                .app
                .write(&visit.call, move |tx, scene| {
                    contacts::create(tx, scene, &whose, &checked)
                })
                .await;
            match done {
                Ok(_) => {
                    return Ok(Redirect::to(&format!("/customers/{id}/contacts")).into_response());
                }
                Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => problem,
                Err(other) => return Err(other.into()),
            }
        }
    };
    again(&web, &visit, customer, &typed, &refused).await
}

async fn again(
    web: &Web,
    visit: &Visit,
    customer: kedang_core::CustomerId,
    typed: &Typed,
    refused: &Problem,
) -> Result<Response, Refusal> {
    let (frame, found) = list::read(web, visit, customer, None).await?;
    let page = list::page(web, &frame, &found, true, typed, Some(refused));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
