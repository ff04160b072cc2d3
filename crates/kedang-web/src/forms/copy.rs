//! A copy of a form, under a name of its own.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::form_drafts::{self, NewCopy};
use kedang_app::forms::Form;
use kedang_core::form_draft::OWN;
use kedang_core::{Kind as Wrong, Problem};
use kedang_words::Lang;
use maud::html;
use serde::Deserialize;

use super::list::title;
use super::{page, trail};
use crate::Web;
use crate::components::{
    Btn, FieldView, Span, Tone, banner, btn, btn_link, field, form_foot, part,
};
use crate::form::{Posted, Refused};
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// What is typed.
#[derive(Deserialize, Default, Clone)]
pub(crate) struct CopyForm {
    #[serde(default)]
    from: String,
    #[serde(default)]
    short: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    label_en: String,
}

/// The page that asks for the names, with what one would write.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, form) = web
        .read(&visit, move |tx, scene| {
            form_drafts::may_copy(tx, scene, &key)
        })
        .await?;
    let name = |lang: Lang| {
        let title = form.words_in(lang.code()).title.as_str();
        let name = web
            .words
            .with(lang, "forms-copy_name", &[("form", title.into())]);
        name.into_owned()
    };
    let key = form.meta.key.as_str();
    let typed = CopyForm {
        from: key.to_owned(),
        short: key.strip_prefix(OWN).unwrap_or(key).to_owned(),
        label: name(Lang::Zh),
        label_en: name(Lang::En),
    };
    Ok(asking(&web, &frame, &form, &typed, None))
}

/// Makes the copy and leads to its draft.
pub(crate) async fn copy(
    State(web): State<Web>,
    visit: Visit,
    Posted(typed): Posted<CopyForm>,
) -> Result<Response, Refusal> {
    let new = NewCopy {
        from: typed.from.clone(),
        short: typed.short.clone(),
        label: typed.label.clone(),
        label_en: typed.label_en.clone(),
    };
    let write = web.app.write(&visit.call, move |tx, scene| {
        form_drafts::copy(tx, scene, &new)
    });
    match write.await {
        Ok(draft) => Ok(Redirect::to(&format!("/form-drafts/{}", draft.id)).into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Wrong::Invalid => {
            let key = typed.from.clone();
            let (frame, form) = web
                .read(&visit, move |tx, scene| {
                    form_drafts::may_copy(tx, scene, &key)
                })
                .await?;
            let page = asking(&web, &frame, &form, &typed, Some(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn asking(
    web: &Web,
    frame: &Frame,
    form: &Arc<Form>,
    typed: &CopyForm,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let name = t.with("forms-copy_title", &[("form", title(t, form).into())]);
    let back = format!("/forms/{}", form.meta.key);
    let one = |name: &str, label: &str, value: &str, help: &str, must: bool| {
        let (label, help) = (t.say(label), t.say(help));
        let err = refused.of(name);
        let view = FieldView {
            name,
            label: &label,
            value,
            must,
            help: Some(&help),
            err: err.as_deref(),
            span: Span::Half,
            ..FieldView::default()
        };
        field(&view)
    };
    let fields = html! {
        (one("label", "forms-name", &typed.label, "forms-name_help", true))
        (one("label_en", "forms-name_en", &typed.label_en, "forms-english_help", false))
        (one("short", "forms-short", &typed.short, "forms-short_help", true))
    };
    let (cancel, go) = (t.say("shell-cancel"), t.say("forms-copy_go"));
    let body = html! {
        (trail(t, Some((&back, title(t, form))), &name, "", &html! {}))
        @if let Some(wrong) = refused.whole() {
            div class="mb2" { (banner(&chrome, Tone::Bad, "", &html! { (wrong) })) }
        }
        form method="post" action="/forms/copies" class="sheet form" {
            input type="hidden" name="from" value=(form.meta.key);
            (part(&t.say("forms-copy_part"), &t.say("forms-copy_note"), &fields))
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&cancel).quiet(), &back))
                (btn(&chrome, &Btn::new(&go).go()))
            }))
        }
    };
    page(web, frame, &name, &body)
}
