//! The catalogue for rooms that know no words: they name a language, a key and texts.

use std::sync::Arc;

use crate::{Arg, Lang, Words};

impl Words {
    /// Says a key in the language of a tag, Chinese for a tag that is none of ours. Arguments are
    /// texts, so that no room below has to know what else one can be.
    pub fn teller(
        self: Arc<Self>,
    ) -> impl Fn(&str, &str, &[(&str, &str)]) -> String + Send + Sync + 'static {
        move |tag, key, args| {
            let lang = Lang::from_code(tag).unwrap_or(Lang::Zh);
            let args: Vec<(&str, Arg)> = args
                .iter()
                .map(|(name, text)| (*name, Arg::Text(text)))
                .collect();
            Words::with(&self, lang, key, &args).into_owned()
        }
    }
}
