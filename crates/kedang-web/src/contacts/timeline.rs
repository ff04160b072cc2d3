//! 时间线: everything that happened with a customer.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::contacts::{self, ListContacts};
use maud::html;

use super::ids;
use super::list::{LogAsk, desk};
use super::section::events_line;
use crate::Web;
use crate::ask::Ask;
use crate::components::sheet;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Events of a page.
const EVENTS: u32 = 50;

/// The page.
pub(crate) async fn timeline(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<LogAsk>,
) -> Result<Html<String>, Refusal> {
    let first = ask.is_first();
    let ask = ListContacts {
        customer: ids::customer(&id)?,
        cursor: ask.cursor(),
        limit: EVENTS,
    };
    let (frame, found) = web
        .read(&visit, move |tx, scene| contacts::timeline(tx, scene, &ask))
        .await?;
    let t = frame.tongue(&web);
    let base = format!("/customers/{}/timeline", found.customer.id);
    let body = html! {
        (sheet(&t.say("timeline-newest"), &html! {}, &events_line(&web, t, &found)))
    };
    let turn = (base.as_str(), first, found.page.next.as_deref());
    Ok(desk(
        &web,
        &frame,
        &found.customer,
        &t.say("timeline-title"),
        turn,
        &body,
    ))
}
