//! One field in its cell: a control where it is asked, what stands there where it is not.

use kedang_app::forms::{Block, Cell, Choices, Field, Form, Kind, Print, Widget};
use kedang_app::paper::boxes_fit;
use maud::{Markup, html};

use super::super::boxes::options;
use super::super::cell::read;
use super::super::sheet::Sheet;
use super::super::value::{Held, Place};
use super::boxes::boxes;
use super::frame::framed;
use super::note::notes;
use super::signing::signing;
use crate::cards::screen::{self, Screen, Slot, widget};

/// The field in its cell. A change elsewhere may draw it anew: its place has the name it has on the
/// screen.
pub(in crate::cards::paper) fn place<'a>(
    sheet: &Sheet<'a>,
    screen: &'a Screen<'a>,
    cell: &'a Cell,
    field: &'a Field,
    width: u16,
) -> Markup {
    let slot = Slot::of(screen, field);
    let stale = !screen.applies(field);
    let there = Place::of(sheet, field, width);
    match field.kind.as_type().widget() {
        Widget::Signature => signing(sheet, field),
        Widget::Output => computed(&slot),
        _ if field.waits(screen.context) => shut(
            &slot,
            &read(sheet, cell, &there),
            &screen.say("paper-after_signing"),
        ),
        _ if stale && !screen.is_filled(&field.key) => {
            let blank = Place {
                held: Held::Blank,
                ..there
            };
            shut(&slot, &read(sheet, cell, &blank), "")
        }
        _ => asked(sheet, &slot, cell, width),
    }
}

/// A place that takes nothing now: as it is printed. What it holds is kept.
fn shut(slot: &Slot<'_>, printed: &Markup, why: &str) -> Markup {
    let opener = opener(slot);
    html! {
        div class="fill shut" id=(screen::place(slot)) title=[opener.as_deref()] {
            (printed) (screen::carried(slot))
            @if let Some(opener) = &opener { span class="vh no-print" { (opener) } }
            @if !why.is_empty() { span class="quiet" { (why) } }
        }
    }
}

/// What must be answered first, if the place waits for another answer.
pub(super) fn opener(slot: &Slot<'_>) -> Option<String> {
    let screen = slot.screen;
    let condition = slot.field.visible_when.as_ref()?;
    let first = condition.fields().into_iter().next()?;
    let label = screen.words().label(first);
    let said = screen.t.with("paper-opened_by", &[("label", label.into())]);
    Some(said.into_owned())
}

/// What the card computes itself, from what is typed.
fn computed(slot: &Slot<'_>) -> Markup {
    html! {
        div class="fill" id=(screen::place(slot)) role="group" aria-label=(slot.label()) {
            span class="v" { (widget::computed(slot)) }
            @if matches!(&slot.field.kind, Kind::Computed(kind) if kind.money) {
                " " (slot.screen.say("cards-yuan"))
            }
        }
    }
}

/// Control, 无, notes. Several controls are a group that is named like the cell.
fn asked(sheet: &Sheet<'_>, slot: &Slot<'_>, cell: &Cell, width: u16) -> Markup {
    let screen = slot.screen;
    let many = is_many(sheet, slot, cell, width);
    let stale = !screen.applies(slot.field);
    let (post, trigger) = screen::changes(slot);
    let (name, noted) = (many.then(|| slot.label()), slot.noted().filter(|_| many));
    html! {
        div class={ "fill" @if screen.required(slot.field) { " must" } @if stale { " stale" } }
            id=(screen::place(slot)) role=[many.then_some("group")] aria-label=[name]
            aria-describedby=[noted] hx-post=[post] hx-trigger=[trigger]
            hx-swap=[trigger.map(|_| "none")] {
            @if !many { (label(sheet, slot, cell)) }
            div class="ask" { (control(sheet, slot, cell, width)) (screen::none(slot)) }
            (notes(slot))
            (more(slot))
            @if stale {
                (screen::clear(screen, &slot.name, &screen.say("cards-clear")))
            }
        }
    }
}

/// Whether the place has several controls. Options without room for boxes are one drop-down.
fn is_many(sheet: &Sheet<'_>, slot: &Slot<'_>, cell: &Cell, width: u16) -> bool {
    match slot.field.kind.as_type().widget() {
        Widget::Radio | Widget::Select => cell.print == Print::Numbered || fits(sheet, slot, width),
        widget => screen::is_group(widget),
    }
}

/// Whether all options of a choice have room as boxes.
fn fits(sheet: &Sheet<'_>, slot: &Slot<'_>, width: u16) -> bool {
    let options = options(sheet, slot.field);
    boxes_fit(options.iter().map(|(_, word)| word.as_str()), width)
}

/// The name of a single control: printed before it, or in a cell of its own, or said only to who
/// does not see the page.
fn label(sheet: &Sheet<'_>, slot: &Slot<'_>, cell: &Cell) -> Markup {
    let id = slot.id("");
    html! {
        @if cell.print == Print::Labelled {
            label for=(id) { (slot.label()) (sheet.t.say("paper-colon")) }
        } @else if !is_headed(slot.screen.form, &slot.path) {
            label class="vh" for=(id) { (slot.label()) }
        }
    }
}

/// Whether a cell of its own names the field.
fn is_headed(form: &Form, path: &str) -> bool {
    form.layout.paper.block.iter().any(|block| match block {
        Block::Grid { rows, .. } => {
            let mut cells = rows.iter().flatten();
            cells.any(|cell| cell.label.as_deref() == Some(path))
        }
        _ => false,
    })
}

fn control(sheet: &Sheet<'_>, slot: &Slot<'_>, cell: &Cell, width: u16) -> Markup {
    let one = matches!(slot.field.kind, Kind::Choice(_));
    match slot.field.kind.as_type().widget() {
        _ if cell.print == Print::Frame => framed(sheet, slot),
        _ if one && !is_many(sheet, slot, cell, width) => widget::select(slot),
        Widget::Radio | Widget::Select | Widget::Scale | Widget::Ticks => {
            boxes(sheet, slot, cell.print, width)
        }
        _ => widget::control(slot),
    }
}

/// What is noted of each tick (D01-7), below the boxes.
pub(super) fn more(slot: &Slot<'_>) -> Markup {
    let Kind::Choices(kind) = &slot.field.kind else {
        return html! {};
    };
    html! {
        @if kind.notes_more() {
            div class="noted" id={ "m-" (slot.field.key) } {
                @for code in ticked(slot, kind) { (widget::spot(slot, kind, code, false)) }
            }
        }
    }
}

fn ticked<'k>(slot: &Slot<'_>, kind: &'k Choices) -> Vec<&'k str> {
    let codes = kind.options.iter().map(String::as_str);
    codes.filter(|code| slot.has("", code)).collect()
}
