//! The frame around a control: label, 无, notes, and what happens when it changes.

use kedang_app::forms::{Kind, Widget};
use maud::{Markup, html};

use super::conditional;
use super::note::notes;
use super::slot::Slot;
use super::widget;

/// A field of the card in its columns. A field that is not asked leaves an empty place behind,
/// so that a change elsewhere can bring it.
pub(in crate::cards) fn field(slot: &Slot<'_>, span: u8) -> Markup {
    let screen = slot.screen;
    let depends = slot.field.visible_when.is_some() || slot.field.required_when.is_some();
    if slot.field.retired {
        return html! {};
    }
    let stale = !screen.applies(slot.field);
    if stale && !screen.is_filled(&slot.field.key) {
        return html! { div id=(place(slot)) hidden {} };
    }
    if slot.field.waits(screen.context) {
        return html! { div id=(place(slot)) hidden { (carried(slot)) } };
    }
    let id = (depends || is_output(slot)).then(|| place(slot));
    match slot.field.kind.as_type().widget() {
        Widget::Signature => html! {},
        Widget::Rows if slot.field.is_append_only() => html! {},
        Widget::Rows => widget::rows(slot, id.as_deref()),
        Widget::Output => widget::output(slot, span, id.as_deref()),
        _ if stale || conditional::opener(screen, slot.field).is_some() => {
            super::cause::cause(slot, span, stale)
        }
        _ => asked(slot, &format!("c{span}"), id.as_deref()),
    }
}

/// The id of the place of a field that comes and goes.
pub(in crate::cards) fn place(slot: &Slot<'_>) -> String {
    format!("w-{}", slot.field.key)
}

fn is_output(slot: &Slot<'_>) -> bool {
    matches!(slot.field.kind, Kind::Computed(_))
}

/// What has no control for now keeps its answer.
pub(in crate::cards) fn carried(slot: &Slot<'_>) -> Markup {
    let own = |name: &str| {
        let rest = name.strip_prefix(slot.name.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '!']))
    };
    html! {
        @for (name, texts) in slot.screen.pairs.iter().filter(|(name, _)| own(name)) {
            @for text in texts { input type="hidden" name=(name) value=(text); }
        }
    }
}

/// Label, control, 无, notes. Several controls are a group with a legend.
pub(super) fn asked(slot: &Slot<'_>, columns: &str, id: Option<&str>) -> Markup {
    let label = html! {
        (slot.label())
        @if slot.screen.required(slot.field) { span class="must" aria-hidden="true" { "*" } }
    };
    let class = format!("field {columns}");
    let inside = html! {
        div class="ask" { (widget::control(slot)) (none(slot)) }
        (notes(slot))
        (widget::more(slot))
    };
    let (post, trigger) = changes(slot);
    if is_group(slot.field.kind.as_type().widget()) {
        let noted = slot.noted();
        return html! {
            fieldset class=(class) id=[id] aria-describedby=[noted] hx-post=[post]
                hx-trigger=[trigger] hx-swap=[trigger.map(|_| "none")] {
                legend { (label) }
                (inside)
            }
        };
    }
    html! {
        div class=(class) id=[id] hx-post=[post] hx-trigger=[trigger]
            hx-swap=[trigger.map(|_| "none")] {
            label for=(slot.id("")) { (label) }
            (inside)
        }
    }
}

/// Whether the widget is several controls.
pub(in crate::cards) const fn is_group(widget: Widget) -> bool {
    matches!(
        widget,
        Widget::Date
            | Widget::File
            | Widget::Photo
            | Widget::TimeWindow
            | Widget::Radio
            | Widget::Ticks
            | Widget::Scale
            | Widget::Address
    )
}

/// Where a change of this field is sent, if anything hangs on it.
pub(in crate::cards) fn changes(slot: &Slot<'_>) -> (Option<String>, Option<&'static str>) {
    // A column of a row has a path of its own, and nothing hangs on it.
    let opens = slot.path == slot.name && conditional::is_opener(slot.screen.form, &slot.name);
    let post = opens.then(|| format!("{}?from={}", slot.screen.redraw, slot.name));
    (post, opens.then_some("change"))
}

/// The small box that states 无.
pub(in crate::cards) fn none(slot: &Slot<'_>) -> Markup {
    if !slot.may_be_none() {
        return html! {};
    }
    html! {
        label class="chip no" {
            input type="checkbox" name={ (slot.name) "!none" } value="1" checked[slot.is_none()]
                data-none;
            span { span class="vh" { (slot.label()) } (slot.screen.say("cards-none")) }
        }
    }
}
