//! The only builder of SQL text: lists and predicates whose shape depends on who asks what.
//!
//! Text comes from the literals here; what a caller brings is bound, never written. A page is a
//! union of keyset scans, each on an index and cut at the page's length, so that neither engine
//! has to sort or skip what the reader may not see.

mod besides;
mod cards;
mod conditions;
mod count;
mod files;
mod held;
mod last_talks;
mod page;
mod persons;
mod reach;
mod reached;
mod scan;
mod sql;
mod tally;

pub(crate) use cards::cards_of_form;
pub(crate) use count::{count, size};
pub(crate) use files::filing_departments;
pub(crate) use held::held;
pub(crate) use last_talks::last_talks;
pub(crate) use page::page;
pub(crate) use persons::{first_persons, persons_around};
pub(crate) use reach::within;
pub(crate) use reached::reached;
pub(crate) use scan::{Seek, Way, ways};
pub(crate) use sql::Sql;
pub(crate) use tally::{Tallied, tally};

use kedang_core::access::Reach;
use kedang_core::listing::{Besides, Condition, Sort};

/// What is asked of the list of customers.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What the reader may see.
    pub reach: &'a Reach,
    /// The moment at which grants are looked at, µs.
    pub now: i64,
    /// What must hold besides.
    pub conditions: &'a [Condition],
    /// What must hold that lies in other tables.
    pub besides: &'a [Besides],
    /// In which order.
    pub sort: Sort,
}

/// The place of a row in a list: where the next page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What the list is ordered by, of the last row shown.
    pub key: Key,
    /// Its id.
    pub id: String,
}

/// The value of an ordering column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// µs.
    Time(i64),
    /// A code, or a name's place in human order.
    Text(String),
}
