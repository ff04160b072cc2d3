//! All texts, parsed once at start-up and shared by every thread.

use std::borrow::Cow;
use std::fmt;

use crate::texts::Texts;
use crate::{Arg, Lang, WordsError};

/// `(language tag, room, text)` of every file under `locales/`.
static ROOMS: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/rooms.rs"));

/// The catalogue: every message of the product in every language.
///
/// A key is the message's name in the `.ftl` files. Problem codes have a dot, which a Fluent name
/// cannot have, so `customer.name_missing` finds `customer-name_missing`. A key nobody wrote shows
/// as `⟦key⟧`: seen by whoever tries the page, and no reason to lose the page.
pub struct Words {
    zh: Texts,
    en: Texts,
}

impl Words {
    /// Reads the texts built into the program. Call once, at start-up (about 1 µs a message).
    ///
    /// # Errors
    /// A text that is not Fluent, a key given twice, a message that refers to something that is not
    /// there: the first one found, with its place.
    pub fn load() -> Result<Self, WordsError> {
        Self::from_rooms(ROOMS)
    }

    fn from_rooms(rooms: &[(&str, &str, &str)]) -> Result<Self, WordsError> {
        if let Some((code, ..)) = rooms
            .iter()
            .find(|(code, ..)| Lang::from_code(code).is_none())
        {
            return Err(WordsError::Language {
                code: (*code).to_owned(),
            });
        }
        Ok(Self {
            zh: Texts::read(Lang::Zh, rooms)?,
            en: Texts::read(Lang::En, rooms)?,
        })
    }

    /// The message of a key that takes no arguments. Borrowed, a map lookup: pages say hundreds.
    #[must_use]
    pub fn say(&self, lang: Lang, key: &str) -> Cow<'_, str> {
        self.with(lang, key, &[])
    }

    /// The message of a key, with its arguments filled in. An argument the message wants and does
    /// not get shows as `{$name}`.
    #[must_use]
    pub fn with(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> Cow<'_, str> {
        let name = message_name(key);
        self.texts(lang)
            .message(&name, args)
            .unwrap_or_else(|| Cow::Owned(format!("⟦{key}⟧")))
    }

    /// Whether the language has a message of this key.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.texts(lang).has(&message_name(key))
    }

    const fn texts(&self, lang: Lang) -> &Texts {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

/// A key or problem code as Fluent can name it.
fn message_name(key: &str) -> Cow<'_, str> {
    if key.contains('.') {
        Cow::Owned(key.replace('.', "-"))
    } else {
        Cow::Borrowed(key)
    }
}

#[cfg(test)]
mod tests;
