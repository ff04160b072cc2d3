//! One function per widget of the form language.

mod address;
mod chips;
mod date;
mod file;
mod grades;
mod line;
mod rows;
mod scale;
mod spot;
mod window;

use kedang_app::forms::{Kind, Widget};
use maud::{Markup, html};

use super::field::place;
use super::slot::Slot;

pub(in crate::cards) use chips::select;
pub(super) use grades::more;
pub(super) use rows::rows;
pub(in crate::cards) use rows::{NEXT, cell_slot, computed, computed_cells, named, next, shown};
pub(in crate::cards) use spot::spot;
pub(super) use spot::spots;

/// The control or controls of a field that is asked.
pub(in crate::cards) fn control(slot: &Slot<'_>) -> Markup {
    match slot.field.kind.as_type().widget() {
        Widget::Line | Widget::Person => line::line(slot),
        Widget::Customer => line::customer(slot),
        Widget::Paragraph => line::paragraph(slot),
        Widget::Number => line::number(slot),
        Widget::Money => line::money(slot),
        Widget::Telephone => line::typed(slot, "tel"),
        Widget::Email => line::typed(slot, "email"),
        Widget::Url => line::typed(slot, "url"),
        Widget::Code => line::code(slot),
        Widget::Date => date::date(slot),
        Widget::TimeWindow => window::window(slot),
        Widget::Radio => chips::radio(slot),
        Widget::Select => chips::select(slot),
        Widget::Ticks => chips::ticks(slot),
        Widget::Scale => scale::scale(slot),
        Widget::Address => address::address(slot),
        Widget::File => slot
            .screen
            .uploads
            .map_or(html! {}, |to| file::papers(slot, to)),
        Widget::Photo => slot
            .screen
            .uploads
            .map_or(html! {}, |to| file::photo(slot, to)),
        Widget::Signature | Widget::Output | Widget::Rows => {
            html! {}
        }
    }
}

/// A number the card computes itself.
pub(super) fn output(slot: &Slot<'_>, span: u8, id: Option<&str>) -> Markup {
    let screen = slot.screen;
    let known = screen.form.computed(screen.answers, screen.context);
    let value = known.iter().find(|(path, _)| *path == slot.path);
    let text = value.map(|(_, value)| {
        let language = screen.t.lang().code();
        screen.form.text_of(slot.field, value, language)
    });
    let text = text.unwrap_or_else(|| screen.say("cards-unanswered"));
    let in_yuan = matches!(&slot.field.kind, Kind::Computed(computed) if computed.money);
    html! {
        div class={ "field c" (span) } id=[id] {
            span class="label" id={ (place(slot)) "-label" } { (slot.label()) }
            output class={ "in out" @if value.is_some() { " num" } @else { " mut" } }
                aria-labelledby={ (place(slot)) "-label" } {
                (text) @if in_yuan && value.is_some() { " " (screen.say("cards-yuan")) }
            }
        }
    }
}
