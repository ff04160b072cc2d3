//! What was last heard of a customer.

/// The newest entry of a customer's contact log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTalk {
    /// The day, `2026-11-25`.
    pub happened_on: String,
    /// A key of [`crate::contact::Channel`].
    pub channel: String,
    /// A key of [`crate::contact::Direction`].
    pub direction: String,
}
