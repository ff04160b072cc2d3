//! Narrowing a list by what stands on cards: the indexed fields of a form, asked like a form.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::Html;
use kedang_app::forms::{AskedBy, Field, Form, Kind as Answer};
use kedang_core::listing::{AnswerTest, Question, answer_bounds, answer_key};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{LIST, and, at};
use super::ask::ListAsk;
use super::besides::label;
use super::narrow::{hidden, pairs};
use super::screen::Screen;
use crate::Web;
use crate::components::{
    Btn, ChipsView, Choice, Chrome, FieldView, Fit, HeadView, Kind, Secrecy, Span, Tab, btn,
    btn_link, chips, field, form_foot, page_head, part, tabs,
};
use crate::frame::View;
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// More options than this stand in a list to choose from rather than as chips.
const CHIPS: usize = 12;

/// The page.
pub(crate) async fn answers(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Refusal> {
    let mut ask = ListAsk::read(query.as_deref());
    let chosen = ask.typed.iter().position(|(key, _)| key == "form");
    let chosen = chosen.map(|at| ask.typed.remove(at).1);
    let (frame, (screen, forms)) = web
        .read(&visit, move |tx, scene| {
            let screen = Screen::bare(tx, scene, &ask, LIST)?;
            let forms = scene.house.forms.list(tx)?;
            Ok((screen, forms))
        })
        .await?;
    let asking = |form: &Arc<Form>| form.asked_fields().next().is_some();
    let forms: Vec<_> = forms.into_iter().filter(asking).collect();
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let wanted = chosen.or_else(|| screen.question.answers.first().map(|a| a.form.clone()));
    let of = |key: &String| forms.iter().find(|form| form.meta.key == *key);
    let form = wanted.as_ref().and_then(of).or(forms.first());
    let title = t.say("lists-answers");
    let body = html! {
        (page_head(&HeadView { title: &title, ..HeadView::default() }, &html! {}))
        p class="mut mb2 reading-width" { (t.say("lists-answers_intro")) }
        @if let Some(form) = form {
            (kinds(t, &screen, &forms, form))
            (asked(&chrome, t, &screen, form))
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
    Ok(frame.page(&web, &view, &body))
}

/// The forms to ask about.
fn kinds(t: Tongue, screen: &Screen, forms: &[Arc<Form>], now: &Form) -> Markup {
    let query = screen.base.query(&screen.question);
    let here = at("/customers/answers", &query);
    let links: Vec<_> = forms
        .iter()
        .map(|form| {
            let asked = screen.question.answers.iter();
            let asked = asked.filter(|a| a.form == form.meta.key).count();
            let href = and(&here, &format!("form={}", form.meta.key));
            (href, form, asked.to_string())
        })
        .collect();
    let links: Vec<_> = links
        .iter()
        .map(|(href, form, asked)| Tab {
            href,
            label: form.words_in(t.lang().code()).title.as_str(),
            count: (asked != "0").then_some(asked.as_str()),
            current: form.meta.key == now.meta.key,
        })
        .collect();
    tabs(&t.say("lists-answers_forms"), &links)
}

fn asked(chrome: &Chrome, t: Tongue, screen: &Screen, form: &Form) -> Markup {
    let of_form = format!(".{}.", form.meta.key);
    let kept = pairs(&screen.question.to_explicit_query());
    let kept = kept
        .iter()
        .filter(|(key, _)| !(key.starts_with("answer") && key.contains(&of_form)));
    let view = &screen.base.key;
    let fields = html! {
        @for field in form.asked_fields() { (one(t, &screen.question, form, field)) }
    };
    let (go, back) = (t.say("lists-apply"), t.say("shell-cancel"));
    html! {
        form method="get" action=(LIST) class="sheet" {
            (hidden((!view.is_empty()).then_some(("view", view.as_str()))))
            (hidden(kept.map(|(key, value)| (key.as_str(), value.as_str()))))
            (part(form.words_in(t.lang().code()).title.as_str(), &t.say("lists-answers_note"), &fields))
            (form_foot(&html! {
                (btn_link(chrome, &Btn::new(&back), &screen.base.address(&screen.question)))
                (btn(chrome, &Btn::new(&go).go()))
            }))
        }
    }
}

fn one(t: Tongue, question: &Question, form: &Form, asked: &Field) -> Markup {
    let (key, path) = (form.meta.key.as_str(), asked.path.as_str());
    let label = label(form, asked, t.lang().code());
    let now = question.answer(key, path);
    let values: &[String] = match now {
        Some(AnswerTest::OneOf(values)) => values,
        _ => &[],
    };
    let name = answer_key(key, path);
    match asked.asked_by() {
        Some(AskedBy::Options) => options(t, form, asked, (&name, &label), values),
        Some(AskedBy::Text) | None => line(&name, &label, &values.join(","), Kind::Text, None),
        Some(by) => {
            let kind = if by == AskedBy::Dates {
                Kind::Date
            } else {
                Kind::Number
            };
            let example = (by == AskedBy::Dates).then_some("2026-01-31");
            let [from, to] = answer_bounds(key, path);
            let (least, most) = match now {
                Some(AnswerTest::Between { from, to }) => (from.as_deref(), to.as_deref()),
                _ => (None, None),
            };
            let label = match &asked.kind {
                Answer::Money(_) => t
                    .with("lists-in_yuan", &[("what", (&label).into())])
                    .into_owned(),
                _ => label,
            };
            let what = [("what", (&label).into())];
            html! {
                (line(&from, &t.with("lists-from", &what), least.unwrap_or(""), kind, example))
                (line(&to, &t.with("lists-to", &what), most.unwrap_or(""), kind, example))
            }
        }
    }
}

fn options(
    t: Tongue,
    form: &Form,
    asked: &Field,
    (name, label): (&str, &str),
    values: &[String],
) -> Markup {
    let words = form.words_in(t.lang().code());
    let mut choices: Vec<_> = asked
        .options()
        .iter()
        .map(|code| Choice {
            value: code,
            label: asked.option_word(words, code),
            on: values.contains(code),
        })
        .collect();
    if choices.len() <= CHIPS {
        return chips(&ChipsView {
            name,
            legend: label,
            many: true,
            choices: &choices,
            must: false,
            help: None,
            err: None,
            span: Span::Full,
        });
    }
    let any = t.say("lists-any");
    choices.insert(
        0,
        Choice {
            value: "",
            label: &any,
            on: values.is_empty(),
        },
    );
    line(name, label, "", Kind::Select(&choices), None)
}

fn line(name: &str, label: &str, value: &str, kind: Kind, example: Option<&str>) -> Markup {
    field(&FieldView {
        name,
        label,
        value,
        kind,
        placeholder: example,
        span: Span::Half,
        ..FieldView::default()
    })
}
