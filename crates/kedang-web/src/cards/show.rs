//! A card to be read.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::cards::{self, CardView};
use kedang_app::forms::{Context, Field};
use kedang_core::CardId;
use kedang_core::reference::may_publish;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::screen::{self, Screen};
use super::seals::Seals;
use super::{beside, desk, origins, typed};
use crate::Web;
use crate::components::{Btn, Chrome, Fit, Icon, btn_link, icon_small};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The page of one card.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    page(&web, &visit, typed::card(&id)?).await
}

/// The card as it stands.
pub(super) async fn page(web: &Web, visit: &Visit, id: CardId) -> Result<Html<String>, Refusal> {
    let (frame, (view, today)) = web
        .read(visit, move |tx, scene| {
            Ok((cards::show(tx, scene, &id)?, scene.today()))
        })
        .await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let title = desk::title(t, &view.form);
    let head = desk::Head {
        customer: &view.customer,
        above: None,
        title,
        count: &desk::revision(t, &view.card),
    };
    let (origins, context) = (
        origins::origins(t, &web.app.zone, &view.origins),
        Context::on(today),
    );
    let pairs = view.form.pairs(&view.answers);
    let screen = Screen {
        chrome,
        t,
        form: &view.form,
        answers: &view.answers,
        pairs: &pairs,
        findings: &view.findings,
        context: &context,
        origins: &origins,
        masked: &view.masked,
        links: &view.links,
        redraw: "",
        uploads: None,
    };
    let body = html! {
        (desk::head(t, &head, &acts(&chrome, t, &view)))
        (desk::alerts(&chrome, t, &view.alerts))
        div class="form-wrap" {
            (screen::toc(&screen, true))
            article class="sheet" aria-label=(title) { (inside(web, &screen, &view)) }
            (beside::beside(web, &screen, &view, may_publish(&frame.actor)))
        }
    };
    Ok(frame.page_of(web, &view.customer, (title, Fit::Flow), &body))
}

fn acts(chrome: &Chrome<'_>, t: Tongue<'_>, view: &CardView) -> Markup {
    let (edit, history) = (t.say("cards-edit"), t.say("cards-history"));
    let base = format!("/cards/{}", view.card.id);
    let asks = view.form.fields.iter();
    let mut asks = asks.filter(|f| f.is_stored() && !f.is_append_only());
    html! {
        (desk::status(t, &view.card))
        @if view.card.revision > 0 {
            @if cards::has_comparison(&view.form) {
                (btn_link(chrome, &Btn::new(&t.say("comparison-title")).icon(Icon::List), &format!("{base}/comparison")))
            }
            (btn_link(chrome, &Btn::new(&history).icon(Icon::Clock), &format!("{base}/revisions")))
        }
        @if view.may_edit && asks.next().is_some() {
            (btn_link(chrome, &Btn::new(&edit).go().icon(Icon::Pen), &format!("{base}/edit")))
        }
        (desk::looks(t, &view.card, false))
    }
}

fn inside(web: &Web, screen: &Screen<'_>, view: &CardView) -> Markup {
    let base = format!("/cards/{}", view.card.id);
    let signable = view.may_edit && view.card.revision > 0;
    let seals = Seals {
        chrome: screen.chrome,
        t: screen.t,
        zone: &web.app.zone,
        signatures: &view.signatures,
        address: signable.then(|| format!("{base}/signatures")),
    };
    let words = view.form.words_in(screen.t.lang().code());
    screen::read(screen, &|field: &Field| {
        if field.is_append_only() {
            let to = format!("{base}/rows/{}", field.key);
            return html! {
                p class="record" { a class="btn" href=(to) {
                    (icon_small(&screen.chrome, Icon::List)) (words.label(&field.path))
                } }
            };
        }
        seals.place(field, words.label(&field.path))
    })
}
