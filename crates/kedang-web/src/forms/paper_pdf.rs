//! A blank form as a PDF.

use axum::extract::{Path, State};
use axum::response::Response;
use kedang_app::customers::Taker;
use kedang_app::form_drafts;
use kedang_app::paper::{BlankForm, Voice};
use kedang_core::file_name::of_title;

use super::list::title;
use crate::Web;
use crate::cards::paper::handed_out;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Hands out the newest version of the form, blank, to whoever may see it so.
pub(crate) async fn paper_pdf(
    State(web): State<Web>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Response, Refusal> {
    let asked = key.clone();
    let (frame, form) = web
        .read(&visit, move |tx, scene| {
            form_drafts::may_copy(tx, scene, &asked)
        })
        .await?;
    let t = frame.tongue(&web);
    let name = format!("{}.pdf", of_title(title(t, &form)));
    let ask = BlankForm {
        key,
        tag: Some(t.lang().code().to_owned()),
    };
    let voice = Voice::new(web.words.clone().teller());
    let who = Taker::Caller(visit.call);
    let printed = web.app.print_form(&who, ask, voice).await?;
    Ok(handed_out(printed.pdf, &name))
}
