//! The plain fields of a customer, on its page.

use kedang_core::customer::Customer;
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::Web;
use crate::components::{kv_none, kv_two};

/// The plain fields as a reader groups them, and whom they concern: `i` individuals, `o`
/// organizations. A field that does not concern a customer is shown only when it is answered.
const FACTS: &[(&str, &str)] = &[
    ("mobile", "io"),
    ("phone", "io"),
    ("wechat", "io"),
    ("email", "io"),
    ("fax", "o"),
    ("sex", "i"),
    ("birth", "i"),
    ("employer", "i"),
    ("occupation", "i"),
    ("hobbies", "i"),
    ("short_name", "o"),
    ("uscc", "o"),
    ("legal_representative", "o"),
    ("contact", "o"),
    ("nature", "o"),
    ("industry", "o"),
    ("industry_code", ""),
    ("registered_capital", "o"),
    ("business_scope", "o"),
    ("province", ""),
    ("city", ""),
    ("district", ""),
    ("address", "io"),
    ("postcode", "io"),
    ("grade", "io"),
    ("note", "io"),
];

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
    let value = |field: &str| {
        customer
            .details
            .get(field)
            .map(|value| said(t, field, value))
    };
    let shown = FACTS.iter().filter_map(|(field, _)| {
        let label = t.say(&format!("field-{field}"));
        Some((label.into_owned(), value(field)?))
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
