//! The designer as a whole: what there is to say, what can be done, the two panes.

use jiff::civil::Date;
use kedang_app::form_drafts::{DraftView, Typed};
use kedang_app::forms::{Form, Words};
use kedang_core::{Kind, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::open::Open;
use super::outline::outline;
use super::step::opener;
use crate::components::{
    Btn, Chrome, FieldView, Icon, Span, Tone, banner, btn, btn_link, field, fold,
};
use crate::form::{Refused, sentence};
use crate::forms::preview;

/// What the designer is drawn from.
pub(super) struct Desk<'a> {
    /// Icons and language of the page.
    pub(super) chrome: Chrome<'a>,
    /// The words of the product.
    pub(super) t: Tongue<'a>,
    /// The draft.
    pub(super) view: &'a DraftView,
    /// Which panel is open.
    pub(super) open: Open,
    /// What was typed into it, when it was refused.
    pub(super) typed: Option<&'a Typed>,
    /// Why it was refused.
    pub(super) problem: Option<&'a Problem>,
    /// The company's today.
    pub(super) today: Date,
}

/// A line of text: name of the control, keys of its label and help, what stands in it.
pub(super) struct Line<'a> {
    pub(super) name: &'a str,
    pub(super) label: &'a str,
    pub(super) value: &'a str,
    pub(super) help: Option<&'a str>,
}

impl<'a> Desk<'a> {
    /// An address below the draft.
    pub(super) fn to(&self, rest: &str) -> String {
        format!("/form-drafts/{}{rest}", self.view.draft.id)
    }

    /// The form as it would be.
    pub(super) fn form(&self) -> &'a Form {
        &self.view.form
    }

    /// Its words in the reader's language.
    pub(super) fn words(&self) -> &'a Words {
        self.form().words_in(self.t.lang().code())
    }

    /// Its Chinese and its English words, as they are edited.
    pub(super) fn both(&self) -> (&'a Words, &'a Words) {
        (self.form().words(), self.form().words_in("en"))
    }

    /// What was typed for a step, when it was refused.
    pub(super) fn typed(&self, act: &str) -> Option<&'a Typed> {
        self.typed.filter(|typed| typed.act == act)
    }

    /// What is wrong with a control of a step.
    pub(super) fn wrong(&self, act: &str, name: &str) -> Option<String> {
        self.typed(act)?;
        Refused::new(self.problem, self.t).of(name)
    }

    /// A line of text in the panel of a step.
    pub(super) fn line(&self, act: &str, line: &Line<'_>) -> Markup {
        let (label, help) = (self.t.say(line.label), line.help.map(|key| self.t.say(key)));
        let err = self.wrong(act, line.name);
        let view = FieldView {
            name: line.name,
            label: &label,
            value: line.value,
            must: line.name == "label",
            help: help.as_deref(),
            err: err.as_deref(),
            span: Span::Half,
            autofocus: line.name == "label",
            ..FieldView::default()
        };
        field(&view)
    }

    /// A word in Chinese and in English.
    pub(super) fn word(&self, act: &str, label: &str, chinese: &str, english: &str) -> Markup {
        let typed = self.typed(act);
        let chinese = typed.map_or(chinese, |typed| typed.label.as_str());
        let english = typed.map_or(english, |typed| typed.label_en.as_str());
        let first = Line {
            name: "label",
            label,
            value: chinese,
            help: None,
        };
        let second = Line {
            name: "label_en",
            label: "forms-english",
            value: english,
            help: Some("forms-english_help"),
        };
        html! { (self.line(act, &first)) (self.line(act, &second)) }
    }

    /// The hint in Chinese and in English.
    pub(super) fn hint(&self, act: &str, chinese: &str, english: &str) -> Markup {
        let typed = self.typed(act);
        let first = Line {
            name: "help",
            label: "forms-help",
            value: typed.map_or(chinese, |typed| typed.help.as_str()),
            help: Some("forms-help_help"),
        };
        let second = Line {
            name: "help_en",
            label: "forms-help_en",
            value: typed.map_or(english, |typed| typed.help_en.as_str()),
            help: None,
        };
        html! { (self.line(act, &first)) (self.line(act, &second)) }
    }
}

/// The element that each step replaces.
pub(super) fn designer(desk: &Desk<'_>) -> Markup {
    html! {
        div class="designer" id="designer" data-island="panes" {
            (said(desk))
            (bar(desk))
            div class="panes" {
                div class="stack outline" data-pane="outline" { (outline(desk)) }
                (preview(desk.chrome, desk.t, desk.form(), desk.today))
            }
        }
    }
}

/// What was refused, and what is wrong with the form as it stands.
fn said(desk: &Desk<'_>) -> Markup {
    let refused = desk
        .problem
        .map(|problem| problems(&desk.chrome, desk.t, problem));
    let standing = desk.view.defects.as_ref();
    html! {
        @if let Some(refused) = refused { (refused) }
        @if let Some(defects) = standing { (problems(&desk.chrome, desk.t, defects)) }
    }
}

/// A problem with its parts; those of the fields of a panel stand at the fields.
pub(super) fn problems(chrome: &Chrome<'_>, t: Tongue<'_>, problem: &Problem) -> Markup {
    let whole = sentence(t, problem.code, &problem.args);
    let tone = if problem.kind == Kind::Stale {
        Tone::Warn
    } else {
        Tone::Bad
    };
    let parts = problem.code == "form_draft.defective";
    let text = html! {
        (whole)
        @if parts {
            ul class="said" {
                @for part in &problem.fields { li { (sentence(t, part.code, &part.args)) } }
            }
        }
    };
    html! { div class="mb2 refused" { (banner(chrome, tone, "", &text)) } }
}

/// How far it is, and what can be done with the whole.
fn bar(desk: &Desk<'_>) -> Markup {
    let (t, draft) = (desk.t, &desk.view.draft);
    let back = t.say("forms-take_back");
    let (look, drop) = (t.say("forms-look"), t.say("forms-drop"));
    let gone = t.say("forms-drop_go");
    let version = html! { input type="hidden" name="version" value=(draft.version); };
    let to = desk.to("/reversal");
    html! {
        div class="row mb2" {
            span class="mut t-s" { (since(desk)) }
            (opener(desk, "title", &html! { (t.say("forms-rename")) }, "btn quiet s"))
            span class="push" {}
            @if draft.may_take_back {
                form method="post" action=(to) hx-post=(to) hx-target="#designer" hx-swap="outerHTML" {
                    (version) (btn(&desk.chrome, &Btn::new(&back).small().icon(Icon::Undo)))
                }
            }
            div class="tail" {
                (fold(&desk.chrome, Icon::X, &drop, false, &html! {
                    p class="mb2" { (t.say("forms-drop_text")) }
                    form method="post" action=(desk.to("/deletion")) {
                        (version) (btn(&desk.chrome, &Btn::new(&gone).danger()))
                    }
                }))
            }
            (btn_link(&desk.chrome, &Btn::new(&look).go().small().icon(Icon::Check), &desk.to("/diff")))
        }
    }
}

/// 从「美容院客户资料档案」第 1 版复制.
fn since(desk: &Desk<'_>) -> String {
    let base = &desk.view.base;
    let title = base.words_in(desk.t.lang().code()).title.as_str();
    let n = i64::from(base.meta.version);
    let own = base.meta.key == desk.view.draft.form;
    let args = [("form", title.into()), ("n", n.into())];
    let said = match own {
        true => desk.t.with("forms-since_version", &args),
        false => desk.t.with("forms-since_copy", &args),
    };
    said.into_owned()
}
