//! The catalogue together with the language of one reader.

use std::borrow::Cow;

use crate::{Arg, Lang, Words};

/// What a page carries around to say things to its reader.
#[derive(Debug, Clone, Copy)]
pub struct Tongue<'a> {
    words: &'a Words,
    lang: Lang,
}

impl<'a> Tongue<'a> {
    /// Binds the catalogue to a language.
    #[must_use]
    pub const fn new(words: &'a Words, lang: Lang) -> Self {
        Self { words, lang }
    }

    /// The language spoken, for `lang="…"`.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// See [`Words::say`].
    #[must_use]
    pub fn say(self, key: &str) -> Cow<'a, str> {
        self.words.say(self.lang, key)
    }

    /// See [`Words::with`].
    #[must_use]
    pub fn with(self, key: &str, args: &[(&str, Arg)]) -> Cow<'a, str> {
        self.words.with(self.lang, key, args)
    }

    /// See [`Words::has`].
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        self.words.has(self.lang, key)
    }
}
