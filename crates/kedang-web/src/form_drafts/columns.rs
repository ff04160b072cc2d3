//! The columns of a repeat: their labels can be changed, one at a time.

use kedang_app::forms::Field;
use maud::{Markup, html};

use super::desk::Desk;
use super::step::step;
use crate::components::{Btn, btn};

/// A line a column; nothing for other types.
pub(super) fn columns(desk: &Desk<'_>, field: &Field) -> Markup {
    let columns = field.columns();
    if columns.is_empty() {
        return html! {};
    }
    html! {
        div class="option-lines" {
            p class="mut t-s" { (desk.t.say("forms-columns")) }
            @for column in columns { (line(desk, column)) }
        }
    }
}

fn line(desk: &Desk<'_>, column: &Field) -> Markup {
    let (chinese, english) = desk.both();
    let path = column.path.as_str();
    let typed = desk
        .typed("name_column")
        .filter(|typed| typed.target == path);
    let label = typed.map_or(chinese.label(path), |typed| typed.label.as_str());
    let label_en = typed.map_or(english.label(path), |typed| typed.label_en.as_str());
    let wrong = typed.and_then(|_| desk.wrong("name_column", "label"));
    let (zh, en) = (desk.t.say("forms-label"), desk.t.say("forms-english"));
    let save = desk.t.say("forms-save");
    step(
        desk,
        "name_column",
        path,
        &html! {
            div class="option-line" {
                input class="in" name="label" value=(label) aria-label={ (zh) " " (chinese.label(path)) }
                    aria-invalid=[wrong.as_ref().map(|_| "true")];
                input class="in" name="label_en" value=(label_en) aria-label={ (en) " " (chinese.label(path)) };
                (btn(&desk.chrome, &Btn::new(&save).small()))
            }
            @if let Some(wrong) = wrong { span class="err" { (wrong) } }
        },
    )
}
