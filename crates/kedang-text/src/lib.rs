//! Text of customers: normal forms, pinyin, search tokens, queries, ranking and highlighting.
//!
//! Pure: no I/O, no clock. The same code makes the tokens stored with a customer ([`tokens`]) and
//! compiles what a person types into an expression over those tokens ([`Query`]). The database
//! answers with candidates; [`Query::score`] re-checks each of them on the real text and ranks it.

mod entry;
mod fold;
mod highlight;
mod matching;
mod normalise;
mod pinyin;
mod query;
mod resemble;
mod simplify;
mod token;

pub use entry::{Entry, Field};
pub use highlight::{Span, highlight};
pub use matching::Hit;
pub use normalise::{has_traditional, match_name, normalise};
pub use pinyin::{Reading, full_pinyin, initials, parted, sort_key, sort_key_as};
pub use query::{Expr, Query};
pub use resemble::resembles;
pub use token::tokens;
