//! What stands in the form of a contact.

use kedang_app::attachments::Begin;
use kedang_app::forms::Pairs;
use kedang_core::CustomerId;
use kedang_core::attachment::Purpose;
use kedang_core::contact::{Contact, NewContact};

use crate::sent::Sent;

/// The controls as they were sent, and the names of the scans.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) contact: NewContact,
    /// Id and name.
    pub(super) files: Vec<(String, String)>,
    pub(super) version: Option<i64>,
}

impl Typed {
    /// A contact of today.
    pub(super) fn blank(today: &str) -> Self {
        Self {
            contact: NewContact {
                happened_on: today.to_owned(),
                ..NewContact::default()
            },
            ..Self::default()
        }
    }

    /// What was written down before.
    pub(super) fn of(contact: &Contact) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let files = contact.files.iter();
        Self {
            contact: NewContact {
                channel: contact.channel.key().to_owned(),
                direction: contact.direction.key().to_owned(),
                number: text(&contact.number),
                happened_on: contact.happened_on.clone(),
                person: text(&contact.person),
                summary: text(&contact.summary),
                files: files.clone().map(|f| f.id.to_string()).collect(),
            },
            files: files.map(|f| (f.id.to_string(), f.name.clone())).collect(),
            version: Some(contact.version),
        }
    }

    /// What was sent, the files that came with it among the scans.
    pub(super) fn read(sent: &Sent) -> Self {
        let mut files: Vec<(String, String)> = Vec::new();
        let kept = many(&sent.pairs, "scan.ref").zip(many(&sent.pairs, "scan.name"));
        files.extend(kept.map(|(id, name)| (id.to_owned(), name.to_owned())));
        let came = sent.kept.iter().map(|(_, file)| file);
        files.extend(came.map(|file| (file.id.to_string(), file.name.clone())));
        let one = |name: &str| many(&sent.pairs, name).next().unwrap_or("").to_owned();
        Self {
            contact: NewContact {
                channel: one("channel"),
                direction: one("direction"),
                number: one("number"),
                happened_on: one("happened_on"),
                person: one("person"),
                summary: one("summary"),
                files: files.iter().map(|(id, _)| id.clone()).collect(),
            },
            files,
            version: one("version").parse().ok(),
        }
    }
}

/// A scan that came with the form.
pub(super) fn scan(customer: &CustomerId, control: &str, name: &str) -> Option<Begin> {
    (control == "scan!file").then(|| Begin {
        customer: customer.clone(),
        purpose: Purpose::Document,
        name: name.to_owned(),
        sensitive: false,
        consent: false,
        shared: false,
    })
}

pub(super) fn many<'a>(pairs: &'a Pairs, name: &str) -> impl Iterator<Item = &'a str> {
    let texts = pairs.get(name).into_iter().flatten();
    texts.map(String::as_str)
}
