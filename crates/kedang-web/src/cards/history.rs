//! The states of a card, and what changed between any two.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::{self, Difference, History};
use kedang_app::forms::{Change, Form, Shown};
use kedang_core::card::Revision;
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::{desk, typed};
use crate::Web;
use crate::ask::Ask;
use crate::components::{Btn, Chrome, Fit, btn, sheet_flush};
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct HistoryAsk {
    from: Option<i64>,
    to: Option<i64>,
}

/// The list, with the two that were chosen held against each other.
pub(crate) async fn history(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<HistoryAsk>,
) -> Result<Html<String>, Refusal> {
    let id = typed::card(&id)?;
    let (frame, (history, customer, difference)) = web
        .read(&visit, move |tx, scene| {
            let history = cards::revisions(tx, scene, &id)?;
            let customer = kedang_app::customers::show(tx, scene, &history.card.customer_id)?;
            let last = history.card.revision;
            // The last step, unless two others are asked for; the earlier one first.
            let (a, b) = (ask.from.unwrap_or(last - 1), ask.to.unwrap_or(last));
            let (from, to) = (a.min(b), a.max(b));
            let difference = (from > 0 && from < to)
                .then(|| cards::diff(tx, scene, &id, from, to))
                .transpose()?;
            Ok((history, customer, difference))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (title, card) = (
        t.say("cards-history"),
        format!("/cards/{}", history.card.id),
    );
    let head = desk::Head {
        customer: &customer,
        above: Some((card.as_str(), desk::title(t, &history.form))),
        title: &title,
        count: &desk::revision(t, &history.card),
    };
    let body = html! {
        (desk::head(t, &head, &html! {}))
        div class="cols cols-history" {
            (list(&web, &chrome, t, &history, difference.as_ref()))
            @if let Some(difference) = &difference { (changes(&web, t, difference)) }
        }
    };
    Ok(frame.page_of(&web, &customer, (&title, Fit::Flow), &body))
}

/// One line a state, with a choice of earlier and later.
fn list(
    web: &Web,
    chrome: &Chrome<'_>,
    t: Tongue<'_>,
    history: &History,
    chosen: Option<&Difference>,
) -> Markup {
    let (from, to) = match chosen {
        Some(difference) => (difference.from.seq, difference.to.seq),
        None => (0, history.card.revision),
    };
    let compare = t.say("cards-compare");
    let body = html! {
        form class="history" method="get" {
            table class="tbl s" {
                thead { tr {
                    th scope="col" { (t.say("cards-earlier")) }
                    th scope="col" { (t.say("cards-later")) }
                    th scope="col" { (t.say("cards-state")) }
                } }
                tbody { @for revision in &history.revisions {
                    (state(web, t, revision, from == revision.seq, to == revision.seq))
                } }
            }
            @if history.revisions.len() > 1 { div class="body" { (btn(chrome, &Btn::new(&compare))) } }
        }
    };
    sheet_flush(&t.say("cards-states"), &html! {}, &body)
}

fn state(web: &Web, t: Tongue<'_>, revision: &Revision, from: bool, to: bool) -> Markup {
    let nth = t.with("cards-revision", &[("n", revision.seq.into())]);
    let choice = |name: &str, word: &str, on: bool| {
        html! {
            label class="pick" {
                span class="vh" { (t.say(word)) " " (nth) }
                input type="radio" name=(name) value=(revision.seq) checked[on];
            }
        }
    };
    html! {
        tr {
            td { (choice("from", "cards-earlier", from)) }
            td { (choice("to", "cards-later", to)) }
            td class="wrap" {
                b { (nth) } br;
                small {
                    (revision.author.name) " " (revision.at.local(&web.app.zone))
                    @if let Some(how) = &revision.how { " · " (t.say(&format!("learned-{how}"))) }
                }
            }
        }
    }
}

/// What differs, answer by answer.
fn changes(web: &Web, t: Tongue<'_>, difference: &Difference) -> Markup {
    let head = |revision: &Revision| {
        let nth = t.with("cards-revision", &[("n", revision.seq.into())]);
        html! { (nth) br; small { (revision.at.local(&web.app.zone)) } }
    };
    let body = html! {
        @if difference.changes.is_empty() { p class="body mut" { (t.say("cards-no_change")) } }
        @else {
            table class="diff" {
                thead { tr {
                    th scope="col" { (t.say("cards-answer")) }
                    th scope="col" { (head(&difference.from)) }
                    th scope="col" { (head(&difference.to)) }
                } }
                tbody { @for change in &difference.changes { (row(t, &difference.form, change)) } }
            }
        }
    };
    sheet_flush(&t.say("cards-changes"), &html! {}, &body)
}

fn row(t: Tongue<'_>, form: &Form, change: &Change) -> Markup {
    html! {
        tr {
            th scope="row" { (label(t, form, change)) }
            td { (shown(t, &change.before)) }
            td class="after" { (shown(t, &change.after)) }
        }
    }
}

/// Which answer differs, and which parts of it.
pub(crate) fn label(t: Tongue<'_>, form: &Form, change: &Change) -> Markup {
    let words = form.words_in(t.lang().code());
    let key = change.path.split('.').next().unwrap_or_default();
    let field = form.field_at(&change.path);
    html! {
        (words.label(key))
        @if let Some(column) = field.filter(|f| f.key != key) { " · " (words.label(&column.path)) }
        @if !change.parts.is_empty() { br; small { (parts(t, change)) } }
    }
}

/// Which parts of several options differ; of sealed answers too.
fn parts(t: Tongue<'_>, change: &Change) -> String {
    let word = |part: &&str| match *part {
        "picked" => t.say("cards-part_picked"),
        "other" => t.say("cards-part_other"),
        "grades" => t.say("cards-part_grades"),
        "places" => t.say("cards-part_places"),
        _ => t.say("cards-part_photos"),
    };
    let words: Vec<_> = change.parts.iter().map(word).collect();
    words.join("、")
}

/// An answer as it was or is.
pub(crate) fn shown(t: Tongue<'_>, shown: &Shown) -> Markup {
    match shown {
        Shown::Unanswered => html! { span class="mut" { (t.say("cards-unanswered")) } },
        Shown::None => html! { (t.say("cards-none")) },
        Shown::Text(text) => html! { (text) },
        Shown::Sealed => html! { span class="mut" { (t.say("cards-sealed")) } },
        Shown::Rows(count) => {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            html! { (t.with("cards-rows", &[("count", count.into())])) }
        }
    }
}
