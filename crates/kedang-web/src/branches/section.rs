//! The sheet 隶属与分支 on a customer's page.

use kedang_app::branches::Tree;
use kedang_core::branch::Branch;
use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{
    Btn, Chrome, Icon, Leaf, Tone, banner, branches as drawn, btn, btn_link, sheet_flush,
};

/// The tree, and what may be done with it; nothing for a person, or for one alone that the reader
/// may not put anywhere.
pub(crate) fn section(chrome: &Chrome, t: Tongue, customer: &Customer, branches: &Tree) -> Markup {
    let alone = branches.items.len() < 2;
    if customer.kind != "organization" || (alone && !branches.may_edit) {
        return html! {};
    }
    let own = branches.items.iter().find(|one| one.id == customer.id);
    let under = own.is_some_and(|one| one.parent.is_some());
    let acts = acts(chrome, t, customer, (branches.may_edit, under, !alone));
    let leaves: Vec<_> = branches
        .items
        .iter()
        .map(|one| leaf(one, customer))
        .collect();
    let body = html! {
        @if branches.capped { (banner(chrome, Tone::Info, "", &html! { (t.say("branches-capped")) })) }
        @if alone { p class="pad mut" { (t.say("branches-none")) } }
        @else { (drawn(&t.say("branches-title"), &leaves)) }
    };
    sheet_flush(&t.say("branches-title"), &acts, &body)
}

fn leaf<'a>(one: &'a Branch, here: &Customer) -> Leaf<'a> {
    Leaf {
        id: one.id.as_str(),
        depth: one.depth,
        name: &one.name,
        note: one.city.as_deref().unwrap_or(""),
        here: one.id == here.id,
    }
}

fn acts(
    chrome: &Chrome,
    t: Tongue,
    customer: &Customer,
    (may_edit, under, many): (bool, bool, bool),
) -> Markup {
    let address = format!("/customers/{}", customer.id);
    let (all, new) = (t.say("branches-all"), t.say("branches-new"));
    let (put, out) = (
        t.say(if under {
            "branches-move"
        } else {
            "branches-put"
        }),
        t.say("branches-lift"),
    );
    html! {
        @if many {
            (btn_link(chrome, &Btn::new(&all).quiet().small(), &format!("/customers?under={}", customer.id)))
        }
        @if may_edit {
            (btn_link(chrome, &Btn::new(&new).icon(Icon::Plus).small(),
                &format!("/customers/new?under={}", customer.id)))
            (btn_link(chrome, &Btn::new(&put).small(), &format!("{address}/parent")))
            @if under {
                form method="post" action={ (address) "/parent/end" } { (btn(chrome, &Btn::new(&out).quiet().small())) }
            }
        }
    }
}
