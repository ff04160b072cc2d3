//! The pages of a run that is through.

use axum::extract::{Path, State};
use axum::response::Response;
use kedang_app::paper::RunState;
use kedang_core::Problem;
use kedang_core::file_name::of_title;

use crate::Web;
use crate::cards::paper::handed_out;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Hands them out, as often as they are asked for while they are kept. They were noted when they
/// were made.
pub(crate) async fn file(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let run = web.app.run(&visit.call, &id).await?;
    let RunState::Done(printed) = run.state else {
        return Err(Problem::not_found("print_run.not_found").into());
    };
    let name = format!("{}-{}.pdf", of_title(&printed.name), web.app.today());
    Ok(handed_out(printed.pdf.clone(), &name))
}
