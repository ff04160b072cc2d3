//! The plain fields of a customer as a reader groups them: the same on a page and on paper.

use kedang_core::customer::Customer;

/// The plain fields, and whom they concern: `i` individuals, `o` organizations. A field that does
/// not concern a customer is shown only when it is answered.
pub const FACTS: &[(&str, &str)] = &[
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

/// The fields that are answered, with their values as stored.
pub fn answered(customer: &Customer) -> impl Iterator<Item = (&'static str, &str)> {
    let value = |(field, _): &(&'static str, &str)| Some((*field, customer.details.get(field)?));
    FACTS.iter().filter_map(value)
}
