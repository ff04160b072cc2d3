//! The table of contents of a form, with how far each section is.

use maud::{Markup, html};

use super::numeral::numeral;
use super::section::{anchor, is_asked, is_drawn, progress};
use super::view::Screen;

/// One line a section; `signs` also those that are only read and signed.
pub(crate) fn toc(screen: &Screen<'_>, signs: bool) -> Markup {
    let sections = screen.form.layout.section.iter();
    let shown = sections.filter(|section| is_drawn(screen, section, signs));
    html! {
        nav class="toc stuck" id="toc" aria-label=(screen.say("cards-contents")) {
            ol {
                @for (index, section) in shown.enumerate().filter(|(_, s)| is_asked(screen, s)) {
                    li { a href={ "#" (anchor(section)) } {
                        span class="nth" { (numeral(screen.t, index)) }
                        (screen.words().section.get(&section.key).map_or("", String::as_str))
                        (count(screen, section))
                    } }
                }
            }
        }
    }
}

fn count(screen: &Screen<'_>, section: &kedang_app::forms::Section) -> Markup {
    let progress = progress(screen, section);
    html! {
        @if progress.wrong > 0 {
            @let wrong = i64::try_from(progress.wrong).unwrap_or(i64::MAX);
            span class="n bad" { (screen.t.with("cards-wrong", &[("count", wrong.into())])) }
        } @else if progress.asked > 0 {
            span class="n" { (progress.answered) "/" (progress.asked) }
        }
    }
}
