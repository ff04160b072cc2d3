//! What states, targets and findings are called.

use kedang_app::imports::{Finding, ImportView, Phrasing, Subject};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{Tone, pill_plain};
use crate::form::sentence;

/// The name of the field that a column goes to.
pub(super) fn target(t: Tongue<'_>, subject: Subject, key: &str) -> String {
    let own = match subject {
        Subject::Persons => format!("target-person_{key}"),
        Subject::Contacts => format!("target-contact_{key}"),
        Subject::Customers | Subject::Care | Subject::Nothing => format!("target-{key}"),
    };
    let plain = format!("field-{key}");
    t.say(if t.has(&own) { &own } else { &plain }).into_owned()
}

/// What the file is called; a command may have brought in one without a name.
pub(super) fn name(t: Tongue<'_>, import: &ImportView) -> String {
    if import.file_name.is_empty() {
        t.say("imports-nameless").into_owned()
    } else {
        import.file_name.clone()
    }
}

/// A finding as a sentence, a form's in its own words.
pub(super) fn finding(t: Tongue<'_>, finding: &Finding) -> String {
    match Phrasing::of(&finding.phrases, t.lang().code()) {
        None => sentence(t, &finding.code, &finding.args()),
        Some(Phrasing { own: Some(own), .. }) => own.clone(),
        Some(said) => {
            let args = said.args.iter();
            let args: Vec<_> = args
                .map(|(name, text)| (name.as_str(), text.as_str().into()))
                .collect();
            t.with(&said.code, &args).into_owned()
        }
    }
}

/// How far an import is.
pub(super) fn state(t: Tongue<'_>, import: &ImportView) -> Markup {
    let tone = match import.state {
        "done" => Tone::Ok,
        "running" | "undoing" => Tone::Info,
        "staging" | "unfinished" | "stopped" | "half_undone" => Tone::Warn,
        _ => Tone::Mute,
    };
    pill_plain(tone, &t.say(&format!("import_state-{}", import.state)))
}

/// A file's name, what it is, and how many rows it has.
pub(super) fn about(t: Tongue<'_>, import: &ImportView) -> String {
    let kind = t.say(&format!("import_kind-{}", import.file_kind));
    let rows = t.with("imports-rows", &[("count", import.rows.into())]);
    let mut parts = vec![kind.into_owned()];
    parts.extend(import.encoding.clone());
    parts.push(rows.into_owned());
    parts.join(" · ")
}

/// What became of rows, in one line.
pub(super) fn sum(t: Tongue<'_>, import: &ImportView) -> Markup {
    let s = &import.sum;
    let parts = [
        ("imports-created", s.created),
        ("imports-updated", s.updated),
        ("imports-merged", s.merged),
        ("imports-skipped", s.skipped),
        ("imports-rejected", s.rejected),
        ("imports-undone", s.undone),
        ("imports-kept", s.kept),
    ];
    let said = parts.into_iter().filter(|(_, count)| *count > 0);
    let said = said.map(|(key, count)| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        t.with(key, &[("count", count.into())]).into_owned()
    });
    html! { (said.collect::<Vec<_>>().join(" · ")) }
}
