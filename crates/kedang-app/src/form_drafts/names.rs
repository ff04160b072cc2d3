//! No two forms are called the same: whoever opens a card chooses by the name.

use kedang_core::Problem;
use kedang_store::{Tx, form_drafts};
use serde_json::Value;

use crate::{AppError, Scene};

/// Refuses a Chinese name that another form or another draft than that of `key` has.
///
/// # Errors
/// `form_draft.title_taken` against `label`.
pub(super) fn is_free(tx: &mut Tx, scene: &Scene, key: &str, name: &str) -> Result<(), AppError> {
    let forms = scene.house.forms.list(tx)?;
    let mut forms = forms.iter().filter(|form| form.meta.key != key);
    let published = forms.any(|form| form.words().title == name);
    let drafts = form_drafts::all(tx)?;
    let mut drafts = drafts.iter().filter(|draft| draft.form != key);
    if published || drafts.any(|draft| title(&draft.definition, "zh-CN") == name) {
        return Err(Problem::invalid("form_draft.invalid")
            .field("label", "form_draft.title_taken")
            .into());
    }
    Ok(())
}

/// The name in a definition, Chinese where `language` has none.
pub(super) fn title(definition: &str, language: &str) -> String {
    let json: Value = serde_json::from_str(definition).unwrap_or_default();
    let own = json["words"][language]["title"].as_str();
    let title = own.or_else(|| json["meta"]["title"].as_str());
    title.unwrap_or_default().to_owned()
}
