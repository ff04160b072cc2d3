//! 客户一览表 and its views, and what a search finds.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use kedang_app::customers::may_take;
use kedang_core::Problem;
use kedang_core::access::{Action, reach};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::address::{Base, SUMMARY, and, at};
use super::ask::ListAsk;
use super::look::Look;
use super::screen::Screen;
use super::{bar, bulk_bar, look, out, rows};
use crate::Web;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Icon, Pager, Pic, Tone, banner, btn_link, empty, page_head, pager,
    peek_place,
};
use crate::form::{Refused, sentence};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::views::{SaveForm, tabs};
use crate::visit::Visit;

/// The list.
pub(crate) async fn list(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    page(&web, &visit, ListAsk::read(query.as_deref()), None).await
}

/// The page; with `save`, the form of a view as it was typed and what does not hold in it.
pub(crate) async fn page(
    web: &Web,
    visit: &Visit,
    ask: ListAsk,
    save: Option<(SaveForm, Problem)>,
) -> Result<Response, Refusal> {
    let (asked, zone) = (ask.clone(), web.app.zone.clone());
    let (frame, screen) = web
        .read(visit, move |tx, scene| {
            Screen::read(tx, scene, &asked, zone)
        })
        .await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let title = title(t, &screen.base);
    let writes = !reach(&frame.actor, Action::Create).is_nothing();
    let body = html! {
        (head(&chrome, t, &ask, &screen, &title, (writes, may_take(&frame.actor))))
        @if let Some(problem) = &screen.refused { (refused(&chrome, t, problem)) }
        (tabs(t, &screen, ask.q.is_empty()))
        (bar::bar(&chrome, t, &ask, &screen, save.as_ref()))
        @if screen.rows.is_empty() { (nothing(&chrome, t, &ask, &screen)) } @else {
            (rows::table(web, &chrome, t, &ask, &screen))
            @if screen.picks { (bulk_bar::bar(&chrome, t, &screen)) }
            (foot(&chrome, t, &ask, &screen))
            (peek_place(&t.say("peek-place")))
        }
    };
    let look = Look {
        title: &title,
        place: Place::Customers,
        fit: Fit::Fill,
        wrong: screen.refused.is_some() || save.is_some(),
    };
    Ok(look::answer(web, &frame, &look, &body))
}

/// What the page is called.
pub(super) fn title(t: Tongue, base: &Base) -> String {
    match (&base.saved, base.key.as_str()) {
        (Some(view), _) => view.name.clone(),
        (None, SUMMARY) => t.say("lists-summary").into_owned(),
        (None, _) => t.say("customers-title").into_owned(),
    }
}

/// Every sentence about the question, since a parameter need not have a field of its own.
pub(super) fn refused(chrome: &Chrome, t: Tongue, problem: &Problem) -> Markup {
    let whole = Refused::new(Some(problem), t).whole().unwrap_or_default();
    banner(
        chrome,
        Tone::Bad,
        &whole,
        &html! {
            @for wrong in &problem.fields { (sentence(t, wrong.code, &wrong.args)) " " }
        },
    )
}

fn head(
    chrome: &Chrome,
    t: Tongue,
    ask: &ListAsk,
    screen: &Screen,
    title: &str,
    (writes, takes): (bool, bool),
) -> Markup {
    let searched = !ask.q.is_empty();
    let count = [("count", screen.count().into())];
    let words = if searched {
        let key = if screen.capped {
            "customers-found_capped"
        } else {
            "customers-found"
        };
        t.with(
            key,
            &[
                ("q", ask.q.as_str().into()),
                ("count", screen.count().into()),
            ],
        )
    } else {
        t.with("customers-on_page", &count)
    };
    let count_url = at("/customers/count", &screen.base.query(&screen.question));
    let exact = !searched && !screen.rows.is_empty();
    let view = HeadView {
        title,
        count: &words,
        count_url: exact.then_some(count_url.as_str()),
        ..HeadView::default()
    };
    let write = t.say("contacts-add");
    let all = html! {
        @if searched { a href="/customers" { (t.say("customers-all")) } }
        @if takes && !searched && !screen.rows.is_empty() { (out::acts(chrome, t, screen)) }
        @if writes { (btn_link(chrome, &Btn::new(&write).icon(Icon::Call), "/contacts/new")) }
    };
    page_head(&view, &all)
}

fn nothing(chrome: &Chrome, t: Tongue, ask: &ListAsk, screen: &Screen) -> Markup {
    let all = t.say("customers-all");
    let to_all = btn_link(chrome, &Btn::new(&all), "/customers");
    if !ask.q.is_empty() {
        let title = t.with("customers-not_found", &[("q", ask.q.as_str().into())]);
        let text = html! { (t.say("customers-not_found_text")) };
        return empty(chrome, Pic::Find, &title, &text, &to_all);
    }
    if screen.question.narrows() || ask.cursor.is_some() {
        let text = html! { (t.say("lists-nothing_text")) };
        return empty(chrome, Pic::Find, &t.say("lists-nothing"), &text, &to_all);
    }
    let open = t.say("customers-open_first");
    let open = Btn::new(&open).go().icon(Icon::Plus);
    let act = btn_link(chrome, &open, "/customers/new");
    let text = html! { (t.say("customers-empty_text")) };
    empty(chrome, Pic::Folder, &t.say("customers-empty"), &text, &act)
}

fn foot(chrome: &Chrome, t: Tongue, ask: &ListAsk, screen: &Screen) -> Markup {
    let first = screen.base.address(&screen.question);
    let from = i64::from(ask.from).saturating_add(screen.count());
    let later = screen
        .next
        .as_deref()
        .map(|cursor| and(&first, &format!("cursor={cursor}&from={from}")));
    let note = t.with("customers-on_page", &[("count", screen.count().into())]);
    pager(
        chrome,
        &Pager {
            label: &t.say("customers-pager"),
            note: &note,
            count: None,
            earlier: ask.cursor.as_ref().map(|_| first.as_str()),
            earlier_label: &t.say("customers-first"),
            later: later.as_deref(),
            later_label: &t.say("customers-next"),
        },
    )
}
