//! Frames to glue into: the photo in its place, the papers below the name of the frame.

use kedang_app::forms::Kind;
use maud::{Markup, html};

use super::super::sheet::Sheet;
use crate::cards::screen::{Slot, widget};
use crate::components::{Icon, icon_small};

/// The frame. A photo fills it: what is asked of it folds out beside the paper.
pub(super) fn framed(sheet: &Sheet<'_>, slot: &Slot<'_>) -> Markup {
    if matches!(slot.field.kind, Kind::Photo(_)) {
        return photo(sheet, slot);
    }
    html! {
        p class="slot-name" { (sheet.label(&slot.field.path)) }
        (widget::control(slot))
    }
}

fn photo(sheet: &Sheet<'_>, slot: &Slot<'_>) -> Markup {
    let id = Some(slot.one("ref")).filter(|id| !id.is_empty());
    let src = id.map(|id| format!("/api/v1/attachments/{id}/display"));
    let wrong = slot.findings().next().is_some();
    html! {
        div class="slot" { span { (sheet.label(&slot.field.path)) } }
        img class="face" data-face src=[src] alt=(slot.label()) hidden[id.is_none()];
        details class="glue" data-over open[wrong] {
            summary class="btn s" {
                (icon_small(&slot.screen.chrome, Icon::Camera)) (slot.screen.say("paper-glue"))
            }
            div class="glue-in" { (widget::control(slot)) }
        }
    }
}
