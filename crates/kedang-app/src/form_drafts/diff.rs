//! What a draft changes, against the version it started from.

use kedang_form::{
    FormChange, FormChangeKind, Moved, Reworded, diff_forms, diff_places, diff_words,
};
use kedang_store::Tx;

use super::show::{DraftView, show};
use crate::{AppError, Scene};

/// The changes of a draft.
#[derive(Debug, Clone)]
pub struct FormDiff {
    /// The draft.
    pub view: DraftView,
    /// Fields, options and rules; words and places are told one by one below.
    pub changes: Vec<FormChange>,
    /// Words in the reader's language.
    pub words: Vec<Reworded>,
    /// What stands elsewhere.
    pub places: Vec<Moved>,
}

impl FormDiff {
    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.words.is_empty() && self.places.is_empty()
    }
}

/// What the draft changes.
///
/// # Errors
/// `form_draft.forbidden`, `form_draft.not_found`.
pub fn diff(tx: &mut Tx, scene: &Scene, id: &str) -> Result<FormDiff, AppError> {
    let view = show(tx, scene, id)?;
    let (old, new) = (&view.base, &view.form);
    let words = diff_words(old, new, &scene.look.language);
    let places = diff_places(old, new);
    let mut changes = diff_forms(old, new);
    // Told one by one; a word of the other language, a width or the paper alone has no other line.
    let fields = changes.iter().any(|change| {
        use FormChangeKind::{FieldAdded, FieldRetired, FieldRevived};
        matches!(change.kind, FieldAdded | FieldRetired | FieldRevived)
    });
    changes.retain(|change| match change.kind {
        FormChangeKind::WordsChanged => words.is_empty() && !fields,
        FormChangeKind::LayoutChanged => places.is_empty() && !fields,
        _ => true,
    });
    Ok(FormDiff {
        changes,
        words,
        places,
        view,
    })
}
