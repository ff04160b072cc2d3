//! The forms of a view, beside the list it shows.

use kedang_core::Problem;
use kedang_core::listing::View;
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use crate::components::{Btn, Chrome, FieldView, Icon, Span, btn, field, fold, tick};
use crate::customers::Screen;
use crate::form::Refused;

/// A view to be saved or renamed, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct SaveForm {
    /// The name.
    #[serde(default)]
    pub(crate) name: String,
    /// `1` when all may use it.
    #[serde(default)]
    pub(crate) shared: String,
    /// The question.
    #[serde(default)]
    pub(crate) query: String,
    /// The view from which the question started.
    #[serde(default)]
    pub(crate) view: String,
}

/// Saving, when the list asks something else than its view; else renaming and deleting, when the
/// view is one's own.
pub(crate) fn forms(
    chrome: &Chrome,
    t: Tongue,
    screen: &Screen,
    save: Option<&(SaveForm, Problem)>,
) -> Markup {
    let typed = save.map_or("", |(form, _)| form.name.as_str());
    let refused = Refused::new(save.map(|(_, problem)| problem), t);
    let own = screen
        .base
        .saved
        .as_ref()
        .filter(|view| view.owner.id == screen.reader);
    if screen.question != screen.base.question {
        let shared = save.is_some_and(|(form, _)| form.shared == "1");
        let form = saving(chrome, t, screen, typed, shared, &refused);
        return fold(
            chrome,
            Icon::Star,
            &t.say("view-save"),
            save.is_some(),
            &form,
        );
    }
    match own {
        Some(view) => {
            let name = if save.is_some() { typed } else { &view.name };
            let form = changing(chrome, t, view, name, &refused);
            fold(
                chrome,
                Icon::Pen,
                &t.say("view-change"),
                save.is_some(),
                &form,
            )
        }
        None => html! {},
    }
}

fn saving(
    chrome: &Chrome,
    t: Tongue,
    screen: &Screen,
    typed: &str,
    shared: bool,
    refused: &Refused,
) -> Markup {
    let go = t.say("view-save_go");
    html! {
        form method="post" action="/views" class="fields" {
            input type="hidden" name="query" value=(screen.question.to_query());
            input type="hidden" name="view" value=(screen.base.key);
            (name(t, typed, refused))
            @if screen.shares { div class="c12" { (tick("shared", &t.say("view-share"), shared)) } }
            div class="c12" { (btn(chrome, &Btn::new(&go).go().small())) }
        }
    }
}

fn changing(chrome: &Chrome, t: Tongue, view: &View, typed: &str, refused: &Refused) -> Markup {
    let (rename, delete) = (t.say("view-rename"), t.say("view-delete"));
    html! {
        form method="post" action={ "/views/" (view.id) "/name" } class="fields" {
            (name(t, typed, refused))
            div class="c12" { (btn(chrome, &Btn::new(&rename).go().small())) }
        }
        form method="post" action={ "/views/" (view.id) "/deletion" } class="mt" {
            (btn(chrome, &Btn::new(&delete).bad().small()))
        }
    }
}

fn name(t: Tongue, typed: &str, refused: &Refused) -> Markup {
    let (label, sample, err) = (
        t.say("view-name"),
        t.say("view-name_sample"),
        refused.of("name"),
    );
    field(&FieldView {
        name: "name",
        label: &label,
        value: typed,
        must: true,
        placeholder: Some(&sample),
        err: err.as_deref(),
        max_len: Some(40),
        span: Span::Full,
        ..FieldView::default()
    })
}
