//! What stands beside a card: how much is known, whether it is filed or what keeps it from that.

use kedang_app::cards::CardView;
use kedang_app::forms::Severity;
use kedang_core::card::Filing;
use maud::{Markup, html};

use super::desk;
use super::screen::{self, Screen};
use crate::Web;
use crate::components::{Btn, Icon, Tone, btn, pill_hollow};

/// The column.
pub(super) fn beside(web: &Web, screen: &Screen<'_>, view: &CardView, steward: bool) -> Markup {
    let t = screen.t;
    html! {
        aside class="stack stuck" aria-label=(t.say("cards-beside")) {
            (screen::meter(screen, &view.completeness))
            (filing(web, screen, view))
            (desk::reference(&screen.chrome, t, view, steward))
            @if !view.masked.is_empty() { p class="mut t-s" { (t.say("cards-masked_note")) } }
        }
    }
}

/// Filed by whom, or what keeps it from being filed (D01-11).
fn filing(web: &Web, screen: &Screen<'_>, view: &CardView) -> Markup {
    let t = screen.t;
    html! {
        section class="filing stack" aria-label=(t.say("filing-title")) {
            @if let Some(filing) = &view.card.filing { (filed(web, screen, view, filing)) }
            @if !view.card.is_filed() {
                @if view.fileable {
                    p { (pill_hollow(Tone::Ok, &t.say("cards-fileable"))) }
                    @if view.may_edit { (file(screen, view)) }
                } @else {
                    p { (pill_hollow(Tone::Mute, &t.say("cards-not_fileable"))) }
                    (lacking(screen, view))
                }
            }
        }
    }
}

/// Since when and by whom; a later state is not filed with it.
fn filed(web: &Web, screen: &Screen<'_>, view: &CardView, filing: &Filing) -> Markup {
    let t = screen.t;
    let when = filing.at.local(&web.app.zone);
    let said = t.with(
        "filing-by",
        &[
            ("n", filing.revision.into()),
            ("by", filing.by.name.as_str().into()),
            ("when", when.as_str().into()),
        ],
    );
    html! {
        p class="t-s" { (said) }
        @if !view.card.is_filed() { p class="mut t-s" { (t.say("filing-changed_since")) } }
        @if view.may_edit {
            form method="post" action={ "/cards/" (view.card.id) "/filing/withdrawal" } {
                (btn(&screen.chrome, &Btn::new(&t.say("filing-withdraw")).quiet().small()))
            }
        }
    }
}

fn file(screen: &Screen<'_>, view: &CardView) -> Markup {
    html! {
        form method="post" action={ "/cards/" (view.card.id) "/filing" } {
            input type="hidden" name="revision" value=(view.card.revision);
            (btn(&screen.chrome, &Btn::new(&screen.t.say("filing-file")).icon(Icon::Archive)))
        }
    }
}

/// What is missing or unsigned, in the order of the form.
fn lacking(screen: &Screen<'_>, view: &CardView) -> Markup {
    let lacks = view.findings.iter();
    let lacks = lacks.filter(|f| f.severity != Severity::Warning);
    html! {
        ul class="lacking t-s" { @for finding in lacks { li { (screen::sentence(screen, finding)) } } }
    }
}
