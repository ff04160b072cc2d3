//! What of a customer can be searched.

use kedang_core::customer::{Customer, CustomerKind};
use kedang_text::{Entry, Field};

/// The searchable texts of a customer, most telling first.
pub(super) fn entries(customer: &Customer) -> Vec<Entry<'_>> {
    let person = customer.kind == CustomerKind::Individual.key();
    let entry = |field, text| Entry {
        field,
        person: false,
        text,
    };
    let mut entries = vec![
        Entry {
            field: Field::Name,
            person,
            text: customer.name.as_str(),
        },
        entry(Field::Code, customer.code.as_str()),
    ];
    let optional = [
        (Field::Phone, &customer.mobile),
        (Field::Uscc, &customer.uscc),
    ];
    entries.extend(
        optional
            .iter()
            .filter_map(|(f, text)| Some(entry(*f, text.as_deref()?))),
    );
    entries
}
