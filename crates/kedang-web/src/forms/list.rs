//! All forms, and the drafts somebody is at.

use axum::extract::State;
use axum::response::Html;
use kedang_app::form_drafts::{self, Desk, FormLine};
use kedang_app::forms::Form;
use kedang_core::form_draft::FormDraft;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::page;
use crate::Web;
use crate::components::{
    Btn, Chrome, HeadView, Icon, Tone, btn, btn_link, icon_small, page_head, pill_hollow,
    sheet_flush,
};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The room 表样.
pub(crate) async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, desk) = web.read(&visit, form_drafts::desk).await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = t.say("room-forms");
    let head = HeadView {
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        p class="mut mb2 reading-width" { (t.say("forms-intro")) }
        div class="stack" {
            @if !desk.drafts.is_empty() { (drafts(&web, &chrome, t, &desk)) }
            (forms(&chrome, t, &desk))
        }
    };
    Ok(page(&web, &frame, &title, &body))
}

fn drafts(web: &Web, chrome: &Chrome<'_>, t: Tongue<'_>, desk: &Desk) -> Markup {
    let go = t.say("forms-go_on");
    let one = |draft: &FormDraft, title: &str| {
        let when = draft.updated_at.local(&web.app.zone);
        html! {
            li {
                (icon_small(chrome, Icon::Pen))
                div class="grow" {
                    a href={ "/form-drafts/" (draft.id) } { (title) }
                    small { (draft.form) " · " (draft.editor.name) " " (when) }
                }
                (btn_link(chrome, &Btn::new(&go).small(), &format!("/form-drafts/{}", draft.id)))
            }
        }
    };
    let body = html! {
        ul class="card-list" { @for (draft, title) in &desk.drafts { (one(draft, title)) } }
    };
    sheet_flush(&t.say("forms-drafts"), &html! {}, &body)
}

fn forms(chrome: &Chrome<'_>, t: Tongue<'_>, desk: &Desk) -> Markup {
    let body = html! {
        ul class="card-list" { @for one in &desk.forms { (line(chrome, t, one)) } }
    };
    sheet_flush(&t.say("forms-all"), &html! {}, &body)
}

fn line(chrome: &Chrome<'_>, t: Tongue<'_>, one: &FormLine) -> Markup {
    let key = &one.form.meta.key;
    let (tone, whose) = match one.own {
        true => (Tone::Jade, t.say("forms-own")),
        false => (Tone::Mute, t.say("forms-shipped")),
    };
    let copy = t.say("forms-copy");
    html! {
        li {
            (icon_small(chrome, Icon::Doc))
            div class="grow" {
                a href={ "/forms/" (key) } { (title(t, &one.form)) }
                small { (nth(t, i64::from(one.form.meta.version))) " · " (cards(t, one.cards)) " · " (key) }
            }
            span class="wide-only" { (pill_hollow(tone, &whose)) }
            div class="row" {
                @if one.own { (revise_button(chrome, t, key)) }
                (btn_link(chrome, &Btn::new(&copy).small(), &format!("/forms/{key}/copy")))
            }
        }
    }
}

/// The button that begins the next version, or goes on with it.
pub(super) fn revise_button(chrome: &Chrome<'_>, t: Tongue<'_>, key: &str) -> Markup {
    let revise = t.say("forms-revise");
    html! {
        form method="post" action={ "/forms/" (key) "/drafts" } {
            (btn(chrome, &Btn::new(&revise).small().icon(Icon::Pen)))
        }
    }
}

/// The name of a form in the reader's language.
pub(super) fn title<'a>(t: Tongue<'_>, form: &'a Form) -> &'a str {
    form.words_in(t.lang().code()).title.as_str()
}

/// 第 2 版.
pub(super) fn nth(t: Tongue<'_>, version: i64) -> String {
    t.with("forms-nth", &[("n", version.into())]).into_owned()
}

fn cards(t: Tongue<'_>, count: Option<i64>) -> String {
    match count {
        Some(count) => t
            .with("forms-cards", &[("count", count.into())])
            .into_owned(),
        None => t.say("forms-cards_many").into_owned(),
    }
}
