//! The page of a card as a PDF.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kedang_app::cards::{self, CardView};
use kedang_app::customers::Taker;
use kedang_app::paper::{PrintCard, Voice};
use kedang_core::file_name::{of_title, quoted};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use crate::Web;
use crate::ask::Ask;
use crate::cards::{desk, typed};
use crate::components::{Btn, Chrome, Icon, btn_link, menu};
use crate::refusal::Refusal;
use crate::visit::Visit;

/// What of the card.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct PartAsk {
    /// One part alone, by the section that heads it.
    part: Option<String>,
}

/// Hands it out; that it was printed is noted first (T-33).
pub(crate) async fn pdf(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<PartAsk>,
) -> Result<Response, Refusal> {
    let id = typed::card(&id)?;
    let card = id.clone();
    let (frame, view) = web
        .read(&visit, move |tx, scene| cards::show(tx, scene, &card))
        .await?;
    let title = desk::title(frame.tongue(&web), &view.form);
    let name = format!("{}-{}.pdf", of_title(&view.customer.name), of_title(title));
    let voice = Voice::new(web.words.clone().teller());
    let who = Taker::Caller(visit.call);
    let ask = PrintCard {
        card: id,
        part: ask.part,
    };
    let printed = web.app.print_card(&who, ask, voice).await?;
    Ok(handed_out(printed.pdf, &name))
}

/// A PDF under a name.
pub(crate) fn handed_out(pdf: Vec<u8>, name: &str) -> Response {
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    let disposition = format!("attachment; filename*=UTF-8''{}", quoted(name));
    // Percent signs and ASCII only: it is a header.
    if let Ok(value) = HeaderValue::try_from(disposition) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}

/// The parts of a paper of several, each to be printed alone (D06 四).
pub(crate) fn part_menu(chrome: &Chrome<'_>, t: Tongue<'_>, view: &CardView) -> Markup {
    let parts: Vec<&str> = view.form.layout.paper.parts().collect();
    if parts.len() < 2 {
        return html! {};
    }
    let words = view.form.words_in(t.lang().code());
    let links: Vec<_> = parts
        .iter()
        .filter_map(|part| {
            let to = format!("/cards/{}/paper.pdf?part={part}", view.card.id);
            Some((to, words.section.get(*part)?.as_str()))
        })
        .collect();
    let links: Vec<_> = links
        .iter()
        .map(|(to, word)| (to.as_str(), *word))
        .collect();
    menu(chrome, Icon::Load, &t.say("paper-part_pdf"), &links)
}

/// The button that leads to it.
pub(crate) fn pdf_button(chrome: &Chrome<'_>, t: Tongue<'_>, to: &str) -> Markup {
    btn_link(chrome, &Btn::new(&t.say("paper-pdf")).icon(Icon::Load), to)
}
