//! The rows of a list of customers.

use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{
    Chrome, Col, Icon, Place, Tone, cell, icon, lead_cell, list_table, person, pill_hollow, who,
};

/// The table; `matched` says beside each customer what the search found.
pub(super) fn table(
    web: &Web,
    chrome: &Chrome,
    t: Tongue,
    customers: &[(Customer, Option<String>)],
) -> Markup {
    let columns = [
        ("customers-name", Place::Lead),
        ("customers-stage", Place::Mark),
        ("customers-owner", Place::More),
        ("customers-department", Place::Wide),
        ("customers-how_met", Place::Wide),
        ("customers-updated", Place::Wide),
    ];
    let labels = columns.map(|(key, place)| (t.say(key), place));
    let cols: Vec<_> = labels
        .iter()
        .map(|(label, place)| Col {
            label,
            place: *place,
            sort: None,
        })
        .collect();
    let rows = html! {
        @for (customer, matched) in customers { (row(web, chrome, t, customer, matched.as_deref())) }
    };
    list_table(chrome, &t.say("customers-title"), &cols, &rows)
}

fn row(
    web: &Web,
    chrome: &Chrome,
    t: Tongue,
    customer: &Customer,
    matched: Option<&str>,
) -> Markup {
    let href = format!("/customers/{}", customer.id);
    let under = match matched.filter(|m| *m != customer.name && *m != customer.code) {
        Some(matched) => format!("{} · {matched}", customer.code),
        None => customer.code.clone(),
    };
    let kind = if customer.kind == "individual" {
        Icon::User
    } else {
        Icon::Building
    };
    html! {
        tr {
            (lead_cell(&who(&icon(chrome, kind), &href, &customer.name, &under)))
            (cell(Place::Mark, &stage(t, &customer.stage)))
            (cell(Place::More, &owner(t, customer)))
            (cell(Place::Wide, &html! { (customer.department.name) }))
            (cell(Place::Wide, &html! { (customer.how_met) }))
            (cell(Place::Wide, &html! { (customer.updated_at.local(&web.zone)) }))
        }
    }
}

/// Where a customer stands, in a word.
pub(super) fn stage(t: Tongue, stage: &str) -> Markup {
    pill_hollow(Tone::Mute, &t.say(&format!("stage-{stage}")))
}

/// Who looks after it.
pub(super) fn owner(t: Tongue, customer: &Customer) -> Markup {
    match &customer.owner {
        Some(owner) => person(&owner.id, &owner.name),
        None => html! { (t.say("customers-nobody")) },
    }
}
