//! 客户一览表, and what a search finds.

use axum::extract::State;
use axum::response::Html;
use kedang_app::customers::{self, ListCustomers, SearchCustomers};
use kedang_app::{AppError, Scene, Tx};
use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::rows;
use crate::Web;
use crate::ask::Ask;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Icon, Pager, Pic, Secrecy, btn_link, empty, page_head, pager,
};
use crate::frame::View;
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// Rows of a page.
const ROWS: u32 = 50;

#[derive(Deserialize, Default)]
pub(crate) struct ListAsk {
    /// A search, as typed.
    #[serde(default)]
    q: String,
    /// Where the page before ended.
    cursor: Option<String>,
}

/// What the list shows.
struct Shown {
    rows: Vec<(Customer, Option<String>)>,
    next: Option<String>,
    capped: bool,
}

impl Shown {
    fn count(&self) -> i64 {
        i64::try_from(self.rows.len()).unwrap_or(i64::MAX)
    }
}

/// The list.
pub(crate) async fn list(
    State(web): State<Web>,
    visit: Visit,
    Ask(ask): Ask<ListAsk>,
) -> Result<Html<String>, Refusal> {
    let (q, cursor) = (
        ask.q.trim().to_owned(),
        ask.cursor.filter(|c| !c.is_empty()),
    );
    let first = cursor.is_none();
    let asked = q.clone();
    let (frame, shown) = web
        .read(&visit, move |tx, scene| shown(tx, scene, &asked, cursor))
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let title = t.say("customers-title");
    let body = html! {
        (head(t, &q, &shown, &title))
        @if shown.rows.is_empty() { (nothing(&chrome, t, &q)) } @else {
            (rows::table(&web, &chrome, t, &shown.rows))
            (foot(&chrome, t, &shown, first))
        }
    };
    let edge = t.say("customers-edge");
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit: Fit::Fill,
    };
    Ok(frame.page(&web, &view, &body))
}

fn shown(tx: &mut Tx, scene: &Scene, q: &str, cursor: Option<String>) -> Result<Shown, AppError> {
    if q.is_empty() {
        let page = customers::list(
            tx,
            scene,
            &ListCustomers {
                cursor,
                limit: ROWS,
            },
        )?;
        let rows = page
            .items
            .into_iter()
            .map(|customer| (customer, None))
            .collect();
        return Ok(Shown {
            rows,
            next: page.next,
            capped: false,
        });
    }
    let found = customers::search(
        tx,
        scene,
        &SearchCustomers {
            q: q.to_owned(),
            limit: ROWS,
        },
    )?;
    let rows = found
        .items
        .into_iter()
        .map(|f| (f.customer, Some(f.matched)))
        .collect();
    Ok(Shown {
        rows,
        next: None,
        capped: found.capped,
    })
}

fn head(t: Tongue, q: &str, shown: &Shown, title: &str) -> Markup {
    let searched = !q.is_empty();
    let count = if searched {
        let key = if shown.capped {
            "customers-found_capped"
        } else {
            "customers-found"
        };
        t.with(key, &[("q", q.into()), ("count", shown.count().into())])
    } else {
        t.say("customers-order")
    };
    let exact = !searched && !shown.rows.is_empty();
    let view = HeadView {
        title,
        count: &count,
        count_url: exact.then_some("/customers/count"),
        ..HeadView::default()
    };
    let all = html! { @if searched { a href="/customers" { (t.say("customers-all")) } } };
    page_head(&view, &all)
}

fn nothing(chrome: &Chrome, t: Tongue, q: &str) -> Markup {
    let open = t.say("customers-open_first");
    if q.is_empty() {
        let act = btn_link(
            chrome,
            &Btn::new(&open).go().icon(Icon::Plus),
            "/customers/new",
        );
        let text = html! { (t.say("customers-empty_text")) };
        return empty(chrome, Pic::Folder, &t.say("customers-empty"), &text, &act);
    }
    let title = t.with("customers-not_found", &[("q", q.into())]);
    let all = t.say("customers-all");
    let act = btn_link(chrome, &Btn::new(&all), "/customers");
    empty(
        chrome,
        Pic::Find,
        &title,
        &html! { (t.say("customers-not_found_text")) },
        &act,
    )
}

fn foot(chrome: &Chrome, t: Tongue, shown: &Shown, first: bool) -> Markup {
    let later = shown
        .next
        .as_deref()
        .map(|cursor| format!("/customers?cursor={cursor}"));
    let note = t.with("customers-on_page", &[("count", shown.count().into())]);
    pager(
        chrome,
        &Pager {
            label: &t.say("customers-pager"),
            note: &note,
            count: None,
            earlier: (!first).then_some("/customers"),
            earlier_label: &t.say("customers-first"),
            later: later.as_deref(),
            later_label: &t.say("customers-next"),
        },
    )
}
