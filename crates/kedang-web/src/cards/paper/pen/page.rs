//! The form round the paper: what is wrong on top, the leaves, what they have no place for, the
//! buttons.

use maud::{Markup, html};

use super::super::{Foot, Sheet, desk as paper_desk, leaves};
use super::beside::beside;
use super::note::wrongs;
use crate::Web;
use crate::cards::opened::Opened;
use crate::cards::screen::{Screen, loose, refresh, summary};
use crate::cards::{desk, edit};
use crate::frame::Frame;

/// The page below its head.
pub(in crate::cards) fn fill(
    web: &Web,
    frame: &Frame,
    typed: &edit::Sheet<'_>,
    screen: &Screen<'_>,
) -> Markup {
    let (t, opened) = (screen.t, typed.opened);
    let paper = sheet(web, frame, opened, screen);
    let foot = Foot {
        reader: &frame.actor.name,
        when: &opened.now.local(&web.app.zone),
    };
    let title = desk::title(t, screen.form);
    let label = t.with("paper-of", &[("form", title.into())]);
    html! {
        form class="paper-form" id=(desk::FORM) method="post" data-island="dirty"
            action={ "/cards/" (opened.view.card.id) } data-edited[typed.unsaved]
            aria-label=(title) {
            (typed.hidden())
            // What is printed from here is noted as well (T-33).
            span data-island="print" data-to={ "/cards/" (opened.view.card.id) "/printings" } hidden {}
            div data-island="conditions" {
                (loose(screen))
                (wrongs(screen))
                (paper_desk(&label, &leaves(&paper, &foot)))
                (beside(screen, &edit::change(t, typed)))
                div class="form-foot" {
                    (summary(screen)) span class="push" {} (refresh(screen))
                    (edit::buttons(&screen.chrome, t, typed))
                }
            }
        }
    }
}

/// The paper of the card with the pen on it.
pub(super) fn sheet<'a>(
    web: &'a Web,
    frame: &'a Frame,
    opened: &'a Opened,
    screen: &'a Screen<'a>,
) -> Sheet<'a> {
    Sheet::blank(web, frame, &opened.view.form)
        .filled(&opened.view, &opened.records)
        .written(screen)
}
