//! What the pages share.

use std::sync::Arc;

use kedang_app::App;
use kedang_words::{Lang, Words};

use crate::Trust;
use crate::assets;
use crate::components::Assets;

/// The application, its words and its built files.
#[derive(Clone)]
pub struct Web {
    /// The use cases.
    pub app: Arc<App>,
    /// The catalogue.
    pub words: Arc<Words>,
    /// Addresses of the built files.
    pub assets: Arc<Assets>,
    /// The two characters of the seal, the same in every language.
    pub seal: Arc<str>,
    /// The house's own authority, where it has one.
    pub(crate) trust: Option<Arc<Trust>>,
    products: [Arc<str>; 2],
}

impl Web {
    /// Reads the manifest of the built files.
    ///
    /// # Errors
    /// A sentence when the manifest lacks a file.
    pub fn new(app: Arc<App>, words: Arc<Words>) -> Result<Self, String> {
        let product = |lang| Arc::from(words.say(lang, "shell-product").as_ref());
        Ok(Self {
            app,
            assets: Arc::new(assets::manifest()?),
            seal: Arc::from(words.say(Lang::Zh, "shell-seal").as_ref()),
            products: Lang::ALL.map(product),
            words,
            trust: None,
        })
    }

    /// The same, with an authority of the house's own that callers are told to trust.
    #[must_use]
    pub fn trusting(self, trust: Option<Arc<Trust>>) -> Self {
        Self { trust, ..self }
    }

    /// The product's name in a language.
    pub(crate) fn product(&self, lang: Lang) -> &str {
        let [zh, en] = &self.products;
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
