//! The page with a pad to sign on by hand, for a card and for a row alike.

use axum::response::Html;
use kedang_app::forms::{Field, Kind};
use kedang_core::card::Strokes;
use kedang_core::customer::Customer;
use kedang_core::{CardId, Problem};
use maud::{Markup, html};
use serde::Deserialize;

use super::desk;
use crate::Web;
use crate::components::{Btn, FieldView, Fit, Span, Tone, banner, btn, btn_link, field, form_foot};
use crate::form::Refused;
use crate::frame::Frame;

/// A signature as it is posted.
#[derive(Deserialize, Default)]
pub(crate) struct SignForm {
    /// The customer's name.
    #[serde(default)]
    pub(super) signer: String,
    /// The strokes as JSON.
    #[serde(default)]
    pub(super) strokes: String,
    /// The revision that the signer has before him.
    #[serde(default)]
    pub(super) revision: String,
}

/// What is to be signed, and by whom.
pub(super) struct Pad<'a> {
    /// In whose dossier.
    pub(super) customer: &'a Customer,
    /// The card.
    pub(super) card: &'a CardId,
    /// The title of the card.
    pub(super) title: &'a str,
    /// The place to sign.
    pub(super) field: &'a Field,
    /// Its label.
    pub(super) label: &'a str,
    /// What the signature covers, to be read before it is given.
    pub(super) covered: Markup,
    /// Where the signature is posted.
    pub(super) action: &'a str,
    /// Where one comes back to.
    pub(super) back: &'a str,
    /// The revision signed; 0 for a row.
    pub(super) revision: i64,
    /// The name written.
    pub(super) signer: &'a str,
    /// Why it was refused.
    pub(super) problem: Option<&'a Problem>,
    /// Why it was refused by the form, in words.
    pub(super) finding: Option<String>,
}

/// Reads the strokes; what are none is an empty pad.
pub(super) fn strokes(text: &str) -> Strokes {
    serde_json::from_str(text).unwrap_or_default()
}

/// Whether the place is signed by somebody in a post.
fn post(field: &Field) -> Option<&str> {
    match &field.kind {
        Kind::Signature(kind) => kind.post.as_deref(),
        _ => None,
    }
}

/// The page.
pub(super) fn page(web: &Web, frame: &Frame, pad: &Pad<'_>) -> Html<String> {
    let t = frame.tongue(web);
    let card = format!("/cards/{}", pad.card);
    let head = desk::Head {
        customer: pad.customer,
        above: Some((card.as_str(), pad.title)),
        title: pad.label,
        count: "",
    };
    let body = html! {
        (desk::head(t, &head, &html! {}))
        div class="sign-page" {
            (refusal(web, frame, pad))
            (form(web, frame, pad))
            (pad.covered)
        }
    };
    frame.page_of(web, pad.customer, (pad.label, Fit::Form), &body)
}

fn refusal(web: &Web, frame: &Frame, pad: &Pad<'_>) -> Markup {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(pad.problem, t);
    let strokes = refused.of("strokes");
    let said = pad.finding.clone().or(strokes).or(refused.whole());
    html! {
        @if let Some(said) = said { (banner(&chrome, Tone::Bad, "", &html! { (said) })) }
    }
}

fn form(web: &Web, frame: &Frame, pad: &Pad<'_>) -> Markup {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (save, back, clear) = (
        t.say("cards-sign_save"),
        t.say("shell-cancel"),
        t.say("cards-sign_clear"),
    );
    html! {
        form class="sheet pad" method="post" action=(pad.action) data-island="signature" {
            input type="hidden" name="revision" value=(pad.revision);
            input type="hidden" name="strokes";
            div class="part" {
                (signer(web, frame, pad))
                p class="label" id="pad-label" { (pad.label) }
                // Sized by the island in device pixels; three wide to one high in the page.
                canvas width="780" height="260" tabindex="0" role="img"
                    aria-labelledby="pad-label" {}
                p class="err" data-empty hidden role="alert" { (t.say("cards-sign_empty")) }
                noscript { p class="err" { (t.say("cards-sign_script")) } }
            }
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&back).quiet(), pad.back))
                button class="btn" type="button" data-clear { (clear) }
                span class="push" {}
                (btn(&chrome, &Btn::new(&save).go()))
            }))
        }
    }
}

/// The customer writes his name; staff sign as who they are.
fn signer(web: &Web, frame: &Frame, pad: &Pad<'_>) -> Markup {
    let t = frame.tongue(web);
    let err = Refused::new(pad.problem, t).of("signer");
    let label = t.say("cards-signer");
    html! {
        @if post(pad.field).is_some() {
            p class="soft mb" {
                (t.with("cards-sign_as", &[("name", (&frame.actor.name).into())]))
            }
        } @else {
            (field(&FieldView { name: "signer", label: &label, value: pad.signer, must: true,
                max_len: Some(60), err: err.as_deref(), span: Span::Half,
                ..FieldView::default() }))
        }
    }
}
