//! 开票资料, to be copied in one click.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::customers::{Given, Invoice, invoice};
use kedang_core::{CustomerId, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{
    Btn, CopyLines, Fit, HeadView, Icon, btn_link, copy_lines, kv_none, kv_two, page_head, sheet,
};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The page.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let id = whose(&id)?;
    let (frame, found) = web
        .read(&visit, move |tx, scene| invoice(tx, scene, &id))
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (title, crumbs, pdf) = (
        t.say("invoice-title"),
        t.say("shell-crumbs"),
        t.say("paper-pdf"),
    );
    let customer = &found.customer;
    let own = format!("/customers/{}", customer.id);
    let head = HeadView {
        crumbs: &[(&own, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let load = Btn::new(&pdf).icon(Icon::Load);
    let acts = btn_link(&chrome, &load, &format!("{own}/invoice.pdf"));
    let lines = lines(t, &found);
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let copied = CopyLines {
        title: &t.say("invoice-copy"),
        lines: &lines,
        button: &t.with("cards-copy", &[("count", count.into())]),
        done: &t.say("cards-copied"),
        note: &t.say("cards-copy_note"),
    };
    let body = html! {
        (page_head(&head, &acts))
        (sheet(&customer.name, &html! {}, &html! {
            (copy_lines(&chrome, &copied))
            div class="mt2" { (lacking(t, &found)) }
        }))
    };
    Ok(frame.page_of(&web, customer, (&title, Fit::Flow), &body))
}

/// The id of an address.
pub(super) fn whose(id: &str) -> Result<CustomerId, Problem> {
    let id = CustomerId::parse(id).ok();
    id.ok_or_else(|| Problem::not_found("customer.not_found"))
}

/// The lines that are known, as they are copied.
fn lines(t: Tongue, found: &Invoice) -> Vec<String> {
    let known = found.lines.iter().filter_map(|(key, given)| match given {
        Given::Text(value) => {
            let label = t.say(key);
            let args = [
                ("label", label.as_ref().into()),
                ("value", value.as_str().into()),
            ];
            Some(t.with("cards-copy_line", &args).into_owned())
        }
        Given::Masked | Given::Unknown => None,
    });
    known.collect()
}

/// What is not among the lines, and why.
fn lacking(t: Tongue, found: &Invoice) -> Markup {
    let why = |given: &Given| match given {
        Given::Text(_) => None,
        Given::Masked => Some(kv_none(&t.say("cards-masked"))),
        Given::Unknown => Some(kv_none(&t.say("customer-unanswered"))),
    };
    let lacking = found.lines.iter();
    let lacking: Vec<_> = lacking
        .filter_map(|(key, given)| Some((t.say(key), why(given)?)))
        .collect();
    let pairs: Vec<_> = lacking
        .iter()
        .map(|(label, why)| (label.as_ref(), why.clone()))
        .collect();
    match pairs.is_empty() {
        true => html! {},
        false => kv_two(&pairs),
    }
}
