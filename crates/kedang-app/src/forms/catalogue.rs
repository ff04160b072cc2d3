//! The published forms, compiled. A version never changes, so a compiled one is kept for good.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use kedang_core::Problem;
use kedang_form::Form;
use kedang_store::{Tx, forms};

use crate::AppError;

/// The published versions. Which one is the newest is asked of the database each time: a steward
/// may have published it a moment ago, or another process.
#[derive(Debug, Default)]
pub struct Forms {
    known: RwLock<HashMap<(String, u32), Arc<Form>>>,
}

impl Forms {
    /// A catalogue that has these versions at hand already.
    pub(super) fn new(all: Vec<Form>) -> Self {
        let place = |form: &Form| (form.meta.key.clone(), form.meta.version);
        let known = all.into_iter().map(|form| (place(&form), Arc::new(form)));
        Self {
            known: RwLock::new(known.collect()),
        }
    }

    /// The forms of which cards can be opened, by key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(&self, tx: &mut Tx) -> Result<Vec<Arc<Form>>, AppError> {
        let newest = forms::newest(tx)?.into_iter();
        newest
            .map(|(key, version)| self.version(tx, &key, number(version)?))
            .collect()
    }

    /// The newest version of a form.
    ///
    /// # Errors
    /// `form.not_found`.
    pub fn find(&self, tx: &mut Tx, key: &str) -> Result<Arc<Form>, AppError> {
        let version = forms::version(tx, key)?;
        let version = version.ok_or_else(|| Problem::not_found("form.not_found"))?;
        self.version(tx, key, number(version)?)
    }

    /// The version with which a card was opened; compiled when it is first asked for. Not to be
    /// asked for by the transaction that publishes it: that one may yet be undone.
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

/// A version as the form language counts it.
fn number(version: i64) -> Result<u32, AppError> {
    u32::try_from(version)
        .map_err(|error| AppError::Internal(format!("form version {version}: {error}")))
}
