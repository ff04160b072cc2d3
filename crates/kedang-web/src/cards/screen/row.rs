//! One row of a running record, to be written by itself (D01-13).

use kedang_app::forms::{Field, Widget};
use maud::{Markup, html};

use super::field::asked;
use super::slot::Slot;
use super::view::Screen;

/// The columns as fields; the findings of the row are named by `id`.
pub(crate) fn row(screen: &Screen<'_>, repeat: &Field, id: &str) -> Markup {
    let columns = repeat.columns().iter().filter(|column| {
        let sign = column.kind.as_type().widget() == Widget::Signature;
        column.is_stored() && !column.retired && !sign
    });
    html! {
        div class="fields" {
            @for column in columns {
                (asked(&slot(screen, repeat, column, id), width(column), None))
            }
        }
    }
}

fn slot<'a>(screen: &'a Screen<'a>, repeat: &Field, column: &'a Field, id: &str) -> Slot<'a> {
    Slot {
        screen,
        field: column,
        name: column.key.clone(),
        path: format!("{}.{id}.{}", repeat.key, column.key),
    }
}

/// Dates and figures stand side by side, also on a phone.
fn width(column: &Field) -> &'static str {
    match column.kind.as_type().widget() {
        Widget::Date | Widget::Number | Widget::Money => "c6 half",
        Widget::Line | Widget::Photo => "c6",
        _ => "c12",
    }
}
