//! What the pages of forms have in common.

use axum::response::Html;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{Fit, HeadView, Secrecy, page_head};
use crate::frame::{Frame, View};
use crate::rooms::Place;

/// Title and buttons below the way back to the list and, perhaps, one step more.
pub(crate) fn trail(
    t: Tongue<'_>,
    above: Option<(&str, &str)>,
    title: &str,
    count: &str,
    acts: &Markup,
) -> Markup {
    let (room, label) = (t.say("room-forms"), t.say("shell-crumbs"));
    let mut crumbs = vec![("/forms", room.as_ref())];
    crumbs.extend(above);
    let head = HeadView {
        crumbs: &crumbs,
        crumbs_label: &label,
        title,
        count,
        ..HeadView::default()
    };
    html! { (page_head(&head, acts)) }
}

/// The whole document round `body`.
pub(crate) fn page(web: &Web, frame: &Frame, title: &str, body: &Markup) -> Html<String> {
    let t = frame.tongue(web);
    let reader = frame.actor.name.as_str();
    let edge = t.with("forms-edge", &[("reader", reader.into())]);
    let view = View {
        title,
        place: Place::Forms,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit: Fit::Flow,
    };
    frame.page(web, &view, body)
}
