//! What is said below a control: findings first, then the help, then where the answer comes from.

use kedang_app::forms::{Finding, Severity, phrase};
use kedang_words::Arg;
use maud::{Markup, html};

use super::slot::Slot;
use super::view::Screen;

/// The notes of a field; nothing if there is nothing to say.
pub(super) fn notes(slot: &Slot<'_>) -> Markup {
    let Some(id) = slot.noted() else {
        return html! {};
    };
    let mut findings = slot.findings().peekable();
    let help = slot.help().filter(|_| findings.peek().is_none());
    html! {
        div class="notes" id=(id) {
            @for finding in findings {
                span class=(class(finding.severity)) { (sentence(slot.screen, finding)) }
            }
            @if let Some(help) = help { span class="help" { (help) } }
            @if let Some(origin) = slot.screen.origins.get(&slot.path) {
                span class="origin" { (origin) }
            }
        }
    }
}

/// The class of a finding's line.
pub(in crate::cards) const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "err",
        Severity::Warning => "doubt",
        Severity::Incomplete => "lack",
    }
}

/// A finding in words: the form's own, else the product's.
pub(crate) fn sentence(screen: &Screen<'_>, finding: &Finding) -> String {
    let said = phrase(screen.form, finding, screen.t.lang().code());
    let args: Vec<(&str, Arg<'_>)> = said
        .args
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str().into()))
        .collect();
    match said.own {
        Some(own) => own,
        None => screen.t.with(&said.code, &args).into_owned(),
    }
}
