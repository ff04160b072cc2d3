//! The bar on top of the work: search, new, reader.

use maud::{Markup, html};

use super::button::{Btn, btn_link};
use super::icon::{Icon, icon};
use super::page::{Page, Reader};
use super::person::{avatar, tone_of};

/// Search field, link to a new record, menu of the reader.
pub(super) fn top(page: &Page<'_>) -> Markup {
    let chrome = &page.chrome;
    html! {
        header class="top" {
            @if let Some(find) = &page.find {
                a class="find" href=(find.href) {
                    (icon(chrome, Icon::Search))
                    span class="vh" { (find.label) " " }
                    span class="ask" { (find.placeholder) }
                    kbd aria-hidden="true" { (find.key) }
                }
            }
            span class="push" {}
            @if let Some(new) = &page.new {
                (btn_link(chrome, &Btn::new(new.label).icon(new.icon).icon_on_phone(), new.href))
            }
            (menu(page, &page.reader))
        }
    }
}

fn menu(page: &Page<'_>, reader: &Reader<'_>) -> Markup {
    let chrome = &page.chrome;
    html! {
        details class="menu" data-island="menu" {
            summary class="btn quiet" {
                (avatar(reader.name, tone_of(reader.key)))
                span class="narrow-vh" { (reader.name) }
                span class="vh" { (reader.menu_label) }
            }
            div class="menu-list" {
                p { b { (reader.name) } (reader.role) }
                @for link in reader.links {
                    a href=(link.href) { (icon(chrome, link.icon)) (link.label) }
                }
                form method="post" action=(reader.logout.action) {
                    button type="submit" { (icon(chrome, Icon::Door)) (reader.logout.label) }
                }
            }
        }
    }
}
