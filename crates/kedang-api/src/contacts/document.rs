//! The body of a contact, and ids of an address.

use kedang_core::contact::NewContact;
use kedang_core::{ContactId, CustomerId, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

/// A dealing with a customer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactBody {
    /// By which way.
    #[schema(pattern = "^(letter|fax|call|wechat|email|visit|reception|meeting|order)$")]
    channel: String,
    /// `in` from the customer, `out` to the customer; a visit and a reception need none.
    #[serde(default)]
    #[schema(pattern = "^(|in|out)$")]
    direction: String,
    /// 文号.
    #[serde(default)]
    #[schema(max_length = 60)]
    number: Option<String>,
    /// The day; not after today.
    #[schema(format = "date")]
    happened_on: String,
    /// Whom one spoke to or who wrote.
    #[serde(default)]
    #[schema(max_length = 60)]
    person: Option<String>,
    /// What it was about; a letter, fax or mail may have a scan instead.
    #[serde(default)]
    #[schema(max_length = 2000)]
    summary: Option<String>,
    /// Ids of attachments of the same customer: the scans.
    #[serde(default)]
    files: Vec<String>,
}

impl ContactBody {
    /// As the rule takes it.
    pub(super) fn typed(self) -> NewContact {
        NewContact {
            channel: self.channel,
            direction: self.direction,
            number: self.number.unwrap_or_default(),
            happened_on: self.happened_on,
            person: self.person.unwrap_or_default(),
            summary: self.summary.unwrap_or_default(),
            files: self.files,
        }
    }
}

pub(super) fn customer(text: &str) -> Result<CustomerId, Problem> {
    let id = CustomerId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("customer.not_found"))
}

pub(super) fn contact(text: &str) -> Result<ContactId, Problem> {
    let id = ContactId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("contact.not_found"))
}
