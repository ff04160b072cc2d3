//! What is said at a cell, and of all cells on top.

use kedang_app::forms::{Finding, Severity};
use maud::{Markup, html};

use crate::cards::screen::{Screen, Slot, class, sentence};
use crate::components::{Tone, banner};

/// The findings stand in the cell; help and origin come with the focus, the paper has no room for
/// them.
pub(super) fn notes(slot: &Slot<'_>) -> Markup {
    let Some(id) = slot.noted() else {
        return html! {};
    };
    let loud = |finding: &&Finding| finding.severity != Severity::Incomplete;
    let (said, lacks): (Vec<&Finding>, Vec<&Finding>) = slot.findings().partition(loud);
    let help = slot.help().filter(|_| said.is_empty());
    let origin = slot.screen.origins.get(&slot.path);
    html! {
        div class="notes" id=(id) {
            @for finding in said { (line(slot.screen, finding)) }
            @if !lacks.is_empty() || help.is_some() || origin.is_some() {
                div class="slip" {
                    @for finding in lacks { (line(slot.screen, finding)) }
                    @if let Some(help) = help { span class="help" { (help) } }
                    @if let Some(origin) = origin { span class="from" { (origin) } }
                }
            }
        }
    }
}

fn line(screen: &Screen<'_>, finding: &Finding) -> Markup {
    html! { span class=(class(finding.severity)) { (sentence(screen, finding)) } }
}

/// How many answers are refused, with the way to the cell of each.
pub(super) fn wrongs(screen: &Screen<'_>) -> Markup {
    let wrong = screen.findings.iter();
    let wrong = wrong.filter(|f| f.severity == Severity::Error && !f.field.is_empty());
    let count = i64::try_from(wrong.clone().count()).unwrap_or(i64::MAX);
    let mut keys: Vec<&str> = Vec::new();
    for finding in wrong {
        let key = finding.field.split('.').next().unwrap_or_default();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let text = html! {
        b { (screen.t.with("cards-to_fix", &[("count", count.into())])) }
        (screen.t.say("paper-colon"))
        @for key in &keys {
            a class="und" href={ "#w-" (key) } { (screen.words().label(key)) } " "
        }
    };
    html! {
        div class="wrongs-top" id="wrongs-top" {
            @if count > 0 { (banner(&screen.chrome, Tone::Bad, "", &text)) }
        }
    }
}
