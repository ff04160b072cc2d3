//! The one module through which answers of class P2 are stored and read back.
//!
//! What is sealed holds the answer together with its salt: beside a salt in the clear the
//! commitment of, say, a blood group could be guessed. Key 0 is none; the shape `{k, n, c}` stays
//! when a key comes.

use std::collections::BTreeMap;

use kedang_core::CardId;
use kedang_core::digest::{hex, unhex};
use kedang_store::Tx;
use kedang_store::cards::sealed::{self, Sealed};
use serde::{Deserialize, Serialize};

use super::commits::Salts;
use crate::AppError;

/// No key.
const CLEAR: i64 = 0;

#[derive(Serialize, Deserialize)]
struct Content {
    /// Canonical JSON of the answer.
    a: String,
    /// Salt, hex.
    s: String,
}

/// Path → canonical JSON, and the salts of the same paths.
#[derive(Debug, Default)]
pub(super) struct Unsealed {
    pub(super) answers: BTreeMap<String, String>,
    pub(super) salts: Salts,
}

/// Seals the answers of a revision or a row (`holder`).
pub(super) fn put(
    tx: &mut Tx,
    card: &CardId,
    holder: &str,
    answers: &BTreeMap<String, String>,
    salts: &Salts,
    at: i64,
) -> Result<(), AppError> {
    for (path, answer) in answers {
        let salt = salts.get(path).map(|salt| hex(salt)).unwrap_or_default();
        let content = Content {
            a: answer.clone(),
            s: salt,
        };
        let c = serde_json::to_vec(&content)
            .map_err(|e| AppError::Internal(format!("an answer cannot be sealed: {e}")))?;
        let new = Sealed {
            path: path.clone(),
            k: CLEAR,
            n: Vec::new(),
            c,
        };
        sealed::insert(tx, card, holder, &new, at)?;
    }
    Ok(())
}

/// Unseals the answers of a revision or a row, for who may see them.
pub(super) fn open(tx: &mut Tx, holder: &str) -> Result<Unsealed, AppError> {
    let mut all = Unsealed::default();
    for one in sealed::of(tx, holder)? {
        // Neither the reason nor the text of the failure: it could hold the answer.
        let broken = || AppError::Internal(format!("sealed answer {} is unreadable", one.path));
        if one.k != CLEAR {
            return Err(broken());
        }
        let content: Content = serde_json::from_slice(&one.c).ok().ok_or_else(broken)?;
        let salt = unhex(&content.s).and_then(|s| <[u8; 16]>::try_from(s).ok());
        all.salts.insert(one.path.clone(), salt.ok_or_else(broken)?);
        all.answers.insert(one.path.clone(), content.a);
    }
    Ok(all)
}

/// Which answers of a revision or a row are sealed, for who may not see them.
pub(super) fn paths(tx: &mut Tx, holder: &str) -> Result<Vec<String>, AppError> {
    let all = sealed::of(tx, holder)?;
    Ok(all.into_iter().map(|one| one.path).collect())
}
