//! One thing that happened, in words.

use kedang_app::forms::Form;
use kedang_core::Instant;
use kedang_core::contact::Contact;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{Chrome, LineItem, Tile, Tone, tile};

/// What of the store's events the page says.
pub(super) use kedang_app::contacts::Event;

/// An event as an entry of the line; `when` and `iso` are its time for people and machines.
pub(super) fn entry<'a>(
    t: Tongue<'_>,
    (event, form): (&Event, Option<&Form>),
    when: &'a (String, String),
    kind: &'a str,
) -> LineItem<'a> {
    LineItem {
        tone: tone(&event.action),
        at: &when.1,
        when: &when.0,
        kind,
        what: html! { (what(t, event, form)) },
        more: event.summary.as_ref().map(|text| html! { (text) }),
    }
}

/// What kind of thing it is: the way of a contact, else a word for the deed.
pub(super) fn kind(t: Tongue<'_>, event: &Event) -> String {
    match (&event.channel, &event.direction) {
        (Some(channel), Some(direction)) => way(t, channel, direction),
        _ => {
            let key = format!("timeline-{}", event.action.replace('.', "_"));
            let known = t.has(&key);
            t.say(if known { &key } else { "timeline-other" })
                .into_owned()
        }
    }
}

/// 来电, 去函 …
pub(super) fn way(t: Tongue<'_>, channel: &str, direction: &str) -> String {
    t.say(&format!("way-{channel}_{direction}")).into_owned()
}

/// Who did it, and on which card.
fn what(t: Tongue<'_>, event: &Event, form: Option<&Form>) -> Markup {
    let title = |form: &Form| form.words_in(t.lang().code()).title.clone();
    html! {
        @if let Some(form) = form {
            a class="und" href={ "/cards/" (event.object_id) } { (title(form)) } " "
        }
        @if let Some(person) = &event.person { (person) " " }
        @if event.object_type == "contact" {
            a class="und t-s" href={ "/contacts/" (event.object_id) } { (t.say("contacts-open")) } " "
        }
        span class="mut t-s" { (event.actor) }
    }
}

/// Contacts are jade, what was lost or taken away is red.
fn tone(action: &str) -> Option<Tone> {
    match action {
        "contact" => Some(Tone::Jade),
        "customer.delete" | "attachment.remove" => Some(Tone::Bad),
        "card.sign" | "row.sign" | "card.file" => Some(Tone::Ok),
        "change.create" | "customer.merge" | "customer.unmerge" => Some(Tone::Warn),
        _ => None,
    }
}

/// Minute for people; the same for machines.
pub(super) fn time(web: &Web, at: Instant, day_only: bool) -> (String, String) {
    let local = at.local(&web.app.zone);
    let cut = |text: &str| text.get(..10).unwrap_or(text).to_owned();
    match day_only {
        true => (cut(&local), cut(&local)),
        false => (local.clone(), local),
    }
}

/// The scans of a contact.
pub(super) fn files(chrome: &Chrome<'_>, contact: &Contact) -> Markup {
    html! {
        @if !contact.files.is_empty() {
            ul class="tiles" {
                @for file in &contact.files {
                    @let href = format!("/attachments/{}", file.id);
                    @let picture = format!("/api/v1/attachments/{}/thumbnail", file.id);
                    li { (tile(chrome, &Tile {
                        href: Some(&href),
                        picture: file.pictured.then_some(picture.as_str()),
                        name: &file.name,
                    })) }
                }
            }
        }
    }
}
