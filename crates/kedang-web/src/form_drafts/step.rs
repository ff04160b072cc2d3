//! The forms and links of the designer: plain ones, which htmx answers with the two panes alone.

use maud::{Markup, html};

use super::desk::Desk;
use crate::components::{Btn, Icon, btn};

/// A form that does one step; `inside` holds its controls and its button.
pub(super) fn step(desk: &Desk<'_>, act: &str, target: &str, inside: &Markup) -> Markup {
    let to = desk.to("/edits");
    html! {
        form method="post" action=(to) hx-post=(to) hx-target="#designer" hx-swap="outerHTML" {
            input type="hidden" name="version" value=(desk.view.draft.version);
            input type="hidden" name="act" value=(act);
            @if !target.is_empty() { input type="hidden" name="target" value=(target); }
            (inside)
        }
    }
}

/// A small button that does a step by itself, shown as its icon.
pub(super) fn quick(desk: &Desk<'_>, act: &str, target: &str, icon: Icon, label: &str) -> Markup {
    let one = Btn::new(label).icon(icon).square().small().quiet();
    step(desk, act, target, &btn(&desk.chrome, &one))
}

/// A link that opens a panel.
pub(super) fn opener(desk: &Desk<'_>, panel: &str, inside: &Markup, class: &str) -> Markup {
    let to = desk.to(&format!("?open={panel}"));
    html! {
        a class=(class) href=(to) hx-get=(to) hx-target="#designer" hx-swap="outerHTML" { (inside) }
    }
}

/// The foot of a panel: close it, do it.
pub(super) fn foot(desk: &Desk<'_>, go: &str) -> Markup {
    let (close, go) = (desk.t.say("shell-cancel"), desk.t.say(go));
    html! {
        div class="row end" {
            (opener(desk, "", &html! { (close) }, "btn quiet s"))
            (btn(&desk.chrome, &Btn::new(&go).go().small()))
        }
    }
}
