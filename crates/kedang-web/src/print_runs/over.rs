//! What became of a run.

use kedang_app::paper::{RunState, RunView};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{Btn, Chrome, Icon, Tone, banner, btn_link, sheet};
use crate::form::sentence;

/// Its pages, or why there are none.
pub(super) fn over(chrome: &Chrome, t: Tongue, run: &RunView, state: &RunState) -> Markup {
    let printed = match state {
        RunState::Done(printed) => printed,
        RunState::Failed(code) => return bad(chrome, &sentence(t, code, &[])),
        RunState::Stopped | RunState::Running => {
            return bad(chrome, &sentence(t, "print_run.stopped", &[]));
        }
    };
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let pages = t.with(
        "print_run-pages",
        &[
            ("cards", number(run.total).into()),
            ("pages", number(printed.pages).into()),
        ],
    );
    let told = |key: &str, count: usize| {
        (count > 0).then(|| t.with(key, &[("count", number(count).into())]).into_owned())
    };
    let missing: String = printed.missing.iter().collect();
    let missing = (!missing.is_empty()).then(|| {
        let args = [("letters", missing.as_str().into())];
        t.with("print_run-missing", &args).into_owned()
    });
    let notes = [
        told("print_run-without", run.without),
        told("print_run-kept", run.kept),
        missing,
    ];
    let load = t.say("paper-pdf");
    let load = Btn::new(&load).icon(Icon::Load).go();
    let body = html! {
        div class="stack" {
            p role="status" { (pages) }
            @for note in notes.iter().flatten() { p class="mut" { (note) } }
            div { (btn_link(chrome, &load, &format!("/print-runs/{}/file", run.id))) }
            p class="mut t-s" { (t.say("print_run-gone_in")) }
        }
    };
    sheet(&t.say("print_run-ready"), &html! {}, &body)
}

fn bad(chrome: &Chrome, said: &str) -> Markup {
    banner(chrome, Tone::Warn, "", &html! { (said) })
}
