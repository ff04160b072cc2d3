//! The plain fields of a customer, on its page.

use kedang_app::customers::{self, FACTS};
use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{kv_none, kv_two};

/// The sheet 基本资料.
pub(super) fn facts(web: &Web, t: Tongue, customer: &Customer) -> Markup {
    let unknown = t.say("customer-unanswered");
    let kind = customer.kind.get(..1).unwrap_or("");
    let shown: Vec<_> = FACTS
        .iter()
        .map(|(field, whom)| (*field, customer.details.get(field), whom.contains(kind)))
        .filter(|(_, value, concerns)| value.is_some() || *concerns)
        .map(|(field, value, _)| (field, value, t.say(&format!("field-{field}"))))
        .collect();
    let (created, updated) = (t.say("customers-created"), t.say("customers-updated"));
    let mut pairs: Vec<(&str, Markup)> = shown
        .iter()
        .map(|(field, value, label)| match value {
            Some(value) => (label.as_ref(), html! { (said(t, field, value)) }),
            None => (label.as_ref(), kv_none(&unknown)),
        })
        .collect();
    pairs.push((
        &created,
        html! { (customer.created_at.local(&web.app.zone)) },
    ));
    pairs.push((
        &updated,
        html! { (customer.updated_at.local(&web.app.zone)) },
    ));
    kv_two(&pairs)
}

/// The plain fields that are answered, each with its name.
pub(super) fn answered(t: Tongue, customer: &Customer) -> Vec<(String, String)> {
    let shown = customers::answered(customer).map(|(field, value)| {
        let label = t.say(&format!("field-{field}"));
        (label.into_owned(), said(t, field, value))
    });
    shown.collect()
}

/// A value in words where it is kept as a code.
fn said(t: Tongue, field: &str, value: &str) -> String {
    match field {
        "sex" => t.say(&format!("sex-{value}")).into_owned(),
        _ => value.to_owned(),
    }
}
