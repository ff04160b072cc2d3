//! The newest contacts and events, on the customer's page.

use kedang_app::contacts::{ContactList, Timeline};
use kedang_core::contact::Contact;
use kedang_words::Tongue;
use maud::{Markup, html};

use super::event;
use crate::Web;
use crate::components::{Chrome, Icon, LineItem, Tone, icon_small, line, sheet};

/// The sheet 往来 with a way to the whole log.
pub(crate) fn section(chrome: &Chrome<'_>, t: Tongue<'_>, list: &ContactList) -> Markup {
    let all = format!("/customers/{}/contacts", list.customer.id);
    let acts = html! {
        @if list.may_edit {
            a class="btn s" href={ (all) "#add" } { (icon_small(chrome, Icon::Plus)) (t.say("contacts-add")) }
        }
        @if !list.page.items.is_empty() { a class="btn s" href=(all) { (t.say("contacts-all")) } }
    };
    let body = html! {
        @if list.page.items.is_empty() { p class="mut" { (t.say("contacts-empty")) } }
        @else { (log(chrome, t, &list.page.items, list.may_edit)) }
    };
    sheet(&t.say("contacts-title"), &acts, &body)
}

/// Entries of the log, newest first.
pub(crate) fn log(chrome: &Chrome<'_>, t: Tongue<'_>, items: &[Contact], may_edit: bool) -> Markup {
    let said: Vec<_> = items
        .iter()
        .map(|one| event::way(t, one.channel.key(), one.direction.key()))
        .collect();
    let items: Vec<_> = items
        .iter()
        .zip(&said)
        .map(|(one, way)| LineItem {
            tone: Some(Tone::Jade),
            at: &one.happened_on,
            when: &one.happened_on,
            kind: way,
            what: html! {
                @if let Some(person) = &one.person { (person) " " }
                @if let Some(number) = &one.number { span class="t-s" { (number) } " " }
                span class="mut t-s" { (one.author.name) }
                @if may_edit { " " a class="und t-s" href={ "/contacts/" (one.id) } { (t.say("contacts-edit")) } }
            },
            more: Some(html! {
                @if let Some(summary) = &one.summary { span class="lines" { (summary) } }
                (event::files(chrome, one))
            }),
        })
        .collect();
    line(&items)
}

/// The sheet 时间线 with a way to all of it.
pub(crate) fn events(web: &Web, t: Tongue<'_>, found: &Timeline) -> Markup {
    let all = format!("/customers/{}/timeline", found.customer.id);
    let acts = html! { a class="btn s" href=(all) { (t.say("timeline-all")) } };
    sheet(&t.say("timeline-title"), &acts, &events_line(web, t, found))
}

/// The events of a page as a line.
pub(super) fn events_line(web: &Web, t: Tongue<'_>, found: &Timeline) -> Markup {
    let items = &found.page.items;
    let said: Vec<_> = items
        .iter()
        .map(|one| {
            let contact = one.object_type == "contact";
            (event::time(web, one.at, contact), event::kind(t, one))
        })
        .collect();
    let titled = |one: &event::Event| {
        let key = one.form.as_ref()?;
        found.forms.get(key).map(std::sync::Arc::as_ref)
    };
    let items = items.iter().zip(&said);
    let items: Vec<_> = items
        .map(|(one, (when, kind))| event::entry(t, (one, titled(one)), when, kind))
        .collect();
    line(&items)
}
