//! One account: who it is, what he may do, as what he signs, and how he gets in.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::staff::{self, Department, House};
use kedang_core::Problem;
use kedang_core::access::Role;
use kedang_core::staff::Member;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::desk::{self, indented};
use super::list::status;
use super::typed::{is_own, role_name};
use crate::Web;
use crate::components::{
    Btn, ChipsView, Choice, Chrome, FieldView, HeadView, Kind, Span, Tone, banner, btn, chips,
    field, form_foot, kv_two, page_head, part, sheet,
};
use crate::form::Refused;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// What the page shows besides the account.
#[derive(Default)]
pub(super) struct Told<'a> {
    /// Why something was refused.
    pub(super) problem: Option<&'a Problem>,
    /// A link that was just made, to be seen once.
    pub(super) link: Option<&'a str>,
}

/// The page.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    page(&web, &visit, &id, &Told::default()).await
}

/// The page with what is to be told.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    id: &str,
    told: &Told<'_>,
) -> Result<Html<String>, Refusal> {
    let id = desk::id(id)?;
    let (frame, (member, house)) = web
        .read(visit, move |tx, scene| {
            Ok((staff::find(tx, scene, &id)?, staff::list(tx, scene)?))
        })
        .await?;
    let known = web.app.posts().await?;
    let place = Around {
        house: &house,
        known: &known,
    };
    Ok(drawn(web, &frame, &member, &place, told))
}

/// What the page needs besides the account.
struct Around<'a> {
    house: &'a House,
    /// The posts that forms ask for.
    known: &'a [String],
}

fn drawn(
    web: &Web,
    frame: &Frame,
    member: &Member,
    around: &Around<'_>,
    told: &Told<'_>,
) -> Html<String> {
    let house = around.house;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(told.problem, t);
    let (staff, crumbs) = (t.say("staff-title"), t.say("shell-crumbs"));
    let head = HeadView {
        crumbs: &[("/staff", &staff)],
        crumbs_label: &crumbs,
        title: &member.name,
        count: &member.login,
        ..HeadView::default()
    };
    let gives = house.gives && !is_own(&frame.actor.staff, member);
    let body = html! {
        (page_head(&head, &status(t, member)))
        @if let Some(whole) = refused.whole() { (banner(&chrome, Tone::Bad, "", &html! { (whole) })) }
        @if let Some(link) = told.link { (linked(&chrome, t, member, link)) }
        div class="stack" {
            @if house.opens || gives {
                form method="post" action={ "/staff/" (member.id) } class="sheet form" data-island="dirty" {
                    input type="hidden" name="version" value=(member.version);
                    @if house.opens { (account(t, member, house, &refused)) }
                    @if gives { (rights(t, member, around, &refused)) }
                    (form_foot(&html! {
                        span class="push" {}
                        (btn(&chrome, &Btn::new(&t.say("staff-save")).go()))
                    }))
                }
            }
            @if !gives { (sheet(&t.say("staff-rights"), &html! {}, &held(t, member))) }
            @if house.opens { (door(&chrome, t, member)) }
        }
    };
    desk::page(web, frame, &member.name, &body)
}

/// The link, to be handed over: it is shown once.
fn linked(chrome: &Chrome<'_>, t: Tongue<'_>, member: &Member, link: &str) -> Markup {
    let text = html! {
        (t.with("staff-link_note", &[("name", member.name.as_str().into())])) " "
        code class="digest" { (link) }
    };
    banner(chrome, Tone::Ok, &t.say("staff-link_made"), &text)
}

fn account(t: Tongue<'_>, member: &Member, house: &House, refused: &Refused<'_>) -> Markup {
    let words: Vec<_> = house.departments.iter().map(indented).collect();
    let choices = choices(&house.departments, &words, Some(&member.department.id));
    let (name, department) = (t.say("staff-name"), t.say("staff-department"));
    let (wrong_name, wrong) = (refused.of("name"), refused.of("department"));
    part(
        &t.say("staff-account"),
        "",
        &html! {
            (field(&FieldView { name: "name", label: &name, value: &member.name, must: true,
                max_len: Some(60), err: wrong_name.as_deref(), span: Span::Third,
                ..FieldView::default() }))
            (field(&FieldView { name: "department", label: &department, kind: Kind::Select(&choices),
                must: true, err: wrong.as_deref(), span: Span::Third, ..FieldView::default() }))
        },
    )
}

