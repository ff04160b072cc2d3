//! Printing: the button, and the note of it (T-33).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::cards;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::cards::typed;
use crate::components::{Chrome, Icon, icon_small};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Notes that the reader printed the card; the island tells it when the browser begins to.
pub(crate) async fn print(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let id = typed::card(&id)?;
    web.app
        .write(&visit.call, move |tx, scene| cards::print(tx, scene, &id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The button; without script a sentence says which keys print. `to` is told of each printing.
pub(crate) fn print_button(chrome: &Chrome<'_>, t: Tongue<'_>, to: Option<&str>) -> Markup {
    html! {
        button class="btn go" type="button" data-island="print" data-to=[to] hidden {
            (icon_small(chrome, Icon::Print)) (t.say("paper-print"))
        }
        span class="plainly mut t-s" { (t.say("paper-print_keys")) }
    }
}
