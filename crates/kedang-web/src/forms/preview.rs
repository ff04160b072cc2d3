//! A form as an empty card of it will look.

use jiff::civil::Date;
use kedang_app::forms::{Answers, Context, Form, Pairs};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::cards::screen::{NO_LINKS, Screen, Uploads, blank};
use crate::components::Chrome;

/// The sheet of the form; nothing on it can be pressed or typed into.
pub(crate) fn preview(chrome: Chrome<'_>, t: Tongue<'_>, form: &Form, today: Date) -> Markup {
    let (answers, pairs) = (Answers::default(), Pairs::new());
    let (context, origins) = (Context::on(today), std::collections::BTreeMap::new());
    let screen = Screen {
        chrome,
        t,
        form,
        answers: &answers,
        pairs: &pairs,
        findings: &[],
        context: &context,
        origins: &origins,
        masked: &[],
        links: &NO_LINKS,
        redraw: "",
        uploads: Some(Uploads { to: "", plain: "" }),
    };
    let title = form.words_in(t.lang().code()).title.as_str();
    html! {
        section class="sheet preview" tabindex="0" data-pane="preview" aria-label=(t.say("forms-preview")) {
            header { h2 { (title) } div class="acts" { (t.say("forms-preview")) } }
            div inert { (blank(&screen)) }
        }
    }
}
