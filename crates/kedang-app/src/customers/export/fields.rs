//! Every field of a customer by its name in the JSON interface.

use kedang_core::customer::{Customer, Details};

/// Before the plain fields, and behind them.
const BEFORE: &[&str] = &["id", "code", "name", "kind", "how_met", "stage", "types"];
const BEHIND: &[&str] = &[
    "class",
    "owner",
    "department",
    "created_at",
    "updated_at",
    "version",
];

/// The names, in order.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let plain = Details::FIELDS.iter();
    BEFORE.iter().chain(plain).chain(BEHIND).copied()
}

/// A field as a text: of people and departments the name, of several values all, with a space
/// between them.
pub(super) fn of(customer: &Customer, name: &str) -> String {
    match name {
        "id" => customer.id.to_string(),
        "code" => customer.code.clone(),
        "name" => customer.name.clone(),
        "kind" => customer.kind.clone(),
        "how_met" => customer.how_met.clone(),
        "stage" => customer.stage.clone(),
        "types" => customer.types.join(" "),
        "class" => customer.class.to_string(),
        "owner" => {
            let owner = customer.owner.as_ref();
            owner.map_or_else(String::new, |owner| owner.name.clone())
        }
        "department" => customer.department.name.clone(),
        "created_at" => customer.created_at.to_string(),
        "updated_at" => customer.updated_at.to_string(),
        "version" => customer.version.to_string(),
        plain => customer.details.get(plain).unwrap_or("").to_owned(),
    }
}
