//! Where a customer stood, on its page.

use jiff::tz::TimeZone;
use kedang_core::customer::StageChange;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::rows;
use crate::components::{Chrome, Col, Place as At, cell, sheet_flush, small_table};

/// The sheet 状态变化; nothing while the stage never changed.
pub(super) fn section(
    chrome: &Chrome,
    t: Tongue,
    zone: &TimeZone,
    steps: &[StageChange],
) -> Markup {
    if steps.is_empty() {
        return html! {};
    }
    let heads = [
        "stages-at",
        "stages-was",
        "stages-became",
        "stages-reason",
        "stages-by",
    ]
    .map(|key| t.say(key));
    let cols: Vec<_> = heads
        .iter()
        .map(|label| Col {
            label,
            ..Col::default()
        })
        .collect();
    let title = t.say("stages-title");
    let table = html! {
        @for step in steps {
            tr {
                (cell(At::Wide, &html! { (step.at.local(zone)) }))
                (cell(At::Wide, &rows::stage(t, &step.was)))
                (cell(At::Wide, &rows::stage(t, &step.became)))
                (cell(At::Wide, &html! { (step.reason.as_deref().unwrap_or("")) }))
                (cell(At::Wide, &html! { (step.by.name) }))
            }
        }
    };
    sheet_flush(
        &title,
        &html! {},
        &small_table(chrome, &title, &cols, &table),
    )
}
