//! One form, as an empty card of it looks.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::form_drafts;
use kedang_core::form_draft::is_own;
use maud::html;

use super::list::{nth, revise_button, title};
use super::{page, preview, trail};
use crate::Web;
use crate::components::{Btn, Icon, btn_link};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The form in its newest version.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, (form, reference, today)) = web
        .read(&visit, move |tx, scene| {
            let form = form_drafts::may_copy(tx, scene, &key)?;
            let reference = kedang_app::references::desk(tx, scene, &key)?.newest;
            Ok((form, reference.is_some(), scene.today()))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (key, own) = (form.meta.key.as_str(), is_own(&form.meta.key));
    let copy = t.say("forms-copy");
    let read = t.say(if reference {
        "references-open"
    } else {
        "references-write"
    });
    let to = format!(
        "/forms/{key}/reference{}",
        if reference { "" } else { "/edit" }
    );
    let blank = t.say("paper-blank_print");
    let acts = html! {
        (btn_link(&chrome, &Btn::new(&blank).small().icon(Icon::Print), &format!("/forms/{key}/paper")))
        (btn_link(&chrome, &Btn::new(&read).quiet().small().icon(Icon::Doc), &to))
        (btn_link(&chrome, &Btn::new(&copy).small(), &format!("/forms/{key}/copy")))
        @if own { (revise_button(&chrome, t, key)) }
    };
    let version = nth(t, i64::from(form.meta.version));
    let note = if own {
        "forms-own_note"
    } else {
        "forms-shipped_note"
    };
    let body = html! {
        (trail(t, None, title(t, &form), &format!("{version} · {key}"), &acts))
        p class="mut mb2 reading-width" { (t.say(note)) }
        div class="preview-page" { (preview(chrome, t, &form, today)) }
    };
    Ok(page(&web, &frame, title(t, &form), &body))
}
