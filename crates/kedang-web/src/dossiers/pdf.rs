//! A whole dossier as a PDF.

use axum::extract::{Path, State};
use axum::response::Response;
use kedang_app::customers::Taker;
use kedang_app::paper::Voice;
use kedang_core::file_name::of_title;
use kedang_core::{CustomerId, Problem};

use crate::Web;
use crate::cards::paper::handed_out;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Hands it out; that it left is noted first.
pub(crate) async fn pdf(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let whose = CustomerId::parse(&id).ok();
    let whose = whose.ok_or_else(|| Problem::not_found("customer.not_found"))?;
    let voice = Voice::new(web.words.clone().teller());
    let who = Taker::Caller(visit.call);
    let printed = web.app.print_dossier(&who, whose.as_str(), voice).await?;
    let name = format!("{}.pdf", of_title(&printed.name));
    Ok(handed_out(printed.pdf, &name))
}
