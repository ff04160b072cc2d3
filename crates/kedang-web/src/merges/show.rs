//! A merge as it was made, and the way back.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use kedang_app::merges::{self, Kept, MergeView};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::choose::{label, said};
use crate::Web;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Icon, Tone, banner, btn, btn_link, kv, page_head, sheet,
};
use crate::frame::{View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The page of a merge.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, (view, now)) = web
        .read(&visit, move |tx, scene| {
            Ok((merges::show(tx, scene, &id)?, scene.moment.at()))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (title, customers, crumbs) = (
        t.say("merge-done"),
        t.say("room-customers"),
        t.say("shell-crumbs"),
    );
    let address = format!("/customers/{}", view.customer.id);
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&address, &view.customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let open = view.undone_at.is_none() && view.until.0 > now;
    let undo = t.say("merge-undo");
    let acts = html! {
        @if open {
            form method="post" action={ "/merges/" (view.id) "/undoing" } {
                (btn(&chrome, &Btn::new(&undo).icon(Icon::Undo)))
            }
        }
    };
    let body = html! {
        (page_head(&head, &acts))
        div class="stack" {
            @if view.undone_at.is_some() { (undone(&chrome, t, &view)) }
            (sheet(&t.say("merge-what"), &html! {}, &facts(&web, t, &view)))
            @if !view.kept.is_empty() { (sheet(&t.say("merge-kept"), &html! {}, &kept(t, &view.kept))) }
        }
    };
    let page = View {
        title: &title,
        place: Place::Customers,
        secrecy: secrecy(view.customer.class),
        edge: &title,
        fit: Fit::Flow,
    };
    Ok(frame.page(&web, &page, &body))
}

fn undone(chrome: &Chrome, t: Tongue, view: &MergeView) -> Markup {
    let open = t.say("merge-open_absorbed");
    let there = format!("/customers/{}", view.absorbed.id);
    banner(
        chrome,
        Tone::Ok,
        "",
        &html! { (t.say("merge-taken_back")) " " a class="und" href=(there) { (open) } },
    )
}

fn facts(web: &Web, t: Tongue, view: &MergeView) -> Markup {
    let zone = &web.app.zone;
    let labels = [
        "merge-survivor",
        "merge-absorbed",
        "merge-by",
        "merge-at",
        "merge-until",
        "merge-moved",
    ]
    .map(|key| t.say(key));
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let values = [
        html! { a class="und" href={ "/customers/" (view.customer.id) } { (view.customer.name) } " " span class="mut" { (view.customer.code) } },
        html! { (view.absorbed.name) " " span class="mut" { (view.absorbed.code) } },
        html! { (view.by.name) },
        html! { (view.at.local(zone)) },
        html! { (view.until.local(zone)) },
        html! {
            (t.with("merge-moves", &[
                ("code", (&view.absorbed.code).into()),
                ("cards", count(view.moves.cards).into()), ("persons", count(view.moves.persons).into()),
                ("changes", count(view.moves.changes).into()),
                ("contacts", count(view.moves.contacts).into()),
                ("attachments", count(view.moves.attachments).into()),
                ("branches", count(view.moves.branches).into()),
            ]))
        },
    ];
    let pairs: Vec<(&str, Markup)> = labels.iter().map(AsRef::as_ref).zip(values).collect();
    kv(&pairs)
}

/// What had changed since and was left as it is.
fn kept(t: Tongue, kept: &[Kept]) -> Markup {
    let none = t.say("customer-unanswered");
    let value = |field: &str, value: &Option<String>| match value {
        Some(text) if field == "class" => t.say(&format!("class-{text}")).into_owned(),
        Some(text) if field == "types" => {
            let words = text.split_whitespace();
            let words: Vec<_> = words.map(|key| t.say(&format!("party-{key}"))).collect();
            words.join("\u{3001}")
        }
        Some(text) => said(t, field, text),
        None => none.to_string(),
    };
    html! {
        p class="mut t-s" { (t.say("merge-kept_note")) }
        ul class="plain-list" {
            @for one in kept {
                li {
                    @if let Some(field) = &one.field {
                        (t.with("merge-kept_field", &[
                            ("field", (&label(t, field)).into()), ("now", (&value(field, &one.now)).into()),
                            ("before", (&value(field, &one.before)).into()),
                        ]))
                    } @else { (t.say("merge-kept_row")) }
                }
            }
        }
    }
}

/// Takes the merge back.
pub(crate) async fn undo(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let view = web
        .app
        .write(&visit.call, move |tx, scene| merges::undo(tx, scene, &id))
        .await?;
    Ok(Redirect::to(&format!("/merges/{}", view.id)))
}

/// On the page of the survivor: what it took up, as long as that can be taken back.
pub(crate) fn note(web: &Web, chrome: &Chrome, t: Tongue, merges: &[MergeView]) -> Markup {
    let look = t.say("merge-look");
    html! {
        @for one in merges {
            @let until = one.until.local(&web.app.zone);
            (banner(chrome, Tone::Info, "", &html! {
                (t.with("merge-note", &[
                    ("code", (&one.absorbed.code).into()), ("name", (&one.absorbed.name).into()),
                    ("until", until.as_str().into()),
                ]))
                " "
                (btn_link(chrome, &Btn::new(&look).small().quiet(), &format!("/merges/{}", one.id)))
            }))
        }
    }
}
