//! The hits of the search palette.

use axum::extract::State;
use axum::response::Html;
use kedang_app::customers::{self, SearchCustomers};
use maud::html;
use serde::Deserialize;

use crate::Web;
use crate::ask::Ask;
use crate::components::{Hit, Icon, hit_group, hit_none, icon};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Hits shown.
const HITS: u32 = 10;

#[derive(Deserialize, Default)]
pub(crate) struct PaletteAsk {
    #[serde(default)]
    q: String,
}

/// The customers found, as the palette shows them.
pub(crate) async fn palette(
    State(web): State<Web>,
    visit: Visit,
    Ask(ask): Ask<PaletteAsk>,
) -> Result<Html<String>, Refusal> {
    let ask = SearchCustomers {
        q: ask.q,
        limit: HITS,
    };
    let (frame, found) = web
        .read(&visit, move |tx, scene| customers::search(tx, scene, &ask))
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    if found.items.is_empty() {
        return Ok(Html(hit_none(&t.say("palette-none")).into_string()));
    }
    let hrefs: Vec<_> = found
        .items
        .iter()
        .map(|f| format!("/customers/{}", f.customer.id))
        .collect();
    let hits: Vec<_> = found
        .items
        .iter()
        .zip(&hrefs)
        .map(|(f, href)| Hit {
            href,
            mark: icon(&chrome, Icon::People),
            name: html! { (f.customer.name) },
            under: if f.matched == f.customer.name {
                ""
            } else {
                &f.matched
            },
            side: &f.customer.code,
        })
        .collect();
    Ok(Html(
        hit_group("palette-customers", &t.say("room-customers"), &hits).into_string(),
    ))
}
