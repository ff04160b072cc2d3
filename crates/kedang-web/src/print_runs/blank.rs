//! Asks which form is to be printed.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::Html;
use kedang_app::customers::check_taker;
use kedang_app::forms::Form;
use kedang_app::paper::RUN_MOST;
use kedang_core::Problem;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::draft::{BLANK, Draft};
use crate::Web;
use crate::components::{
    Btn, Choice, FieldView, Fit, HeadView, Icon, Kind, Secrecy, Span, Tone, banner, btn, btn_link,
    field, form_foot, page_head, part,
};
use crate::form::Refused;
use crate::frame::View;
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The form over the ticked rows, or over a whole list.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Refusal> {
    let pairs = serde_urlencoded::from_str(query.as_deref().unwrap_or(""));
    page(&web, &visit, &Draft::read(pairs.unwrap_or_default()), None).await
}

/// The page, with what did not hold.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    draft: &Draft,
    problem: Option<&Problem>,
) -> Result<Html<String>, Refusal> {
    let (frame, forms) = web
        .read(visit, |tx, scene| {
            check_taker(&scene.actor)?;
            scene.house.forms.list(tx)
        })
        .await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let (title, crumbs, list) = (
        t.say("print_run-title"),
        t.say("shell-crumbs"),
        t.say("customers-title"),
    );
    let back = match draft.picks.is_empty() {
        true => format!("/customers?{}", draft.question),
        false => "/customers".to_owned(),
    };
    let whom = whom(t, draft);
    let head = HeadView {
        crumbs: &[(&back, &list)],
        crumbs_label: &crumbs,
        title: &title,
        count: &whom,
        ..HeadView::default()
    };
    let (cancel, go) = (t.say("shell-cancel"), t.say("print_run-go"));
    let most = i64::try_from(RUN_MOST).unwrap_or(i64::MAX);
    let note = t.with("print_run-note", &[("max", most.into())]);
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            @if let Some(wrong) = refused.whole() {
                (banner(&chrome, Tone::Bad, "", &html! { (wrong) }))
            }
            form method="post" action="/print-runs" class="sheet form" {
                input type="hidden" name="question" value=(draft.question);
                @for pick in &draft.picks { input type="hidden" name="pick" value=(pick); }
                (part(&t.say("print_run-what"), &note, &fields(t, draft, &forms)))
                (form_foot(&html! {
                    (btn_link(&chrome, &Btn::new(&cancel).quiet(), &back))
                    span class="push" {}
                    (btn(&chrome, &Btn::new(&go).icon(Icon::Print).go()))
                }))
            }
        }
    };
    let edge = t.say("customers-edge");
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit: Fit::Form,
    };
    Ok(frame.page(web, &view, &body))
}

fn whom(t: Tongue, draft: &Draft) -> String {
    match draft.picks.len() {
        0 => t.say("print_run-listed").into_owned(),
        count => {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            t.with("bulk-picked", &[("count", count.into())])
                .into_owned()
        }
    }
}

fn fields(t: Tongue, draft: &Draft, forms: &[Arc<Form>]) -> Markup {
    let named: Vec<_> = forms
        .iter()
        .map(|form| {
            (
                form.meta.key.as_str(),
                form.words_in(t.lang().code()).title.as_str(),
            )
        })
        .collect();
    let kinds = ["filled", BLANK].map(|key| (key, t.say(&format!("print_run_what-{key}"))));
    let kinds = kinds.each_ref().map(|(key, word)| (*key, word.as_ref()));
    html! {
        (select("form", &t.say("print_run-form"), &named, &draft.form))
        (select("what", &t.say("print_run-kind"), &kinds, &draft.what))
    }
}

fn select(name: &str, label: &str, all: &[(&str, &str)], now: &str) -> Markup {
    let options: Vec<_> = all
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            on: *value == now,
        })
        .collect();
    field(&FieldView {
        name,
        label,
        value: now,
        kind: Kind::Select(&options),
        span: Span::Half,
        ..FieldView::default()
    })
}
