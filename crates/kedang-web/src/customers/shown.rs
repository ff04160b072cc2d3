//! Choosing columns and their order.

use kedang_core::listing::{Column, Question};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::narrow::{hidden, pairs};
use super::rows::label;
use super::screen::Screen;
use crate::components::{Btn, Chrome, Icon, btn, btn_link};

/// The columns shown, in their order and movable, then the others.
pub(super) fn form(chrome: &Chrome, t: Tongue, screen: &Screen) -> Markup {
    let shown = &screen.question.columns;
    let rest: Vec<_> = Column::all()
        .filter(|column| !shown.contains(column))
        .collect();
    let kept = pairs(&screen.question.to_explicit_query());
    let kept = kept
        .iter()
        .filter(|(key, _)| key != "columns" && key != "sort");
    let (go, sort) = (t.say("lists-apply_columns"), screen.question.sort.key());
    let view = &screen.base.key;
    html! {
        form method="get" action="/customers" class="picks" {
            (hidden([("sort", sort.as_str())]))
            (hidden((!view.is_empty()).then_some(("view", view.as_str()))))
            (hidden(kept.map(|(key, value)| (key.as_str(), value.as_str()))))
            ol {
                @for (at, column) in shown.iter().enumerate() {
                    li {
                        (tick(t, *column, true))
                        @if at > 0 { (step(chrome, t, screen, at, at - 1)) }
                        @if at + 1 < shown.len() { (step(chrome, t, screen, at, at + 1)) }
                    }
                }
            }
            div class="others" { @for column in rest { (tick(t, column, false)) } }
            (btn(chrome, &Btn::new(&go).go().small()))
        }
    }
}

fn tick(t: Tongue, column: Column, on: bool) -> Markup {
    html! {
        label class="tick" {
            input type="checkbox" name="columns" value=(column.key()) checked[on];
            (label(t, column, false))
        }
    }
}

/// A link to the list with a column one place on.
fn step(chrome: &Chrome, t: Tongue, screen: &Screen, from: usize, to: usize) -> Markup {
    let mut columns = screen.question.columns.clone();
    let what = columns.get(from).map(|column| label(t, *column, false));
    let what = what.unwrap_or_default();
    columns.swap(from, to);
    let question = Question {
        columns,
        ..screen.question.clone()
    };
    let what = [("what", (&what).into())];
    let (icon, word) = if to < from {
        (Icon::Left, t.with("lists-move_left", &what))
    } else {
        (Icon::Right, t.with("lists-move_right", &what))
    };
    let button = Btn::new(&word).icon(icon).quiet().small().square();
    btn_link(chrome, &button, &screen.base.address(&question))
}
