//! Files and photos in a form: sent as soon as they are chosen, shown by their pictures.
//!
//! The island `upload` sends to the JSON interface and fills in the template. Without script the
//! button beside the box sends the whole form, and it comes back with the file in it.

use kedang_app::forms::{Kind, PiClass};
use maud::{Markup, html};

use super::super::slot::Slot;
use super::super::view::Uploads;
use crate::components::{self, Icon, Papers, Tile, icon_small, tile};
use crate::said::{PAPER_MB, PHOTO_MB, Said};

/// The papers of an answer, and a way to add more.
pub(super) fn papers(slot: &Slot<'_>, uploads: Uploads<'_>) -> Markup {
    let (max, accept) = match &slot.field.kind {
        Kind::Attachment(kind) => (kind.max, accepted(&kind.accept)),
        _ => (1, String::new()),
    };
    let (ids, names) = (slot.many("ref"), slot.many("name"));
    let files: Vec<_> = ids.into_iter().zip(names).collect();
    let dropped = format!("{}?clear={}", slot.screen.redraw, slot.field.key);
    let noted = slot.noted();
    let view = Papers {
        name: &slot.name,
        label: slot.label(),
        to: uploads.to,
        sensitive: slot.field.pi_class == PiClass::P2,
        max,
        limit: PAPER_MB,
        accept: &accept,
        files: &files,
        dropped: Some(&dropped),
        invalid: slot.invalid(),
        noted: noted.as_deref(),
    };
    let said = Said::of(slot.screen.t, PAPER_MB);
    let plainly = plainly(slot, uploads);
    components::papers(&slot.screen.chrome, &view, &said.words(), &plainly)
}

/// The one photo of an answer with consent, angle and day (D01-10).
pub(super) fn photo(slot: &Slot<'_>, uploads: Uploads<'_>) -> Markup {
    let hidden = slot.one("ref").is_empty();
    let about = html! {
        div class="about" data-about hidden[hidden] { (angle(slot)) (day(slot)) }
    };
    shooting(slot, uploads, slot.label(), &about)
}

/// The photo of one ticked option (D01-7): consent and picture, the day is that of the visit.
pub(super) fn photo_of_option(slot: &Slot<'_>, uploads: Uploads<'_>, option: &str) -> Markup {
    shooting(slot, uploads, option, &html! {})
}

/// Whether the person agreed: said here, or to the photo that is there, which is kept by nothing else.
fn agreed(slot: &Slot<'_>) -> bool {
    let of_option = matches!(slot.field.kind, Kind::Choices(_)) && !slot.one("ref").is_empty();
    of_option || !slot.one("consent").is_empty()
}

/// A place that takes one photo in; `about` is what is asked of it besides.
fn shooting(slot: &Slot<'_>, uploads: Uploads<'_>, label: &str, about: &Markup) -> Markup {
    let id = Some(slot.one("ref")).filter(|id| !id.is_empty());
    let say = |key: &str| slot.screen.say(key);
    let said = Said::of(slot.screen.t, PHOTO_MB);
    html! {
        div class="upload" data-island="upload" data-to=(uploads.to) data-purpose="photo"
            data-sensitive="true" data-max="1" data-limit=(PHOTO_MB) {
            label class="chip agree" {
                input type="checkbox" name=(slot.named("consent")) value="yes" data-consent
                    checked[agreed(slot)];
                span { (say("cards-photo_consent")) }
            }
            ul class="tiles large" data-files { @if let Some(id) = id { (shot(slot, Some(id))) } }
            template { (shot(slot, None)) }
            div class="ways" {
                (way(slot, Icon::Camera, (&say("cards-photo_take"), label), true))
                (way(slot, Icon::Up, (&say("cards-photo_pick"), label), false))
                (plainly(slot, uploads))
            }
            label class="chip" data-shared hidden {
                input type="checkbox" data-together;
                span { (say("cards-photo_together")) }
            }
            (about)
            (components::state(&said.words(), Some(&say("cards-photo_first"))))
        }
    }
}

fn shot(slot: &Slot<'_>, id: Option<&str>) -> Markup {
    let href = id.map(|id| format!("/attachments/{id}"));
    let picture = id.map(|id| format!("/api/v1/attachments/{id}/thumbnail"));
    let one = Tile {
        href: href.as_deref(),
        picture: picture.as_deref(),
        name: &slot.screen.say("cards-photo_look"),
    };
    html! {
        li {
            (tile(&slot.screen.chrome, &one))
            input type="hidden" name=(slot.named("ref")) value=[id] data-ref;
            (drop(slot, &format!("{}?clear={}", slot.screen.redraw, slot.name)))
        }
    }
}

fn angle(slot: &Slot<'_>) -> Markup {
    let angles: &[String] = match &slot.field.kind {
        Kind::Photo(photo) => &photo.angles,
        _ => &[],
    };
    let chosen = slot.one("angle");
    html! {
        select class="in" name=(slot.named("angle")) aria-label=(slot.screen.say("cards-photo_angle")) {
            option value="" { (slot.screen.say("cards-photo_angle")) }
            @for code in angles {
                option value=(code) selected[chosen == code] { (slot.option(code)) }
            }
        }
    }
}

fn day(slot: &Slot<'_>) -> Markup {
    html! {
        input class="in" name=(slot.named("date")) value=(slot.one("date")) data-day
            placeholder=(slot.screen.say("cards-photo_on")) inputmode="numeric" autocomplete="off"
            aria-label=(slot.screen.say("cards-photo_on"));
    }
}

/// A button that opens the camera or the files, with what it is a photo of.
fn way(slot: &Slot<'_>, icon: Icon, (word, of): (&str, &str), camera: bool) -> Markup {
    html! {
        label class={ "btn s" @if camera { " camera" } } {
            (icon_small(&slot.screen.chrome, icon)) (word)
            span class="vh" { (of) }
            input type="file" class="pick" name={ (slot.name) "!file" } accept="image/*"
                capture=[camera.then_some("environment")]
                aria-invalid=[slot.invalid()] aria-describedby=[slot.noted()];
        }
    }
}

/// What sends the chosen file where no script does.
fn plainly(slot: &Slot<'_>, uploads: Uploads<'_>) -> Markup {
    html! {
        button class="btn s plainly" type="submit" formaction=(uploads.plain) formnovalidate
            formenctype="multipart/form-data" { (slot.screen.say("cards-file_send")) }
    }
}

fn drop(slot: &Slot<'_>, to: &str) -> Markup {
    let word = slot.screen.say("cards-file_drop");
    html! {
        button class="btn quiet sq s" type="submit" formaction=(to) formnovalidate data-act="drop"
            aria-label=(word) title=(word) { (icon_small(&slot.screen.chrome, Icon::X)) }
    }
}

/// The form's kinds as a browser asks for them.
fn accepted(kinds: &[String]) -> String {
    let types = |kind: &String| match kind.as_str() {
        "image" => "image/*",
        "pdf" => "application/pdf,.pdf",
        _ => ".docx,.xlsx,.pptx",
    };
    kinds.iter().map(types).collect::<Vec<_>>().join(",")
}
