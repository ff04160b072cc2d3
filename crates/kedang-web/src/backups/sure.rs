//! Whether a backup is really to be taken away.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_core::Problem;
use maud::html;

use crate::Web;
use crate::components::{Btn, Fit, HeadView, Icon, Secrecy, btn, btn_link, page_head, sheet};
use crate::frame::View;
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The page that asks.
pub(crate) async fn sure(
    State(web): State<Web>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Html<String>, Refusal> {
    let there = web.app.backups(&visit.call).await?;
    let found = there.kept.iter().any(|one| one.name == name);
    if !found {
        return Err(Problem::not_found("backup.not_found").into());
    }
    let (frame, ()) = web.read(&visit, |_, _| Ok(())).await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (title, crumbs, list) = (
        t.say("backups-remove_sure"),
        t.say("shell-crumbs"),
        t.say("backups-title"),
    );
    let back = t.say("backups-keep");
    let head = HeadView {
        crumbs: &[("/backups", &list)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        form method="post" action={ "/backups/" (name) "/removal" } class="stack" {
            p { (t.say("backups-remove_note")) }
            div class="row-acts" {
                (btn(&chrome, &Btn::new(&title).danger().icon(Icon::X)))
                (btn_link(&chrome, &Btn::new(&back), "/backups"))
            }
        }
    };
    let body = html! { (page_head(&head, &html! {})) (sheet(&name, &html! {}, &body)) };
    let view = View {
        title: &title,
        place: Place::Backups,
        secrecy: Secrecy::Inner,
        edge: &list,
        fit: Fit::Form,
    };
    Ok(frame.page(&web, &view, &body))
}
