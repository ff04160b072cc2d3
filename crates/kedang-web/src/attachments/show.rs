//! One paper or photo, looked at in the page.

use axum::extract::{Path, State};
use axum::response::Html;
use kedang_app::attachments::{self, AttachmentView};
use kedang_core::Problem;
use kedang_core::attachment::{Attachment, Purpose};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::{ids, section};
use crate::Web;
use crate::components::{
    Btn, Chrome, Fit, HeadView, Icon, Pic, Tone, banner, btn, btn_link, empty, kv, page_head, sheet,
};
use crate::form::Refused;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Bytes in a kilobyte and in a megabyte as people read them.
const KB: i64 = 1024;
const MB: i64 = 1024 * 1024;

/// The page.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    page(&web, &visit, &id, None).await
}

/// The page, with why it was not removed.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    id: &str,
    refused: Option<&Problem>,
) -> Result<Html<String>, Refusal> {
    let id = ids::attachment(id)?;
    let (frame, found) = web
        .read(visit, move |tx, scene| attachments::show(tx, scene, &id))
        .await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (customer, file) = (&found.customer, &found.attachment);
    let (customers, crumbs) = (t.say("room-customers"), t.say("shell-crumbs"));
    let dossier = format!("/customers/{}", customer.id);
    let (all, all_label) = (format!("{dossier}/attachments"), t.say("attachments-title"));
    let title = section::name(t, file);
    let head = HeadView {
        crumbs: &[
            ("/customers", &customers),
            (&dossier, &customer.name),
            (&all, &all_label),
        ],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &acts(&chrome, t, &found)))
        @if let Some(wrong) = Refused::new(refused, t).whole() {
            div class="mb2" { (banner(&chrome, Tone::Bad, "", &html! { (wrong) })) }
        }
        div class="cols cols-file" {
            (look(&chrome, t, file, &title))
            (sheet(&t.say("attachments-facts"), &html! {}, &facts(web, t, &found)))
        }
    };
    Ok(frame.page_of(web, customer, (&title, Fit::Flow), &body))
}

fn acts(chrome: &Chrome<'_>, t: Tongue<'_>, found: &AttachmentView) -> Markup {
    let id = &found.attachment.id;
    let (save, remove) = (t.say("attachments-download"), t.say("attachments-remove"));
    let to = format!("/api/v1/attachments/{id}/content?download=true");
    html! {
        (btn_link(chrome, &Btn::new(&save).icon(Icon::Load), &to))
        @if found.may_edit && found.cards.is_empty() {
            form method="post" action={ "/attachments/" (id) "/removal" } {
                (btn(chrome, &Btn::new(&remove).bad()))
            }
        }
    }
}

/// The file itself where a browser can show it.
fn look(chrome: &Chrome<'_>, t: Tongue<'_>, file: &Attachment, title: &str) -> Markup {
    let base = format!("/api/v1/attachments/{}", file.id);
    html! {
        @if file.pictured {
            figure class="viewer" { img src={ (base) "/display" } alt=(title); }
        } @else if file.kind == "pdf" {
            iframe class="viewer" src={ (base) "/content" } title=(title) {}
        } @else {
            (empty(chrome, Pic::Folder, &t.say("attachments-not_shown"),
                &html! { (t.say("attachments-not_shown_note")) }, &html! {}))
        }
    }
}

fn facts(web: &Web, t: Tongue<'_>, found: &AttachmentView) -> Markup {
    let file = &found.attachment;
    let labels = [
        "name", "kind", "size", "taken", "consent", "author", "cards", "digest",
    ]
    .map(|key| t.say(&format!("attachments-{key}")));
    let [name, kind, size, taken, consent, author, cards, digest] = &labels;
    let mut pairs: Vec<(&str, Markup)> = vec![
        (name, html! { (file.name) }),
        (
            kind,
            html! { (t.say(&format!("purpose-{}", file.purpose.key()))) },
        ),
        (size, html! { (sized(file.size)) }),
    ];
    if let Some(day) = &file.taken_on {
        pairs.push((taken, html! { (day) }));
    }
    if file.purpose == Purpose::Photo {
        pairs.push((consent, html! { (t.say("attachments-agreed")) }));
    }
    let (who, at) = (&file.author.name, file.at.local(&web.app.zone));
    pairs.push((author, html! { (who) " " (at) }));
    if !found.cards.is_empty() {
        pairs.push((cards, on_cards(t, found)));
    }
    pairs.push((digest, html! { code class="digest" { (file.sha256) } }));
    kv(&pairs)
}

fn on_cards(t: Tongue<'_>, found: &AttachmentView) -> Markup {
    html! {
        ul { @for (card, form) in &found.cards {
            li { a class="und" href={ "/cards/" (card.id) } { (form.words_in(t.lang().code()).title) } }
        } }
    }
}

/// Bytes as people read them.
fn sized(bytes: i64) -> String {
    match bytes {
        bytes if bytes >= MB => format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB),
        bytes => format!("{} KB", (bytes + KB - 1) / KB),
    }
}

#[cfg(test)]
mod tests {
    use super::sized;

    #[test]
    fn a_size_is_said_in_the_nearest_unit() {
        assert_eq!(sized(1), "1 KB");
        assert_eq!(sized(2_048), "2 KB");
        assert_eq!(sized(5 * 1024 * 1024 + 1024 * 512), "5.5 MB");
    }
}
