//! Panels that name: the form, a section, a new section.

use kedang_app::forms::Section;
use maud::{Markup, html};

use super::desk::Desk;
use super::open::Open;
use super::step::{foot, opener, step};
use crate::components::{Icon, icon_small};

/// The panel of the form's name; the page's own title changes with it, so it is sent as a page.
pub(super) fn title(desk: &Desk<'_>) -> Markup {
    if desk.open != Open::Title {
        return html! {};
    }
    let (chinese, english) = desk.both();
    let inside = html! {
        input type="hidden" name="version" value=(desk.view.draft.version);
        input type="hidden" name="act" value="title";
        div class="fields" {
            (desk.word("title", "forms-name", &chinese.title, &english.title))
        }
        (foot(desk, "forms-save"))
    };
    html! {
        section class="sheet field-panel" aria-label=(desk.t.say("forms-name")) {
            form method="post" action=(desk.to("/edits")) { (inside) }
        }
    }
}

/// The panel of a section's name.
pub(super) fn section_name(desk: &Desk<'_>, section: &Section) -> Markup {
    let (chinese, english) = desk.both();
    let word = |words: &kedang_app::forms::Words| {
        words.section.get(&section.key).cloned().unwrap_or_default()
    };
    let (chinese, english) = (word(chinese), word(english));
    naming(
        desk,
        "name_section",
        &section.key,
        "forms-section",
        &chinese,
        &english,
    )
}

/// The button for a new section, and its panel.
pub(super) fn new_section(desk: &Desk<'_>) -> Markup {
    if desk.open == Open::NewSection {
        return html! {
            section class="sheet" aria-label=(desk.t.say("forms-section_new")) {
                (naming(desk, "add_section", "", "forms-section", "", ""))
            }
        };
    }
    let inside = html! { (icon_small(&desk.chrome, Icon::Plus)) (desk.t.say("forms-section_new")) };
    html! { div { (opener(desk, "new", &inside, "btn")) } }
}

fn naming(
    desk: &Desk<'_>,
    act: &str,
    target: &str,
    label: &str,
    chinese: &str,
    english: &str,
) -> Markup {
    let inside = html! {
        div class="fields" { (desk.word(act, label, chinese, english)) }
        (foot(desk, "forms-save"))
    };
    html! { div class="field-panel" { (step(desk, act, target, &inside)) } }
}
