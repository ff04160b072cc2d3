//! What the pages of staff have in common.

use axum::response::Html;
use kedang_app::staff::Department;
use kedang_core::Problem;
use kedang_core::StaffId;
use kedang_words::Tongue;
use maud::Markup;

use crate::Web;
use crate::components::{Fit, Secrecy};
use crate::frame::{Frame, View};
use crate::rooms::Place;

/// The whole document round `body`.
pub(super) fn page(web: &Web, frame: &Frame, title: &str, body: &Markup) -> Html<String> {
    let view = View {
        title,
        place: Place::Staff,
        secrecy: Secrecy::Inner,
        edge: title,
        fit: Fit::Flow,
    };
    frame.page(web, &view, body)
}

/// The member of staff of an address.
pub(super) fn id(text: &str) -> Result<StaffId, Problem> {
    let id = StaffId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("staff.not_found"))
}

/// A department under those above it, for a drop-down.
pub(super) fn indented(department: &Department) -> String {
    format!(
        "{}{}",
        "\u{3000}".repeat(department.depth),
        department.named.name
    )
}

/// The name of a post; its key if the catalogue has none.
pub(super) fn post(t: Tongue<'_>, key: &str) -> String {
    let name = format!("post-{key}");
    match t.has(&name) {
        true => t.say(&name).into_owned(),
        false => key.to_owned(),
    }
}
