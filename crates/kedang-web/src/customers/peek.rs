//! 预览: a customer at a glance, over the list or as a page.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use kedang_app::cards::{self, CardList};
use kedang_app::contacts::{self, ContactList, ListContacts};
use kedang_app::{AppError, Scene, Tx, customers};
use kedang_core::CustomerId;
use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::beside::{Beside, BesideAsk};
use super::{facts, rows, show, typed};
use crate::Web;
use crate::ask::Ask;
use crate::cards as sheets;
use crate::components::{Chrome, Fit, PeekView, kv, peek as drawn, sec};
use crate::contacts as log;
use crate::frame::{Frame, secrecy};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Newest contacts shown there.
const TALKS: u32 = 3;

/// The glance: for the script its content alone, else a page.
pub(crate) async fn peek(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<BesideAsk>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (id, zone) = (typed::customer(&id)?, web.app.zone.clone());
    let (frame, (read, beside)) = web
        .read(&visit, move |tx, scene| {
            let read = Read::of(tx, scene, &id)?;
            let beside = Beside::read(tx, scene, &ask, &zone, &read.customer)?;
            Ok((read, beside))
        })
        .await?;
    let over = headers.contains_key("hx-request");
    let glance = glance(&web, &frame, &read, beside.as_ref(), over);
    Ok(match over {
        true => Html(glance.into_string()).into_response(),
        false => page(&web, &frame, &read.customer, &glance).into_response(),
    })
}

/// What stands in it.
struct Read {
    customer: Customer,
    cards: CardList,
    talks: ContactList,
}

impl Read {
    fn of(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Self, AppError> {
        let newest = ListContacts {
            customer: id.clone(),
            cursor: None,
            limit: TALKS,
        };
        Ok(Self {
            customer: customers::show(tx, scene, id)?,
            cards: cards::list(tx, scene, id)?,
            talks: contacts::list(tx, scene, &newest)?,
        })
    }
}

fn glance(web: &Web, frame: &Frame, read: &Read, beside: Option<&Beside>, over: bool) -> Markup {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let customer = &read.customer;
    let class = t.say(&format!("class-{}", customer.class));
    let (before, after) = (t.say("neighbours-earlier"), t.say("neighbours-later"));
    let (open, close) = (t.say("peek-open"), t.say("peek-close"));
    let full = match beside {
        Some(beside) => beside.href(&customer.id),
        None => format!("/customers/{}", customer.id),
    };
    let step = |id: Option<&CustomerId>| Some((id?.to_string(), beside?.peek(id?)));
    let neighbours = beside.map(Beside::neighbours);
    let earlier = step(neighbours.and_then(|both| both.earlier.as_ref()));
    let later = step(neighbours.and_then(|both| both.later.as_ref()));
    let view = PeekView {
        id: customer.id.as_str(),
        name: &customer.name,
        secrecy: secrecy(customer.class),
        class: sec(secrecy(customer.class), &class),
        earlier: earlier
            .as_ref()
            .map(|(id, href)| (id.as_str(), href.as_str(), before.as_ref())),
        later: later
            .as_ref()
            .map(|(id, href)| (id.as_str(), href.as_str(), after.as_ref())),
        full: &full,
        full_label: &open,
        close: over.then_some(close.as_ref()),
    };
    drawn(
        &chrome,
        &view,
        &html! {
            (head(&chrome, t, customer))
            (about(web, t, customer))
            (talks(&chrome, t, &read.talks))
            (papers(web, &chrome, t, &read.cards))
        },
    )
}

fn head(chrome: &Chrome, t: Tongue, customer: &Customer) -> Markup {
    let kind = t.say(&format!("kind-{}", customer.kind));
    html! {
        section {
            div class="who-head" {
                (rows::mark(chrome, t, customer))
                div { h2 { (customer.name) } p class="mut t-s" { (customer.code) " · " (kind) } }
            }
            div class="row mt" {
                (rows::stage(t, &customer.stage))
                @if !customer.types.is_empty() {
                    span class="mut t-s" { (show::types(t, customer)) }
                }
            }
        }
    }
}

/// Whose it is, and what is known of it.
fn about(web: &Web, t: Tongue, customer: &Customer) -> Markup {
    let (owner, department) = (t.say("customers-owner"), t.say("customers-department"));
    let (met, updated) = (t.say("customers-how_met"), t.say("customers-updated"));
    let known = facts::answered(t, customer);
    let mut pairs = vec![
        (owner.as_ref(), rows::owner(t, customer)),
        (department.as_ref(), html! { (customer.department.name) }),
        (met.as_ref(), html! { (customer.how_met) }),
    ];
    let known = known
        .iter()
        .map(|(label, value)| (label.as_str(), html! { (value) }));
    pairs.extend(known);
    let changed = customer.updated_at.local(&web.app.zone);
    pairs.push((updated.as_ref(), html! { (changed) }));
    html! { section { h3 { (t.say("customer-facts")) } (kv(&pairs)) } }
}

fn talks(chrome: &Chrome, t: Tongue, list: &ContactList) -> Markup {
    let all = format!("/customers/{}/contacts", list.customer.id);
    html! {
        section {
            h3 { (t.say("contacts-title")) a class="push und" href=(all) { (t.say("contacts-all")) } }
            @if list.page.items.is_empty() { p class="mut" { (t.say("contacts-empty")) } }
            @else { (log::log(chrome, t, &list.page.items, list.may_edit)) }
        }
    }
}

fn papers(web: &Web, chrome: &Chrome, t: Tongue, cards: &CardList) -> Markup {
    html! {
        section {
            h3 { (t.say("cards-title")) }
            @if cards.items.is_empty() { p class="mut" { (t.say("cards-empty")) } }
            @else { (sheets::items(web, chrome, t, cards)) }
        }
    }
}

fn page(web: &Web, frame: &Frame, customer: &Customer, glance: &Markup) -> Html<String> {
    frame.page_of(
        web,
        customer,
        (&customer.name, Fit::Flow),
        &html! { div class="sheet peek-page" { (glance) } },
    )
}
