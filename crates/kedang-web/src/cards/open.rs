//! Opens a blank card in a dossier.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::cards;
use kedang_core::{CustomerId, Problem};
use serde::Deserialize;

use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize)]
pub(crate) struct OpenForm {
    #[serde(default)]
    form: String,
}

/// Opens the card and leads to filling it in.
pub(crate) async fn open(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(typed): Posted<OpenForm>,
) -> Result<Redirect, Refusal> {
    let id = CustomerId::parse(&id).ok();
    let id = id.ok_or_else(|| Problem::not_found("customer.not_found"))?;
    let opened = web
        .app
        .write(&visit.call, move |tx, scene| {
            cards::open(tx, scene, &id, &typed.form)
        })
        .await?;
    // A form of nothing but a running record is not filled in, it is continued.
    let form = &opened.form;
    let asks = form
        .fields
        .iter()
        .any(|f| f.is_stored() && !f.is_append_only());
    let records = form.fields.iter().any(|f| f.is_append_only());
    let to = if asks && !records { "/edit" } else { "" };
    Ok(Redirect::to(&format!("/cards/{}{to}", opened.card.id)))
}
