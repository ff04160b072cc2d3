//! The page of a card on paper.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::{self, CardView};
use kedang_app::paper::records;
use kedang_core::Instant;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::{Foot, Sheet, desk as paper_desk, leaves, part_menu, pdf_button, print_button};
use crate::Web;
use crate::cards::{desk, typed};
use crate::components::{Btn, Chrome, Fit, Icon, btn_link};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The card as its document looks. What is not for this reader is not on it.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let id = typed::card(&id)?;
    let (frame, (view, records, now)) = web
        .read(&visit, move |tx, scene| {
            let view = cards::show(tx, scene, &id)?;
            let records = records(tx, scene, &view)?;
            Ok((view, records, Instant(scene.moment.at())))
        })
        .await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let sheet = Sheet::blank(&web, &frame, &view.form).filled(&view, &records);
    let foot = Foot {
        reader: &frame.actor.name,
        when: &now.local(&web.app.zone),
    };
    let title = desk::title(t, &view.form);
    let body = html! {
        (head(&chrome, t, &view, title))
        @if !view.masked.is_empty() { p class="mut mb2 no-print" { (t.say("cards-masked_note")) } }
        (paper_desk(&t.with("paper-of", &[("form", title.into())]), &leaves(&sheet, &foot)))
    };
    Ok(frame.page_of(&web, &view.customer, (title, Fit::Flow), &body))
}

fn head(chrome: &Chrome<'_>, t: Tongue<'_>, view: &CardView, title: &str) -> Markup {
    let head = desk::Head {
        customer: &view.customer,
        above: None,
        title,
        count: &desk::revision(t, &view.card),
    };
    let to = format!("/cards/{}/printings", view.card.id);
    let asks = view.form.fields.iter();
    let mut asks = asks.filter(|f| f.is_stored() && !f.is_append_only());
    let write = view.may_edit && asks.next().is_some();
    let edit = t.say("cards-edit");
    let acts = html! {
        (desk::status(t, &view.card))
        @if write {
            (btn_link(chrome, &Btn::new(&edit).icon(Icon::Pen), &format!("/cards/{}/paper/edit", view.card.id)))
        }
        (print_button(chrome, t, Some(&to)))
        (pdf_button(chrome, t, &format!("/cards/{}/paper.pdf", view.card.id)))
        (part_menu(chrome, t, view))
        (desk::looks(t, &view.card, true))
    };
    desk::head(t, &head, &acts)
}
