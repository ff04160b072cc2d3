//! What becomes of one row while it comes in.

use kedang_core::CustomerId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::report::ImportReport;

/// What a row made or changed, so that it can be taken back.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(super) enum Touch {
    /// A customer that was made, at this version.
    Made { customer: String, version: i64 },
    /// A customer that was brought up to date: its columns before and after, and the former name
    /// that was kept.
    Changed {
        customer: String,
        before: BTreeMap<String, Option<String>>,
        after: BTreeMap<String, Option<String>>,
    },
    /// A person that was made and related to a customer.
    Related {
        customer: String,
        person: String,
        relation: String,
    },
    /// A card that was opened, in the state in which the row left it; the class of the dossier
    /// before.
    Opened {
        customer: String,
        card: String,
        class: i64,
        revision: i64,
    },
    /// A card that was brought up to date: its version since, and the state before.
    Filled {
        customer: String,
        card: String,
        version: i64,
        revision: i64,
    },
    /// A row that was added to a card, and since when (µs) the card counted before it.
    Row {
        customer: String,
        card: String,
        row: String,
        since: Option<i64>,
    },
    /// An entry of the contact log.
    Contact {
        customer: String,
        contact: String,
        version: i64,
    },
    /// A person that was brought up to date: what of it differs, before and after.
    Person {
        customer: String,
        person: String,
        before: BTreeMap<String, Option<String>>,
        after: BTreeMap<String, Option<String>>,
    },
}

impl Touch {
    /// Whose dossier it is in.
    pub(super) fn customer(&self) -> &str {
        match self {
            Self::Made { customer, .. }
            | Self::Changed { customer, .. }
            | Self::Related { customer, .. }
            | Self::Opened { customer, .. }
            | Self::Filled { customer, .. }
            | Self::Row { customer, .. }
            | Self::Contact { customer, .. }
            | Self::Person { customer, .. } => customer,
        }
    }
}

/// One row's share of the sum, what was found, and what it touched.
#[derive(Debug, Default)]
pub(super) struct Fate {
    pub(super) report: ImportReport,
    pub(super) object: Option<String>,
    /// The customer that the row was made into or added to.
    pub(super) customer: Option<CustomerId>,
    pub(super) touched: Vec<Touch>,
}

impl Fate {
    /// In one word, as stored.
    pub(super) fn outcome(&self) -> &'static str {
        let sum = &self.report.sum;
        match () {
            () if sum.created > 0 => "created",
            () if sum.merged > 0 => "merged",
            () if sum.updated > 0 => "updated",
            () if sum.rejected > 0 => "rejected",
            () => "skipped",
        }
    }
}
