//! The published forms, compiled. A version never changes, so a compiled one is kept for good.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use kedang_core::Problem;
use kedang_form::Form;
use kedang_store::{Tx, forms};

use crate::AppError;

/// All published versions, the newest of each key at hand for new cards.
#[derive(Debug, Default)]
pub struct Forms {
    current: BTreeMap<String, Arc<Form>>,
    known: RwLock<HashMap<(String, u32), Arc<Form>>>,
}

impl Forms {
    /// A catalogue of compiled versions, in any order.
    pub(super) fn new(all: Vec<Form>) -> Self {
        let mut current = BTreeMap::<String, Arc<Form>>::new();
        let mut known = HashMap::new();
        for form in all.into_iter().map(Arc::new) {
            let (key, version) = (form.meta.key.clone(), form.meta.version);
            let newer = |held: &Arc<Form>| held.meta.version < version;
            if current.get(&key).is_none_or(newer) {
                current.insert(key.clone(), form.clone());
            }
            known.insert((key, version), form);
        }
        Self {
            current,
            known: RwLock::new(known),
        }
    }

    /// The forms of which cards can be opened, by key.
    #[must_use]
    pub fn list(&self) -> Vec<Arc<Form>> {
        self.current.values().cloned().collect()
    }

    /// The newest version of a form.
    ///
    /// # Errors
    /// `form.not_found`.
    pub fn find(&self, key: &str) -> Result<Arc<Form>, Problem> {
        let found = self.current.get(key).cloned();
        found.ok_or_else(|| Problem::not_found("form.not_found"))
    }

    /// The version with which a card was opened; read from the database if another process
    /// published it.
    pub(crate) fn version(
        &self,
        tx: &mut Tx,
        key: &str,
        version: u32,
    ) -> Result<Arc<Form>, AppError> {
        let place = (key.to_owned(), version);
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(form) = known.get(&place) {
            return Ok(form.clone());
        }
        drop(known);
        let unusable = |why: &str| AppError::Internal(format!("form {key} {version}: {why}"));
        let text = forms::find(tx, key, i64::from(version))?;
        let text = text.ok_or_else(|| unusable("is not published"))?;
        let form = Form::from_json(&text).map_err(|defects| unusable(&format!("{defects:?}")))?;
        let form = Arc::new(form);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(place, form.clone());
        Ok(form)
    }
}
