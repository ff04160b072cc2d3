//! 下次可了解: what to ask at the next talk, beside the form that writes it down (D03-10).

use kedang_app::cards::{ToLearn, Unknown};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::desk;
use crate::components::sheet;

/// The sheet; nothing where nothing is left to ask.
pub(crate) fn to_learn(t: Tongue<'_>, found: &ToLearn) -> Markup {
    if found.items.is_empty() {
        return html! {};
    }
    let body = html! {
        ul class="to-learn" { @for one in &found.items { li { (question(t, one)) } } }
        p class="mut t-s" { (t.say("to_learn-note")) }
    };
    sheet(&t.say("to_learn-title"), &html! {}, &body)
}

/// The layer, the question, and where the answer goes.
fn question(t: Tongue<'_>, one: &Unknown) -> Markup {
    let words = one.form.words_in(t.lang().code());
    let layer = one.layer.as_ref().and_then(|key| words.layer.get(key));
    let to = format!("/cards/{}/edit#w-{}", one.card.id, one.field);
    html! {
        @if let Some(layer) = layer { span class="mut t-s" { (layer) " " } }
        a class="und" href=(to) { (words.label(&one.field)) }
        " " span class="mut t-s" { (desk::title(t, &one.form)) }
    }
}
