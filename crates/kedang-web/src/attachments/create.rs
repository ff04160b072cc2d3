//! Puts papers and photos into a dossier from its own page.

use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::attachments::Begin;
use kedang_app::forms::Pairs;
use kedang_core::Problem;
use kedang_core::attachment::Purpose;

use super::form::Ticked;
use super::{ids, list};
use crate::Web;
use crate::refusal::Refusal;
use crate::sent::sent;
use crate::visit::Visit;

/// Takes what was chosen and shows the dossier's files, or the page again with what did not hold.
pub(crate) async fn create(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Refusal> {
    let customer = ids::customer(&id)?;
    let whose = customer.clone();
    let begin = move |control: &str, ticked: &Pairs, name: &str| {
        let ticked = read(control, ticked);
        Some(Begin {
            customer: whose.clone(),
            purpose: if ticked.photo {
                Purpose::Photo
            } else {
                Purpose::Document
            },
            name: name.to_owned(),
            sensitive: ticked.sensitive,
            consent: ticked.consent,
            shared: ticked.shared,
        })
    };
    let sent = sent(&web, &visit.call, form, begin).await?;
    let none = sent.kept.is_empty();
    let refused = sent
        .refused
        .or_else(|| none.then(|| Problem::invalid("file.empty")));
    let Some(problem) = refused else {
        return Ok(Redirect::to(&format!("/customers/{id}/attachments")).into_response());
    };
    let photo = sent.pairs.contains_key("consent") || problem.code.contains("photo");
    let control = if photo { "photo" } else { "document" };
    let (frame, files) = list::read(&web, &visit, customer, None).await?;
    let ticked = read(control, &sent.pairs);
    let page = list::page(&web, &frame, &files, true, ticked, Some(&problem));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(control: &str, pairs: &Pairs) -> Ticked {
    let ticked = |name: &str| pairs.contains_key(name);
    Ticked {
        photo: control == "photo",
        sensitive: ticked("sensitive"),
        consent: ticked("consent"),
        shared: ticked("shared"),
    }
}
