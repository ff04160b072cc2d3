//! Everybody who works here, and the departments.

use axum::extract::State;
use axum::response::Html;
use kedang_app::staff::{self, Department, House};
use kedang_core::Problem;
use kedang_core::staff::Member;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::desk::{self, indented};
use crate::Web;
use crate::components::{
    Btn, Choice, Chrome, Col, FieldView, HeadView, Icon, Kind, Place as At, Span, Tone, banner,
    btn, btn_link, cell, field, page_head, pill, sheet, sheet_flush, small_table,
};
use crate::form::Refused;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The page.
pub(crate) async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, house) = web.read(&visit, staff::list).await?;
    Ok(page(&web, &frame, &house, None))
}

/// The page, with what did not hold of a department.
pub(super) fn page(
    web: &Web,
    frame: &Frame,
    house: &House,
    refused: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (title, new) = (t.say("staff-title"), t.say("staff-new"));
    let count = i64::try_from(house.members.len()).unwrap_or(i64::MAX);
    let count = t.with("staff-count", &[("count", count.into())]);
    let head = HeadView {
        title: &title,
        count: &count,
        ..HeadView::default()
    };
    let acts = html! {
        @if house.opens {
            (btn_link(&chrome, &Btn::new(&new).go().icon(Icon::Plus), "/staff/new"))
        }
    };
    let body = html! {
        (page_head(&head, &acts))
        div class="stack" {
            (sheet_flush(&t.say("staff-people"), &html! {}, &people(&chrome, t, &house.members)))
            (departments(&chrome, t, house, &Refused::new(refused, t)))
        }
    };
    desk::page(web, frame, &title, &body)
}

fn people(chrome: &Chrome<'_>, t: Tongue<'_>, members: &[Member]) -> Markup {
    let heads = [
        "staff-name",
        "staff-login",
        "staff-department",
        "staff-roles",
        "staff-posts",
        "staff-status",
    ];
    let heads = heads.map(|key| t.say(key));
    let cols: Vec<_> = heads
        .iter()
        .map(|label| Col {
            label,
            ..Col::default()
        })
        .collect();
    let rows = html! {
        @for one in members {
            tr {
                (cell(At::Wide, &html! { a class="und" href={ "/staff/" (one.id) } { (one.name) } }))
                (cell(At::Wide, &html! { (one.login) }))
                (cell(At::Wide, &html! { (one.department.name) }))
                (cell(At::Wide, &html! { (roles(t, one)) }))
                (cell(At::Wide, &html! { (posts(t, one)) }))
                (cell(At::Wide, &status(t, one)))
            }
        }
    };
    small_table(chrome, &t.say("staff-people"), &cols, &rows)
}

/// The roles in words; where one is not for the person's own department, that one too.
pub(super) fn roles(t: Tongue<'_>, member: &Member) -> String {
    let said = member.roles.iter().map(|held| {
        let role = t.say(&format!("role-{}", held.role));
        match held.department.id == member.department.id {
            true => role.into_owned(),
            false => format!("{role}（{}）", held.department.name),
        }
    });
    said.collect::<Vec<_>>().join("、")
}

fn posts(t: Tongue<'_>, member: &Member) -> String {
    let said = member.posts.iter().map(|post| desk::post(t, post));
    said.collect::<Vec<_>>().join("、")
}

/// Working, suspended, or waiting for a first password.
pub(super) fn status(t: Tongue<'_>, member: &Member) -> Markup {
    match (member.status.as_str(), member.has_password) {
        ("active", true) => pill(Tone::Ok, &t.say("staff-active")),
        ("active", false) => pill(Tone::Warn, &t.say("staff-waiting")),
        _ => pill(Tone::Mute, &t.say("staff-suspended")),
    }
}

fn departments(chrome: &Chrome<'_>, t: Tongue<'_>, house: &House, refused: &Refused<'_>) -> Markup {
    let body = html! {
        @if let Some(whole) = refused.whole() { (banner(chrome, Tone::Bad, "", &html! { (whole) })) }
        ul class="tree" { @for one in &house.departments { (branch(chrome, t, one, house.opens)) } }
        @if house.opens { (adding(chrome, t, &house.departments, refused)) }
    };
    sheet(&t.say("staff-departments"), &html! {}, &body)
}

fn branch(chrome: &Chrome<'_>, t: Tongue<'_>, one: &Department, opens: bool) -> Markup {
    let rename = t.say("staff-rename");
    html! {
        li {
            @if opens {
                form method="post" action={ "/departments/" (one.named.id) "/name" } class="inline" {
                    @if one.depth > 0 { span aria-hidden="true" { ("\u{3000}".repeat(one.depth)) } }
                    input class="in" name="name" value=(one.named.name) maxlength="60"
                        aria-label=(t.with("staff-department_name", &[("name", one.named.name.as_str().into())]));
                    (btn(chrome, &Btn::new(&rename).small()))
                }
            } @else { (indented(one)) }
        }
    }
}

fn adding(chrome: &Chrome<'_>, t: Tongue<'_>, all: &[Department], refused: &Refused<'_>) -> Markup {
    let words: Vec<_> = all.iter().map(indented).collect();
    let choices: Vec<_> = all
        .iter()
        .zip(&words)
        .map(|(one, label)| Choice {
            value: &one.named.id,
            label,
            on: one.depth == 0,
        })
        .collect();
    let (name, below, add) = (
        t.say("staff-new_department"),
        t.say("staff-below"),
        t.say("staff-add_department"),
    );
    let wrong = refused.of("name");
    html! {
        form method="post" action="/departments" class="fields mt2" {
            (field(&FieldView { name: "name", label: &name, value: "", must: true, max_len: Some(60),
                err: wrong.as_deref(), span: Span::Third, ..FieldView::default() }))
            (field(&FieldView { name: "parent", label: &below, value: "", kind: Kind::Select(&choices),
                span: Span::Third, ..FieldView::default() }))
            div class="c12" { (btn(chrome, &Btn::new(&add))) }
        }
    }
}
