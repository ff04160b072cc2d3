//! The rooms of the rail: only those that exist, and only for those who may enter.

use kedang_core::access::{Action, Actor, reach};

use crate::components::{Icon, Room};

/// Where a page hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// 客户.
    Customers,
    /// One's own account.
    Account,
}

/// The places of work.
pub(crate) fn rooms<'a>(actor: &Actor, place: Place, customers: &'a str) -> Vec<Room<'a>> {
    let customers = Room {
        href: "/customers",
        icon: Icon::People,
        label: customers,
        count: None,
        current: place == Place::Customers,
    };
    let reads = !reach(actor, Action::Read).is_nothing();
    reads.then_some(customers).into_iter().collect()
}

/// The places at the foot.
pub(crate) fn foot(place: Place, account: &str) -> Vec<Room<'_>> {
    vec![Room {
        href: "/account",
        icon: Icon::User,
        label: account,
        count: None,
        current: place == Place::Account,
    }]
}
