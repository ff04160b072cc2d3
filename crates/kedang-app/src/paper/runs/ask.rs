//! What is to be printed.

use kedang_core::CustomerId;
use kedang_core::listing::Question;

/// Customers of one run at most: their pages are held in memory, some 0.3 MB each.
pub const MOST: usize = 100;

/// Whose cards.
#[derive(Debug, Clone)]
pub enum Whom {
    /// Those of a list, in its order.
    Listed(Question),
    /// Those that were ticked.
    Picked(Vec<CustomerId>),
}

/// What is to be printed.
#[derive(Debug, Clone)]
pub struct RunAsk {
    /// Whose.
    pub whom: Whom,
    /// The key of the form.
    pub form: String,
    /// Blank copies with the customer's name on them, instead of filled cards.
    pub blank: bool,
}
