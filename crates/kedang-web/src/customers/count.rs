//! How many customers there are, fetched after the list is on the screen.

use axum::extract::State;
use axum::response::Html;
use kedang_app::customers;

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The count in words, capped.
pub(crate) async fn count(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, count) = web.read(&visit, customers::count).await?;
    let t = frame.tongue(&web);
    let words = match count {
        Some(count) => t.with("customers-count", &[("count", count.into())]),
        None => t.say("customers-count_capped"),
    };
    Ok(Html(words.into_owned()))
}
