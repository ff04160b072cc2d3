//! What stands in the form in which a customer is changed.

use std::collections::BTreeMap;

use kedang_core::change::NewChange;
use kedang_core::customer::{Customer, Details, EditCustomer, Named};

use crate::changes::take_change;

/// What stands in the controls.
pub(super) struct Draft {
    /// The version on which the change began.
    pub(super) version: i64,
    /// Keys of the types.
    pub(super) types: Vec<String>,
    /// Ids of the co-owners; `None` where the form did not ask.
    pub(super) co_owners: Option<Vec<String>>,
    /// What explains guarded fields.
    pub(super) change: NewChange,
    values: BTreeMap<String, String>,
}

/// Fields that are no plain ones.
const HEAD: [&str; 6] = [
    "name",
    "how_met",
    "stage",
    "stage_reason",
    "owner",
    "department",
];

impl Draft {
    /// The customer as stored.
    pub(super) fn of(customer: &Customer, co_owners: &[Named]) -> Self {
        let stored = EditCustomer::of(customer);
        let mut values = BTreeMap::new();
        let head = [
            stored.name,
            stored.how_met,
            stored.stage,
            String::new(),
            stored.owner,
            stored.department,
        ];
        for (field, value) in HEAD.iter().zip(head) {
            values.insert((*field).to_owned(), value);
        }
        for field in Details::FIELDS {
            let value = customer.details.get(field).unwrap_or("");
            values.insert((*field).to_owned(), value.to_owned());
        }
        Self {
            version: customer.version,
            types: customer.types.clone(),
            co_owners: Some(co_owners.iter().map(|one| one.id.clone()).collect()),
            change: NewChange::default(),
            values,
        }
    }

    /// What was posted.
    pub(super) fn posted(pairs: Vec<(String, String)>) -> Self {
        let mut draft = Self {
            version: 0,
            types: Vec::new(),
            co_owners: None,
            change: NewChange::default(),
            values: BTreeMap::new(),
        };
        for (field, value) in pairs {
            match field.as_str() {
                "version" => draft.version = value.parse().unwrap_or_default(),
                "types" => draft.types.push(value),
                // An empty one comes with the form, so that none can be chosen.
                "co_owners" => draft.co_owners.get_or_insert_default().push(value),
                _ => {
                    draft.values.insert(field, value);
                }
            }
        }
        draft.change = take_change(|name| draft.values.remove(name));
        draft
    }

    /// The fields of the customer among them; what the form did not show is not touched.
    pub(super) fn fields(&self) -> Vec<(String, Option<String>)> {
        let known = HEAD.iter().chain(Details::FIELDS);
        known
            .filter_map(|field| Some(((*field).to_owned(), Some(self.values.get(*field)?.clone()))))
            .collect()
    }

    /// What stands in one of them.
    pub(super) fn get(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }
}
