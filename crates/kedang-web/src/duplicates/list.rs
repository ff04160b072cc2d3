//! The queue of pairs.

use axum::extract::State;
use axum::response::Html;
use kedang_app::duplicates::{self, Doubt};
use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Pic, Tone, btn, btn_link, empty, page_head, pill_plain, sheet,
};
use crate::frame::{View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// The pairs that wait.
pub(crate) async fn list(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, pairs) = web.read(&visit, duplicates::list).await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = t.say("duplicates-title");
    let count = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
    let count = t.with("duplicates-count", &[("count", count.into())]);
    let head = HeadView {
        title: &title,
        count: &count,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            @if pairs.is_empty() {
                (empty(&chrome, Pic::Twins, &t.say("duplicates-empty"),
                    &html! { (t.say("duplicates-empty_text")) }, &html! {}))
            }
            @for one in &pairs { (pair(&web, &chrome, t, one)) }
        }
    };
    let class = pairs
        .iter()
        .flat_map(|p| [p.customer.class, p.other.class])
        .max();
    let view = View {
        title: &title,
        place: Place::Duplicates,
        secrecy: secrecy(class.unwrap_or(1)),
        edge: &title,
        fit: Fit::Flow,
    };
    Ok(frame.page(&web, &view, &body))
}

fn pair(web: &Web, chrome: &Chrome, t: Tongue, one: &Doubt) -> Markup {
    let distinct = t.say("duplicates-distinct");
    let (merge, there) = (t.say("merge-title"), merge_address(one));
    let acts = html! {
        (btn_link(chrome, &Btn::new(&merge).small(), &there))
        form method="post" action={ "/duplicates/" (one.id) "/distinct" } {
            (btn(chrome, &Btn::new(&distinct).small().quiet()))
        }
    };
    let found = one.at.local(&web.app.zone);
    let title = t.with("duplicates-found", &[("at", found.as_str().into())]);
    let body = html! {
        div class="pair" {
            (half(t, &t.say("duplicates-new"), &one.customer))
            (half(t, &t.say("duplicates-known"), &one.other))
        }
        p class="mut t-s mt2" {
            (t.say("duplicates-same")) " "
            @for reason in &one.reasons { (pill_plain(Tone::Warn, &t.say(&format!("same-{reason}")))) " " }
        }
    };
    sheet(&title, &acts, &body)
}

/// The one that was there stays, as a rule.
fn merge_address(one: &Doubt) -> String {
    format!(
        "/merges/new?survivor={}&absorbed={}",
        one.other.id, one.customer.id
    )
}

/// One of the two, with what tells it apart.
fn half(t: Tongue, label: &str, one: &Customer) -> Markup {
    let owner = one.owner.as_ref().map_or_else(
        || t.say("customers-nobody").into_owned(),
        |o| o.name.clone(),
    );
    let marks = [&one.details.uscc, &one.details.mobile, &one.details.phone];
    html! {
        div {
            small class="mut" { (label) }
            p { a class="und" href={ "/customers/" (one.id) } { (one.name) } }
            small class="mut" {
                (one.code) " · " (owner) " · " (one.department.name)
                @for mark in marks.into_iter().flatten() { " · " (mark) }
            }
        }
    }
}
