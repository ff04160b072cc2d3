//! Customers: open, show, change, list, count, search, take out.

mod analysis;
mod board;
mod bulk;
mod by_code;
mod choices;
mod co_owners;
mod count;
mod create;
mod cursor;
mod edit;
mod entries;
mod export;
mod facts;
mod index;
mod invoice;
mod list;
mod neighbours;
mod opened;
mod persons;
mod search;
mod settled;
mod show;
mod shown;
mod stages;
mod vcard;

pub use analysis::{Analysis, Month, Tally, analysis};
pub use board::{AskBoard, Card, Lane, board, card, lane};
pub use bulk::{Bulk, BulkResult, MOST, Pick, bulk, picked};
pub use by_code::by_code;
pub use choices::{Choices, assignees, choices};
pub use co_owners::co_owners;
pub use count::count;
pub use create::{Brought, Opening, create, open};
pub use edit::{Edit, edit};
pub(crate) use edit::{former, step};
pub(crate) use export::leaving;
pub use export::{
    Columns, Errand, Format, Layout, PRINTED, Printed, TakeOut, Taken, Taker, check_taker, may_take,
};
pub use facts::{FACTS, answered};
pub(crate) use index::{index, index_again};
pub(crate) use invoice::note_invoice;
pub use invoice::{Given, Invoice, invoice};
pub use list::{ListCustomers, Listed, list};
pub use neighbours::{Neighbours, neighbours};
pub(crate) use opened::{Names, Opened, pass_codes, store};
pub use persons::persons;
pub use search::{Found, SearchCustomers, SearchResult, search};
pub use settled::check;
pub use show::show;
pub use shown::Shown;
pub use stages::stages;
pub use vcard::{TakeCard, TakenCard, vcard};
