//! The form that puts a paper or photo into a dossier.

use kedang_core::Problem;
use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{Btn, Chrome, Icon, Tone, banner, btn, icon_small, sheet, tick};
use crate::form::Refused;

/// What was ticked.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ticked {
    /// It is a photo of the customer.
    pub(super) photo: bool,
    /// Only for who may edit.
    pub(super) sensitive: bool,
    /// The person agrees.
    pub(super) consent: bool,
    /// Two customers are on it.
    pub(super) shared: bool,
}

/// Two forms: papers, and photos with consent.
pub(super) fn forms(
    chrome: &Chrome<'_>,
    t: Tongue<'_>,
    customer: &Customer,
    ticked: Ticked,
    refused: Option<&Problem>,
) -> Markup {
    let to = format!("/customers/{}/attachments", customer.id);
    let wrong = Refused::new(refused, t).whole();
    let send = t.say("attachments-send");
    let button = btn(chrome, &Btn::new(&send).go());
    let told = |mine: bool| {
        html! {
            @if let (true, Some(wrong)) = (mine, &wrong) {
                div class="mb2" { (banner(chrome, Tone::Bad, "", &html! { (wrong) })) }
            }
        }
    };
    let papers = html! {
        (told(!ticked.photo))
        form method="post" enctype="multipart/form-data" action=(to) class="stack" data-island="dirty" {
            p class="mut t-s" { (t.say("attachments-papers_note")) }
            (tick("sensitive", &t.say("attachments-sensitive"), ticked.sensitive))
            (chooser(chrome, Icon::Doc, &t.say("attachments-choose"), &html! {
                input type="file" class="pick" name="document" multiple required
                    accept="image/*,application/pdf,.pdf,.docx,.xlsx,.pptx,.txt,.heic";
            }))
            div { (button) }
        }
    };
    let photos = html! {
        (told(ticked.photo))
        form method="post" enctype="multipart/form-data" action=(to) class="stack" data-island="dirty" {
            p class="mut t-s" { (t.say("attachments-photos_note")) }
            (tick("consent", &t.say("cards-photo_consent"), ticked.consent))
            @if refused.is_some_and(|p| p.code != "attachment.photo_consent" && p.code.starts_with("attachment.photo")) {
                (tick("shared", &t.say("cards-photo_together"), ticked.shared))
            }
            (chooser(chrome, Icon::Camera, &t.say("attachments-choose_photo"), &html! {
                input type="file" class="pick" name="photo" accept="image/*" required;
            }))
            div { (button) }
        }
    };
    html! {
        div class="cols cols-2" id="add" {
            (sheet(&t.say("attachments-add_papers"), &html! {}, &papers))
            (sheet(&t.say("attachments-add_photos"), &html! {}, &photos))
        }
    }
}

/// A button over the box, and the names of what was chosen beside it.
fn chooser(chrome: &Chrome<'_>, icon: Icon, word: &str, input: &Markup) -> Markup {
    html! {
        div class="ways" data-island="chosen" {
            label class="btn" { (icon_small(chrome, icon)) (word) (input) }
            span class="chosen" data-names role="status" {}
        }
    }
}
