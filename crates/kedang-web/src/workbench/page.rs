//! The page.

use axum::extract::State;
use axum::response::Html;
use maud::html;

use super::areas::{analyse, arrange, collect, look_up};
use super::read::read;
use crate::Web;
use crate::components::{Fit, HeadView, Secrecy, page_head};
use crate::frame::View;
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The four areas side by side.
pub(crate) async fn page(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let zone = web.app.zone.clone();
    let (frame, found) = web
        .read(&visit, move |tx, scene| read(tx, scene, &zone))
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = t.say("workbench-title");
    let head = HeadView {
        title: &title,
        count: &web.app.today().to_string(),
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="areas" {
            (collect(&chrome, t, &found))
            (arrange(&chrome, t, &found))
            (look_up(&web, t, &found))
            (analyse(t, &found))
        }
    };
    let view = View {
        title: &title,
        place: Place::Workbench,
        secrecy: Secrecy::Inner,
        edge: &t.say("workbench-edge"),
        fit: Fit::Flow,
    };
    Ok(frame.page(&web, &view, &body))
}
