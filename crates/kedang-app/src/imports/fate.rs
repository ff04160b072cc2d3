//! What becomes of one row while it comes in.

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
    /// A person that was brought up to date: what of it differs, before and after.
    Person {
        customer: String,
        person: String,
        before: BTreeMap<String, Option<String>>,
        after: BTreeMap<String, Option<String>>,
    },
}

/// One row's share of the sum, what was found, and what it touched.
#[derive(Debug, Default)]
pub(super) struct Fate {
    pub(super) report: ImportReport,
    pub(super) object: Option<String>,
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
