//! What can be wrong with the texts; all of it shows at start-up, never in front of a reader.

/// A text under `locales/` that cannot be used. The sentences name the file to mend.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// A folder under `locales/` that is no language of the product.
    #[error("locales/{code}: the product does not speak this language; see kedang_words::Lang")]
    Language {
        /// Name of the folder.
        code: String,
    },
    /// A file that is not Fluent.
    #[error("locales/{code}/{room}.ftl, line {line}: {reason}")]
    Syntax {
        /// Language tag.
        code: &'static str,
        /// File name without its ending.
        room: String,
        /// Counted from 1.
        line: usize,
        /// The parser's own words.
        reason: String,
    },
    /// A key that an earlier file of the same language has already.
    #[error("locales/{code}/{room}.ftl: {reason}")]
    Twice {
        /// Language tag.
        code: &'static str,
        /// File name without its ending.
        room: String,
        /// Fluent's words, with the key.
        reason: String,
    },
    /// A message that says nothing, or that names a term, message or function that is not there.
    #[error("locales/{code}: message {key} cannot be said: {reason}")]
    Message {
        /// Language tag.
        code: &'static str,
        /// Key of the message.
        key: String,
        /// What is missing.
        reason: String,
    },
    /// Fluent refused a language tag or a function of ours: a fault of this crate.
    #[error("the catalogue for {code} cannot be set up: {reason}")]
    Setup {
        /// Language tag.
        code: &'static str,
        /// The library's own words.
        reason: String,
    },
}
