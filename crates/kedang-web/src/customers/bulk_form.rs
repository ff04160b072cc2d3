//! The form in which several customers are changed together.

use axum::response::Html;
use kedang_app::customers::Choices;
use kedang_core::Problem;
use kedang_core::customer::{Customer, Named, Stage};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{LIST, at};
use super::bulk_draft::{BulkDraft, NONE};
use super::rows;
use crate::Web;
use crate::components::{
    Btn, Choice, FieldView, Fit, HeadView, Kind, Secrecy, Span, Tone, banner, btn, btn_link, field,
    form_foot, page_head, part,
};
use crate::form::Refused;
use crate::frame::{Frame, View};
use crate::rooms::Place;

/// The form; `chosen` are those the reader may know of.
pub(super) fn page(
    web: &Web,
    frame: &Frame,
    draft: &BulkDraft,
    chosen: &[Customer],
    choices: &Choices,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let (title, crumbs, list) = (
        t.say("bulk-title"),
        t.say("shell-crumbs"),
        t.say("customers-title"),
    );
    let (cancel, go) = (t.say("shell-cancel"), t.say("bulk-go"));
    let (back, count) = (at(LIST, &draft.back), number(chosen.len()));
    let count = t.with("bulk-picked", &[("count", count.into())]);
    let head = HeadView {
        crumbs: &[(&back, &list)],
        crumbs_label: &crumbs,
        title: &title,
        count: &count,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            @if let Some(wrong) = refused.whole() {
                (banner(&chrome, Tone::Bad, "", &html! { (wrong) }))
            }
            form method="post" action="/customers/bulk" class="sheet form" data-island="dirty" {
                input type="hidden" name="back" value=(draft.back);
                @for pick in &draft.picks {
                    input type="hidden" name="pick" value={ (pick.id) "." (pick.version) };
                }
                (part(&t.say("bulk-what"), &t.say("bulk-what_note"), &fields(t, draft, choices, &refused)))
                (part(&t.say("bulk-whom"), "", &whom(t, chosen)))
                (form_foot(&html! {
                    (btn_link(&chrome, &Btn::new(&cancel).quiet(), &back))
                    (btn(&chrome, &Btn::new(&go).go()))
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
    frame.page(web, &view, &body)
}

/// A number as the words take it.
pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn whom(t: Tongue, chosen: &[Customer]) -> Markup {
    html! {
        ul class="c12 chosen" {
            @for one in chosen {
                li { (one.name) " " span class="mut t-s" { (one.code) } " " (rows::stage(t, &one.stage)) }
            }
        }
    }
}

fn fields(t: Tongue, draft: &BulkDraft, choices: &Choices, refused: &Refused) -> Markup {
    let stages = Stage::ALL.map(|stage| {
        let key = stage.key();
        (key.to_owned(), t.say(&format!("stage-{key}")).into_owned())
    });
    let none = |word: &str| (NONE.to_owned(), t.say(word).into_owned());
    let grades = ["A", "B", "C", "D"].map(|grade| (grade.to_owned(), grade.to_owned()));
    let grades: Vec<_> = grades.into_iter().chain([none("lists-blank")]).collect();
    let named = |all: &[Named]| {
        let all = all.iter().map(|one| (one.id.clone(), one.name.clone()));
        all.collect::<Vec<_>>()
    };
    let mut owners = named(&choices.owners);
    owners.push(none("customers-nobody"));
    let select = |name: &str, key: &str, options: &[(String, String)]| {
        select(t, draft, refused, (name, key), options)
    };
    let (reason, help) = (
        t.say("customer_edit-stage_reason"),
        t.say("customer_edit-stage_reason_help"),
    );
    html! {
        (select("stage", "customers-stage", &stages))
        (select("grade", "field-grade", &grades))
        (field(&FieldView {
            name: "stage_reason",
            label: &reason,
            value: draft.get("stage_reason"),
            help: Some(&help),
            err: refused.of("stage_reason").as_deref(),
            max_len: Some(200),
            span: Span::Full,
            ..FieldView::default()
        }))
        @if !choices.departments.is_empty() {
            (select("owner", "customers-owner", &owners))
            (select("department", "customers-department", &named(&choices.departments)))
        }
    }
}

/// A field that stays as it is unless something is chosen.
fn select(
    t: Tongue,
    draft: &BulkDraft,
    refused: &Refused,
    (name, key): (&str, &str),
    options: &[(String, String)],
) -> Markup {
    let (label, keep) = (t.say(key), t.say("bulk-keep"));
    let now = draft.get(name);
    let kept = Choice {
        value: "",
        label: &keep,
        on: now.is_empty(),
    };
    let others = options.iter().map(|(value, label)| Choice {
        value,
        label,
        on: value == now,
    });
    let all: Vec<_> = std::iter::once(kept).chain(others).collect();
    field(&FieldView {
        name,
        label: &label,
        value: now,
        kind: Kind::Select(&all),
        err: refused.of(name).as_deref(),
        span: Span::Half,
        ..FieldView::default()
    })
}
