//! How many customers a list has, fetched after it is on the screen.

use axum::extract::{RawQuery, State};
use axum::response::Html;
use kedang_app::{customers, views};
use maud::html;

use super::address::{Base, LIST, and, at};
use super::ask::ListAsk;
use super::screen::asked;
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The count in words: up to a cap, and beyond it with a button that counts exactly.
pub(crate) async fn count(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Refusal> {
    let ask = ListAsk::read(query.as_deref());
    let (zone, exact) = (web.app.zone.clone(), ask.exact);
    let (frame, (query, count)) = web
        .read(&visit, move |tx, scene| {
            let views = views::list(tx, scene)?;
            let base = Base::find(LIST, &ask.view, &views)?;
            let (question, refused) = asked(&ask, &base);
            if let Some(problem) = refused {
                return Err(problem.into());
            }
            let count = customers::count(tx, scene, &question, &zone, exact)?;
            Ok((base.query(&question), count))
        })
        .await?;
    let t = frame.tongue(&web);
    let exactly = and(&at("/customers/count", &query), "exact=1");
    let words = html! {
        @if let Some(count) = count { (t.with("customers-count", &[("count", count.into())])) }
        @else {
            (t.say("customers-count_capped")) " "
            button type="button" class="btn quiet s" hx-get=(exactly) hx-target="closest .count" {
                (t.say("lists-exact"))
            }
        }
    };
    Ok(Html(words.into_string()))
}
