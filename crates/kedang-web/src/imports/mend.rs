//! A row is mended, left out, or decided about.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::imports::{self, Mend};

use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Mends the row and goes back to where it stood, in the grid or beside the customer.
pub(crate) async fn mend(
    State(web): State<Web>,
    visit: Visit,
    Path((id, seq)): Path<(String, i64)>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Redirect, Refusal> {
    let mut ask = Mend::default();
    let (mut back, mut beside) = (String::new(), false);
    for (key, value) in pairs {
        match key.as_str() {
            "decision" => ask.decision = Some(value),
            "left" => ask.left = Some(value == "1"),
            "back" => back = value,
            "then" => beside = true,
            cell => {
                let index = cell.strip_prefix('c').and_then(|text| text.parse().ok());
                ask.cells.extend(index.map(|index| (index, value)));
            }
        }
    }
    // Only a query of the page itself: never another place.
    let back: String = back
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '=' | '&' | '_'))
        .collect();
    let there = if beside {
        format!("/imports/{id}/rows/{seq}")
    } else {
        format!("/imports/{id}/rows?{back}#row-{seq}")
    };
    let today = web.app.today();
    web.app
        .write(&visit.call, move |tx, scene| {
            imports::mend(tx, scene, &today, &id, seq, &ask)
        })
        .await?;
    Ok(Redirect::to(&there))
}
