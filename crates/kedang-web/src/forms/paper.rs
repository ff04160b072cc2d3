//! A form as a blank page, to be printed and written on.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::form_drafts;
use kedang_core::Instant;
use maud::html;

use super::list::{nth, title};
use super::{page, trail};
use crate::Web;
use crate::cards::paper::{Foot, Sheet, desk, leaves, pdf_button, print_button};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The newest version of the form, blank.
pub(crate) async fn paper(
    State(web): State<Web>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, (form, now)) = web
        .read(&visit, move |tx, scene| {
            let form = form_drafts::may_copy(tx, scene, &key)?;
            Ok((form, Instant(scene.moment.at())))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let name = title(t, &form);
    let sheet = Sheet::blank(&web, &frame, &form);
    let foot = Foot {
        reader: &frame.actor.name,
        when: &now.local(&web.app.zone),
    };
    let form_page = format!("/forms/{}", form.meta.key);
    let version = nth(t, i64::from(form.meta.version));
    let blank = t.say("paper-blank_title");
    let acts = html! {
        (print_button(&chrome, t, None))
        (pdf_button(&chrome, t, &format!("/forms/{}/paper.pdf", form.meta.key)))
    };
    let body = html! {
        (trail(t, Some((form_page.as_str(), name)), &blank, &version, &acts))
        (desk(&t.with("paper-of", &[("form", name.into())]), &leaves(&sheet, &foot)))
    };
    Ok(page(&web, &frame, name, &body))
}
