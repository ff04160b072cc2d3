//! The forms and the drafts, for whoever designs.

use std::sync::Arc;

use kedang_core::access::{Action, reach};
use kedang_core::form_draft::{FormDraft, is_own};
use kedang_form::Form;
use kedang_store::{Tx, form_drafts, forms};

use super::door::designer;
use super::names::title;
use crate::{AppError, Scene};

/// Cards of a form are counted up to this.
const CAP: u32 = 1_001;

/// A form in the list.
#[derive(Debug, Clone)]
pub struct FormLine {
    /// Its newest version.
    pub form: Arc<Form>,
    /// Cards in dossiers that the reader may read, in whatever version; nothing if more than 1,000.
    pub cards: Option<i64>,
    /// Whether it is the company's own.
    pub own: bool,
}

/// All forms and drafts.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The company's own first, by key.
    pub forms: Vec<FormLine>,
    /// The drafts with their names in the reader's language, changed last first.
    pub drafts: Vec<(FormDraft, String)>,
}

/// All drafts, changed last first.
///
/// # Errors
/// `form_draft.forbidden`.
pub fn list(tx: &mut Tx, scene: &Scene) -> Result<Vec<FormDraft>, AppError> {
    designer(scene)?;
    Ok(form_drafts::all(tx)?)
}

/// The desk of the designers.
///
/// # Errors
/// `form_draft.forbidden`.
pub fn desk(tx: &mut Tx, scene: &Scene) -> Result<Desk, AppError> {
    designer(scene)?;
    let within = reach(&scene.actor, Action::Read);
    let mut lines = Vec::new();
    for form in scene.house.forms.list(tx)? {
        let cards = forms::cards(tx, &within, scene.actor.now, &form.meta.key, CAP)?;
        lines.push(FormLine {
            own: is_own(&form.meta.key),
            cards: (cards < i64::from(CAP)).then_some(cards),
            form,
        });
    }
    lines.sort_by_key(|line| !line.own);
    let drafts = list(tx, scene)?.into_iter();
    let drafts = drafts.map(|draft| {
        let title = title(&draft.definition, &scene.look.language);
        (draft, title)
    });
    Ok(Desk {
        forms: lines,
        drafts: drafts.collect(),
    })
}
