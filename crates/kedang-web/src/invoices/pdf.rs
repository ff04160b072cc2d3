//! 开票资料 as a card to be printed.

use axum::extract::{Path, State};
use axum::response::Response;
use kedang_app::customers::Taker;
use kedang_app::paper::Voice;
use kedang_core::file_name::of_title;

use super::show::whose;
use crate::Web;
use crate::cards::paper::handed_out;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Hands it out; that it was printed is noted first.
pub(crate) async fn pdf(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let id = whose(&id)?;
    let voice = Voice::new(web.words.clone().teller());
    let who = Taker::Caller(visit.call);
    let printed = web.app.print_invoice(&who, id, voice).await?;
    let name = format!("{}.pdf", of_title(&printed.name));
    Ok(handed_out(printed.pdf, &name))
}
