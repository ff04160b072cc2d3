//! The question before a whole import is taken back.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_core::Problem;
use maud::html;

use super::list::one;
use super::{show, words};
use crate::Web;
use crate::components::{Btn, Fit, HeadView, btn, btn_link, form_foot, page_head, part};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Says what would go back, and asks.
pub(crate) async fn undo_ask(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, import) = web
        .read(&visit, move |tx, scene| one(tx, scene, &id))
        .await?;
    if import.until.is_none() {
        return Err(Problem::conflict("import.state_wrong").into());
    }
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (title, crumbs) = (t.say("imports-undo"), t.say("shell-crumbs"));
    let (back, imports) = (t.say("shell-cancel"), t.say("imports-title"));
    let (address, name) = (format!("/imports/{}", import.id), words::name(t, &import));
    let head = HeadView {
        crumbs: &[("/imports", &imports), (&address, &name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let told = html! {
        p class="c12" { (words::sum(t, &import)) }
        p class="c12 mut t-s" { (t.say("imports-undo_note")) }
    };
    let body = html! {
        (page_head(&head, &html! {}))
        form method="post" action={ (address) "/undo" } class="sheet form" {
            (part(&name, "", &told))
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&back).quiet(), &address))
                (btn(&chrome, &Btn::new(&title).danger()))
            }))
        }
    };
    Ok(show::page(&web, &frame, &import, Fit::Flow, &body))
}
