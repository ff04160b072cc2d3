//! The contact log of a customer, and the form to write the next one down.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::{self, ToLearn};
use kedang_app::contacts::{self, ContactList, ListContacts};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};
use maud::{Markup, html};
use serde::Deserialize;

use super::form::fields;
use super::ids;
use super::section::log;
use super::typed::Typed;
use crate::Web;
use crate::ask::Ask;
use crate::cards::to_learn;
use crate::components::{
    Btn, Fit, HeadView, Pager, Pic, Tone, banner, btn, empty, form_foot, page_head, pager, part,
    sheet,
};
use crate::form::Refused;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Entries of a page.
const ENTRIES: u32 = 30;

#[derive(Deserialize, Default)]
pub(crate) struct LogAsk {
    cursor: Option<String>,
}

impl LogAsk {
    /// Whether it is the first page.
    pub(super) fn is_first(&self) -> bool {
        self.cursor().is_none()
    }

    /// Where it goes on.
    pub(super) fn cursor(&self) -> Option<String> {
        self.cursor.clone().filter(|cursor| !cursor.is_empty())
    }
}

/// The page.
pub(crate) async fn list(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<LogAsk>,
) -> Result<Html<String>, Refusal> {
    let (frame, found) = read(&web, &visit, ids::customer(&id)?, ask.cursor()).await?;
    let typed = Typed::blank(&web.app.today());
    Ok(page(&web, &frame, &found, ask.is_first(), &typed, None))
}

/// A page of the log and what to ask next time.
pub(super) struct Found {
    log: ContactList,
    ask: ToLearn,
}

/// A page of the log with the frame round it.
pub(super) async fn read(
    web: &Web,
    visit: &Visit,
    customer: CustomerId,
    cursor: Option<String>,
) -> Result<(Frame, Found), Refusal> {
    let ask = ListContacts {
        customer,
        cursor,
        limit: ENTRIES,
    };
    web.read(visit, move |tx, scene| {
        Ok(Found {
            ask: cards::to_learn(tx, scene, &ask.customer)?,
            log: contacts::list(tx, scene, &ask)?,
        })
    })
    .await
}

/// The whole document, with what did not hold of what was sent.
pub(super) fn page(
    web: &Web,
    frame: &Frame,
    found: &Found,
    first: bool,
    typed: &Typed,
    refused: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (found, ask) = (&found.log, &found.ask);
    let base = format!("/customers/{}/contacts", found.customer.id);
    let (wrong, save) = (Refused::new(refused, t), t.say("contacts-save"));
    let body = html! {
        @if first { (to_learn(t, ask)) }
        @if found.may_edit {
            @if let Some(whole) = wrong.whole() { (banner(&chrome, Tone::Bad, "", &html! { (whole) })) }
            form class="sheet form" id="add" method="post" enctype="multipart/form-data" action=(base)
                data-island="dirty" {
                (part(&t.say("contacts-new"), "", &fields(&chrome, t, typed, Some(&found.customer.id), &wrong)))
                (form_foot(&html! { span class="push" {} (btn(&chrome, &Btn::new(&save).go())) }))
            }
        }
        @if found.page.items.is_empty() {
            (empty(&chrome, Pic::Folder, &t.say("contacts-none"), &html! { (t.say("contacts-empty")) }, &html! {}))
        } @else {
            (sheet(&t.say("contacts-newest"), &html! {}, &log(&chrome, t, &found.page.items, found.may_edit)))
        }
    };
    let turn = (base.as_str(), first, found.page.next.as_deref());
    desk(
        web,
        frame,
        &found.customer,
        &t.say("contacts-title"),
        turn,
        &body,
    )
}

/// A page below a customer, with a way to earlier and later ones; `turn` is its address, whether
/// it is the first, and where the next begins.
pub(super) fn desk(
    web: &Web,
    frame: &Frame,
    customer: &Customer,
    title: &str,
    (base, first, next): (&str, bool, Option<&str>),
    body: &Markup,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (customers, crumbs) = (t.say("room-customers"), t.say("shell-crumbs"));
    let dossier = format!("/customers/{}", customer.id);
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&dossier, &customer.name)],
        crumbs_label: &crumbs,
        title,
        ..HeadView::default()
    };
    let later = next.map(|cursor| format!("{base}?cursor={cursor}"));
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            (body)
            @if later.is_some() || !first {
                (pager(&chrome, &Pager {
                    label: &t.say("customers-pager"),
                    note: "",
                    count: None,
                    earlier: (!first).then_some(base),
                    earlier_label: &t.say("customers-first"),
                    later: later.as_deref(),
                    later_label: &t.say("customers-next"),
                }))
            }
        }
    };
    frame.page_of(web, customer, (title, Fit::Flow), &body)
}
