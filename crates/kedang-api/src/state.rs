//! What the handlers share.

use std::sync::Arc;

use kedang_app::App;
use kedang_words::Words;

/// The application and its words.
#[derive(Clone)]
pub struct Api {
    /// The use cases.
    pub app: Arc<App>,
    /// The catalogue.
    pub words: Arc<Words>,
}
