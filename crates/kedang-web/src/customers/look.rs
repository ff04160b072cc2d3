//! What the looks of a list (rows, board, figures) have in common: their edge, and that a question
//! that does not hold is answered as such.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;

use crate::Web;
use crate::components::{Fit, Secrecy};
use crate::frame::{Frame, View};
use crate::rooms::Place;

/// One look of a list.
pub(super) struct Look<'a> {
    /// Title of the window.
    pub(super) title: &'a str,
    /// The room it hangs in.
    pub(super) place: Place,
    /// Whether it fills the window.
    pub(super) fit: Fit,
    /// Whether something of what was asked or typed does not hold.
    pub(super) wrong: bool,
}

/// The whole answer.
pub(super) fn answer(web: &Web, frame: &Frame, look: &Look<'_>, body: &Markup) -> Response {
    let t = frame.tongue(web);
    let view = View {
        title: look.title,
        place: look.place,
        secrecy: Secrecy::Inner,
        edge: &t.say("customers-edge"),
        fit: look.fit,
    };
    let status = match look.wrong {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    (status, frame.page(web, &view, body)).into_response()
}
