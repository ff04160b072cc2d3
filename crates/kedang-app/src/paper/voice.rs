//! The words of the product, as a face speaks them.

use std::fmt;
use std::sync::Arc;

/// Language tag, key and arguments → the sentence.
type Say = dyn Fn(&str, &str, &[(&str, &str)]) -> String + Send + Sync;

/// Says a key of the catalogue in a language.
#[derive(Clone)]
pub struct Voice(Arc<Say>);

impl fmt::Debug for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Voice").finish_non_exhaustive()
    }
}

impl Voice {
    /// The voice of a face.
    pub fn new(
        say: impl Fn(&str, &str, &[(&str, &str)]) -> String + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(say))
    }

    /// The sentence of a key in the language of this tag.
    #[must_use]
    pub fn speak(&self, tag: &str, key: &str, args: &[(&str, &str)]) -> String {
        (self.0)(tag, key, args)
    }
}
