//! How far an import is, for the page that waits.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::imports::ImportView;
use serde::Serialize;

use super::list::one;
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// How far it is.
#[derive(Debug, Serialize)]
pub(crate) struct Progress {
    through: i64,
    total: i64,
    over: bool,
}

/// Rows that are through, of all; `over` when nothing moves any more.
pub(crate) async fn progress(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Json<Progress>, Refusal> {
    let (_, import) = web
        .read(&visit, move |tx, scene| one(tx, scene, &id))
        .await?;
    let (through, total, over) = of(&import);
    Ok(Json(Progress {
        through,
        total,
        over,
    }))
}

/// Rows through, rows in all, and whether it stands still.
pub(super) fn of(import: &ImportView) -> (i64, i64, bool) {
    let count = |states: &[&str]| -> i64 {
        let counted = import.totals.iter();
        counted
            .filter(|(state, _)| states.contains(&state.as_str()))
            .map(|(_, count)| count)
            .sum()
    };
    let came = i64::try_from(import.sum.undone + import.sum.kept).unwrap_or(i64::MAX);
    let (through, over) = match import.state {
        "staged" => (import.rows - count(&["new"]), count(&["new"]) == 0),
        "running" => (count(&["in", "out"]), false),
        "undoing" => (came, false),
        _ => (import.rows, true),
    };
    (through, import.rows, over)
}
