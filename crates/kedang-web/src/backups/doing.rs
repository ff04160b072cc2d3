//! What is being done, and what came of what was done last.

use kedang_app::backups::{Deed, Doing, Outcome};
use kedang_core::Problem;
use kedang_words::{Arg, Tongue};
use maud::{Markup, html};

use crate::components::{Chrome, Tone, banner, sheet};
use crate::form::sentence;

/// Nothing where nothing was done.
pub(super) fn doing(chrome: &Chrome, t: Tongue, doing: &Doing) -> Markup {
    match doing {
        Doing::Nothing => html! {},
        Doing::Under(deed) => under(t, deed),
        Doing::Over(outcome) => over(chrome, t, outcome),
    }
}

fn under(t: Tongue, deed: &Deed) -> Markup {
    let said = match deed {
        Deed::Take => t.say("backups-taking").into_owned(),
        Deed::Check(name) => t
            .with("backups-checking", &[("name", name.as_str().into())])
            .into_owned(),
    };
    let body = html! {
        div class="stack" data-island="progress" data-from="/backups/progress" {
            p role="status" { (said) }
            progress aria-label=(said) {}
            noscript { (t.say("imports-reload")) }
        }
    };
    sheet(&t.say("backups-under_way"), &html! {}, &body)
}

fn over(chrome: &Chrome, t: Tongue, outcome: &Outcome) -> Markup {
    let (tone, said) = match outcome {
        Outcome::Taken(taken, 0) => (Tone::Ok, t.with("backups-taken", &[named(taken)])),
        Outcome::Taken(taken, faults) => {
            let count = i64::try_from(*faults).unwrap_or(i64::MAX);
            let args = [named(taken), ("count", count.into())];
            (Tone::Warn, t.with("backups-taken_with_faults", &args))
        }
        Outcome::Whole(whole) => (Tone::Ok, t.with("backups-whole", &[named(whole)])),
        Outcome::Damaged(damaged, files) => {
            let files = files.join("、");
            let args = [named(damaged), ("files", files.as_str().into())];
            (Tone::Bad, t.with("backups-damaged", &args))
        }
        Outcome::Failed(problem) => return bad(chrome, t, problem),
    };
    banner(chrome, tone, "", &html! { (said) })
}

fn named(name: &str) -> (&'static str, Arg<'_>) {
    ("name", name.into())
}

/// Why something did not come about.
pub(super) fn bad(chrome: &Chrome, t: Tongue, problem: &Problem) -> Markup {
    let said = sentence(t, problem.code, &problem.args);
    banner(chrome, Tone::Bad, "", &html! { (said) })
}
