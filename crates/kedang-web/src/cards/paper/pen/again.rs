//! The answer to a change on paper: what hangs on it, drawn again in place.

use kedang_app::forms::{Block, Field, Kind};
use kedang_app::paper::widths;
use maud::{Markup, html};

use super::super::block::block;
use super::super::sheet::Sheet;
use super::beside::off;
use super::note::wrongs;
use super::page::sheet;
use super::place::{more, place};
use crate::Web;
use crate::cards::opened::Opened;
use crate::cards::screen::{
    Act, Screen, Slot, field, hanging, has_more, summary, swap, widget::computed_cells,
};
use crate::frame::Frame;

/// The places that change, each to be swapped for what stands on the page.
pub(in crate::cards) fn redraw(
    web: &Web,
    frame: &Frame,
    opened: &Opened,
    screen: &Screen<'_>,
    act: &Act,
) -> Markup {
    let paper = sheet(web, frame, opened, screen);
    let form = screen.form;
    let key = act.from.iter().chain(&act.clear).next();
    let mut places = key.map_or(Vec::new(), |key| hanging(form, key));
    places.extend(act.clear.iter().filter_map(|key| form.field(key)));
    let sums = form.fields.iter();
    places.extend(sums.filter(|f| matches!(f.kind, Kind::Computed(_))));
    let from = key.and_then(|key| form.field(key));
    let cells = from.map_or(Vec::new(), |f| computed_cells(&Slot::of(screen, f)));
    html! {
        @for one in places {
            @if let Some(drawn) = drawn(&paper, screen, one) {
                (swap(&format!("w-{}", one.key), &drawn))
            }
        }
        @if let Some(own) = from.filter(|f| has_more(f)) {
            @let piece = more(&Slot::of(screen, own));
            @if !piece.0.is_empty() { (swap(&format!("m-{}", own.key), &piece)) }
        }
        @for (place, cell) in &cells { (swap(place, cell)) }
        (swap("wrongs-top", &wrongs(screen)))
        (swap("wrongs", &summary(screen)))
    }
}

/// The field where it stands: in a cell, in a table, or below the paper.
fn drawn<'a>(paper: &'a Sheet<'a>, screen: &'a Screen<'a>, one: &'a Field) -> Option<Markup> {
    for part in &paper.form.layout.paper.block {
        match part {
            Block::Grid { columns, rows } => {
                for (row, widths) in rows.iter().zip(widths(columns, rows)) {
                    for (cell, width) in row.iter().zip(widths) {
                        if cell.value.as_ref() == Some(&one.key) {
                            return Some(place(paper, screen, cell, one, width));
                        }
                    }
                }
            }
            Block::Table { repeat, .. } if *repeat == one.key => return Some(block(paper, part)),
            _ => {}
        }
    }
    let (one, span) = off(screen).find(|(other, _)| other.key == one.key)?;
    Some(field(&Slot::of(screen, one), span.max(2)))
}
