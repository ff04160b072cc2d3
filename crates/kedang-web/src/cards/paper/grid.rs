//! A ruled grid: cells that span columns and rows, as wide as the layout says.

use kedang_app::forms::Cell;
use kedang_app::paper::widths;
use maud::{Markup, html};

use super::cell::cell;
use super::sheet::Sheet;

/// The grid.
pub(super) fn grid<'a>(sheet: &Sheet<'a>, columns: &[u16], rows: &'a [Vec<Cell>]) -> Markup {
    let widths = widths(columns, rows);
    let only_labels = |row: &[Cell]| row.iter().all(|cell| cell.value.is_none());
    html! {
        table class="ruled-grid" {
            (shares(columns.iter().copied()))
            tbody { @for (row, widths) in rows.iter().zip(&widths) {
                tr class=[only_labels(row).then_some("heads")] {
                    @for (one, width) in row.iter().zip(widths) {
                        (cell(sheet, one, *width, only_labels(row)))
                    }
                }
            } }
        }
    }
}

/// The columns in per cent: an attribute, because the pages carry no style of their own.
pub(super) fn shares(columns: impl Iterator<Item = u16>) -> Markup {
    html! {
        colgroup { @for width in columns {
            col width={ (width / 10) "." (width % 10) "%" };
        } }
    }
}
