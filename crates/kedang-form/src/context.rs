//! What the checks must be told because a pure crate cannot know it: today, the card's own dates,
//! who has signed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

/// Facts from outside the card.
#[derive(Debug, Clone)]
pub struct Context {
    /// The company's today.
    pub today: Date,
    /// When the card was opened, if it is an old one (D01-13: no visit before it).
    pub opened_on: Option<Date>,
    /// Valid signatures: path of the signature field → posts the signer holds.
    pub signed: BTreeMap<String, BTreeSet<String>>,
}

impl Context {
    /// A context that knows only the date.
    #[must_use]
    pub fn on(today: Date) -> Self {
        Self {
            today,
            opened_on: None,
            signed: BTreeMap::new(),
        }
    }

    /// With a signature under `path` by someone who holds `posts`.
    #[must_use]
    pub fn with_signature(mut self, path: &str, posts: &[&str]) -> Self {
        let posts = posts.iter().map(|p| (*p).to_owned()).collect();
        self.signed.insert(path.to_owned(), posts);
        self
    }
}
