//! Salted commitments: a signature covers hashes, so an answer can later be sealed or erased and
//! the signature still verifies.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::answers::{Answer, Answers};
use crate::canonical::canonical_json;
use crate::form::Form;
use crate::value::{Row, Value};

/// `SHA-256(salt ‖ field key ‖ canonical value)`. The key holds only `a-z 0-9 _ . -` and letters
/// of row ids, the canonical value starts with a quote or a bracket: the two cannot run together.
#[must_use]
pub fn commit(salt: &[u8; 16], key: &str, canonical: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(key.as_bytes());
    hash.update(canonical.as_bytes());
    hash.finalize().into()
}

/// `SHA-256(form key ‖ version ‖ sorted (field key, commit))`: the version in decimal; the form
/// key, the version and each field key end with a zero byte, which none of them can contain, so
/// that two different cards never give the same bytes; each commit is its 32 bytes.
#[must_use]
pub fn content_hash(form: &str, version: u32, commits: &BTreeMap<String, [u8; 32]>) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut text = |text: &str| {
        hash.update(text.as_bytes());
        hash.update([0]);
    };
    text(form);
    text(&version.to_string());
    for (key, commit) in commits {
        hash.update(key.as_bytes());
        hash.update([0]);
        hash.update(commit);
    }
    hash.finalize().into()
}

impl Form {
    /// The single answers that are committed to, `(path, canonical JSON)`, sorted by path: a plain
    /// field is one; a repeat is the list of its row ids under its key and each cell under
    /// `repeat.row.column`. Append-only repeats are left out: their rows are signed one by one.
    #[must_use]
    pub fn leaves(&self, answers: &Answers) -> Vec<(String, String)> {
        let kept = |key: &str| self.field(key).is_none_or(|f| !f.is_append_only());
        leaves(answers, kept)
    }

    /// The leaves that a signature covers; nothing if the key is no signature of the card.
    #[must_use]
    pub fn covered_leaves(
        &self,
        signature: &str,
        answers: &Answers,
    ) -> Option<Vec<(String, String)>> {
        let covered = self.covers(signature)?;
        Some(leaves(answers, |key| covered.contains(&key)))
    }

    /// The leaves of one row of an append-only repeat, under `repeat.column`.
    #[must_use]
    pub fn row_leaves(&self, repeat: &str, row: &Row) -> Vec<(String, String)> {
        let cells = row.cells.iter();
        cells
            .map(|(key, answer)| (format!("{repeat}.{key}"), answer.canonical()))
            .collect()
    }
}

/// The leaves of answers, as far as `kept` wants the field.
pub(crate) fn leaves(answers: &Answers, kept: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let mut leaves = Vec::new();
    for (key, answer) in answers.iter().filter(|(key, _)| kept(key)) {
        let Answer::Given(Value::Rows(rows)) = answer else {
            leaves.push((key.to_owned(), answer.canonical()));
            continue;
        };
        let ids = rows
            .iter()
            .map(|row| serde_json::Value::String(row.id.clone()))
            .collect();
        leaves.push((
            key.to_owned(),
            canonical_json(&serde_json::Value::Array(ids)),
        ));
        for row in rows {
            let cells = row.cells.iter();
            leaves.extend(cells.map(|(c, a)| (format!("{key}.{}.{c}", row.id), a.canonical())));
        }
    }
    leaves.sort();
    leaves
}
