//! The newest papers and photos, on the customer's page.

use kedang_app::attachments::AttachmentList;
use kedang_core::attachment::{Attachment, Purpose};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{Chrome, Icon, Tile, icon_small, sheet, tile};

/// The sheet 材料 with a way to all of them.
pub(crate) fn section(chrome: &Chrome<'_>, t: Tongue<'_>, list: &AttachmentList) -> Markup {
    let all = format!("/customers/{}/attachments", list.customer.id);
    let acts = html! {
        @if list.may_edit {
            a class="btn s" href={ (all) "#add" } { (icon_small(chrome, Icon::Plus)) (t.say("attachments-add")) }
        }
        @if !list.page.items.is_empty() { a class="btn s" href=(all) { (t.say("attachments-all")) } }
    };
    let body = html! {
        @if list.page.items.is_empty() { p class="mut" { (t.say("attachments-empty")) } }
        @else { (tiles(chrome, t, &list.page.items)) }
        (hidden(t, list.hidden))
    };
    sheet(&t.say("attachments-title"), &acts, &body)
}

/// Files as tiles.
pub(super) fn tiles(chrome: &Chrome<'_>, t: Tongue<'_>, items: &[Attachment]) -> Markup {
    let one = |file: &Attachment| {
        let href = format!("/attachments/{}", file.id);
        let picture = format!("/api/v1/attachments/{}/thumbnail", file.id);
        let name = name(t, file);
        tile(
            chrome,
            &Tile {
                href: Some(&href),
                picture: file.pictured.then_some(picture.as_str()),
                name: &name,
            },
        )
    };
    html! { ul class="tiles" { @for file in items { li { (one(file)) } } } }
}

/// A photo goes by its day: what the camera called it tells nobody anything.
pub(super) fn name(t: Tongue<'_>, file: &Attachment) -> String {
    match (file.purpose, &file.taken_on) {
        (Purpose::Photo, Some(day)) => t
            .with("attachments-photo_of", &[("day", day.as_str().into())])
            .into_owned(),
        _ => file.name.clone(),
    }
}

/// That there is more than this reader sees.
pub(super) fn hidden(t: Tongue<'_>, count: i64) -> Markup {
    html! {
        @if count > 0 {
            p class="mut t-s mt" { (t.with("attachments-hidden", &[("count", count.into())])) }
        }
    }
}
