//! All papers and photos of a dossier, and the forms to add more.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::attachments::{self, AttachmentList, ListAttachments};
use kedang_core::{CustomerId, Problem};
use maud::html;
use serde::Deserialize;

use super::form::{Ticked, forms};
use super::ids;
use super::section::{hidden, tiles};
use crate::Web;
use crate::ask::Ask;
use crate::components::{Fit, HeadView, Pager, Pic, empty, page_head, pager, sheet};
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Tiles on a page.
const FILES: u32 = 60;

#[derive(Deserialize, Default)]
pub(crate) struct ListAsk {
    cursor: Option<String>,
}

/// The page.
pub(crate) async fn list(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<ListAsk>,
) -> Result<Html<String>, Refusal> {
    let (frame, list) = read(&web, &visit, ids::customer(&id)?, ask.cursor.clone()).await?;
    let first = ask.cursor.is_none_or(|cursor| cursor.is_empty());
    Ok(page(&web, &frame, &list, first, Ticked::default(), None))
}

/// A page of attachments with the frame round it.
pub(super) async fn read(
    web: &Web,
    visit: &Visit,
    customer: CustomerId,
    cursor: Option<String>,
) -> Result<(Frame, AttachmentList), Refusal> {
    let ask = ListAttachments {
        customer,
        cursor: cursor.filter(|cursor| !cursor.is_empty()),
        limit: FILES,
    };
    web.read(visit, move |tx, scene| attachments::list(tx, scene, &ask))
        .await
}

/// The whole document, with what did not hold of what was sent.
pub(super) fn page(
    web: &Web,
    frame: &Frame,
    list: &AttachmentList,
    first: bool,
    ticked: Ticked,
    refused: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let customer = &list.customer;
    let (customers, crumbs) = (t.say("room-customers"), t.say("shell-crumbs"));
    let (dossier, title) = (
        format!("/customers/{}", customer.id),
        t.say("attachments-title"),
    );
    let base = format!("{dossier}/attachments");
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&dossier, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let later = list.page.next.as_deref();
    let later = later.map(|cursor| format!("{base}?cursor={cursor}"));
    let count = i64::try_from(list.page.items.len()).unwrap_or(i64::MAX);
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            @if list.page.items.is_empty() {
                (empty(&chrome, Pic::Folder, &t.say("attachments-none"),
                    &html! { (t.say("attachments-empty")) }, &html! {}))
                (hidden(t, list.hidden))
            } @else {
                (sheet(&t.say("attachments-newest"), &html! {}, &html! {
                    (tiles(&chrome, t, &list.page.items))
                    (hidden(t, list.hidden))
                }))
            }
            @if later.is_some() || !first {
                (pager(&chrome, &Pager {
                    label: &t.say("customers-pager"),
                    note: &t.with("attachments-on_page", &[("count", count.into())]),
                    count: None,
                    earlier: (!first).then_some(base.as_str()),
                    earlier_label: &t.say("customers-first"),
                    later: later.as_deref(),
                    later_label: &t.say("customers-next"),
                }))
            }
            @if list.may_edit { (forms(&chrome, t, customer, ticked, refused)) }
        }
    };
    frame.page_of(web, customer, (&title, Fit::Flow), &body)
}
