//! One block of the layout.

use kedang_app::forms::Block;
use maud::{Markup, html};

use super::grid::grid;
use super::head::title;
use super::sheet::Sheet;
use super::table::table;

/// The block as it is printed; page breaks are between leaves.
pub(super) fn block<'a>(sheet: &'a Sheet<'a>, block: &'a Block) -> Markup {
    match block {
        Block::PageBreak {} => html! {},
        Block::Title {} => title(sheet),
        Block::Heading {
            section,
            label,
            caption,
        } => html! {
            @if let Some(key) = section { h3 class="paper-heading" {
                (sheet.both(|words| words.section.get(key).map(String::as_str)))
            } }
            @if let Some(path) = label { h3 class="paper-heading" { (sheet.label(path)) } }
            @if let Some(key) = caption { p class="paper-caption" {
                (sheet.both(|words| words.caption.get(key).map(String::as_str)))
            } }
        },
        Block::Grid { columns, rows } => grid(sheet, columns, rows),
        Block::Table {
            repeat,
            columns,
            blank_rows,
        } => table(sheet, repeat, columns, usize::from(*blank_rows)),
    }
}