fn choices<'a>(
    all: &'a [Department],
    words: &'a [String],
    chosen: Option<&str>,
) -> Vec<Choice<'a>> {
    all.iter()
        .zip(words)
        .map(|(one, label)| Choice {
            value: &one.named.id,
            label,
            on: chosen == Some(one.named.id.as_str()),
        })
        .collect()
}

/// Each role with the department in which it is held.
fn rights(t: Tongue<'_>, member: &Member, around: &Around<'_>, refused: &Refused<'_>) -> Markup {
    let (house, known) = (around.house, around.known);
    let words: Vec<_> = house.departments.iter().map(indented).collect();
    let none = t.say("staff-role_none");
    let role = |role: Role| {
        let held = member.roles.iter().find(|held| held.role == role.key());
        let held = held.map(|held| held.department.id.as_str());
        let mut all = vec![Choice {
            value: "",
            label: &none,
            on: held.is_none(),
        }];
        all.extend(choices(&house.departments, &words, held));
        let (name, label) = (role_name(role), t.say(&format!("role-{}", role.key())));
        let help = t.say(&format!("role_help-{}", role.key()));
        field(&FieldView {
            name: &name,
            label: &label,
            kind: Kind::Select(&all),
            help: Some(&help),
            span: Span::Quarter,
            ..FieldView::default()
        })
    };
    let words: Vec<_> = known.iter().map(|post| desk::post(t, post)).collect();
    let posts: Vec<_> = known
        .iter()
        .zip(&words)
        .map(|(post, label)| Choice {
            value: post,
            label,
            on: member.posts.contains(post),
        })
        .collect();
    let (wrong, wrong_posts) = (refused.of("roles"), refused.of("posts"));
    html! {
        (part(&t.say("staff-rights"), &t.say("staff-rights_note"), &html! {
            input type="hidden" name="rights" value="1";
            @for one in Role::ALL { (role(one)) }
            @if let Some(wrong) = wrong { p class="err c12" { (wrong) } }
        }))
        (part(&t.say("staff-posts"), &t.say("staff-posts_note"), &html! {
            (chips(&ChipsView { name: "post", legend: &t.say("staff-posts"), many: true,
                choices: &posts, must: false, help: None, err: wrong_posts.as_deref(),
                span: Span::Full }))
        }))
    }
}

/// The rights as they are read.
fn held(t: Tongue<'_>, member: &Member) -> Markup {
    let (roles, posts) = (t.say("staff-roles"), t.say("staff-posts"));
    let said = super::list::roles(t, member);
    let signs = member.posts.iter().map(|post| desk::post(t, post));
    let signs = signs.collect::<Vec<_>>().join("、");
    kv_two(&[(&roles, html! { (said) }), (&posts, html! { (signs) })])
}

/// A new link, and suspending or letting in again.
fn door(chrome: &Chrome<'_>, t: Tongue<'_>, member: &Member) -> Markup {
    let (make, suspend, resume) = (
        t.say("staff-link"),
        t.say("staff-suspend"),
        t.say("staff-resume"),
    );
    let base = format!("/staff/{}", member.id);
    let small = |to: &str, button: &Markup| {
        html! {
            form method="post" action={ (base) (to) } {
                input type="hidden" name="version" value=(member.version);
                (button)
            }
        }
    };
    let active = member.status == "active";
    let body = html! {
        p class="mut t-s mb2" { (t.say("staff-door_note")) }
        div class="row" {
            @if active {
                (small("/link", &btn(chrome, &Btn::new(&make))))
                (small("/suspension", &btn(chrome, &Btn::new(&suspend).bad())))
            } @else { (small("/resumption", &btn(chrome, &Btn::new(&resume).go()))) }
        }
    };
    sheet(&t.say("staff-door"), &html! {}, &body)
}
