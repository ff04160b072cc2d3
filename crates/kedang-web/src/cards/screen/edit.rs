//! The form to be filled in.

use kedang_app::forms::{Severity, Widget};
use maud::{Markup, html};

use super::again::refresh;
use super::field::field;
use super::note::{class, sentence};
use super::numeral::numeral;
use super::section::{anchor, fields, is_drawn, waits_for};
use super::slot::{Slot, id};
use super::view::Screen;

/// The parts of the form, `after` them one more, and the bar below with `buttons`.
pub(crate) fn edit(screen: &Screen<'_>, after: &Markup, buttons: &Markup) -> Markup {
    let sections = screen.form.layout.section.iter();
    let shown = sections.filter(|section| is_drawn(screen, section, false));
    html! {
        (loose(screen))
        @for (index, section) in shown.enumerate() {
            section class="part" id=(anchor(section)) {
                h2 {
                    (numeral(screen.t, index)) "\u{3000}"
                    (screen.words().section.get(&section.key).map_or("", String::as_str))
                }
                div class="fields" {
                    @if let Some(signature) = waits_for(screen, section) {
                        p class="c12 mut" {
                            (screen.t.with("cards-sign_first", &[("label", signature.into())]))
                        }
                    }
                    @for (one, span) in fields(screen, section) {
                        @if one.kind.as_type().widget() != Widget::Signature {
                            (field(&Slot::of(screen, one), span.max(2)))
                        }
                    }
                }
            }
        }
        (after)
        div class="form-foot" { (summary(screen)) span class="push" {} (refresh(screen)) (buttons) }
    }
}

/// What is said of the card as a whole.
pub(in crate::cards) fn loose(screen: &Screen<'_>) -> Markup {
    let whole = screen.findings.iter().filter(|f| f.field.is_empty());
    html! {
        @for finding in whole {
            p class={ "loose " (class(finding.severity)) } { (sentence(screen, finding)) }
        }
    }
}

/// How many answers are refused, with a way to each.
pub(in crate::cards) fn summary(screen: &Screen<'_>) -> Markup {
    let wrong = screen.findings.iter();
    let wrong: Vec<_> = wrong
        .filter(|f| f.severity == Severity::Error && !f.field.is_empty())
        .collect();
    let count = i64::try_from(wrong.len()).unwrap_or(i64::MAX);
    let mut keys: Vec<&str> = Vec::new();
    for finding in &wrong {
        let key = finding.field.split('.').next().unwrap_or_default();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    html! {
        div class="wrongs" id="wrongs" {
            @if count > 0 {
                span class="pill" data-tone="bad" {
                    (screen.t.with("cards-to_fix", &[("count", count.into())]))
                }
                @for key in keys.into_iter().take(3) {
                    a class="t-s wide-only" href={ "#" (id(key)) "-note" } {
                        (screen.words().label(key))
                    }
                }
            }
        }
    }
}
