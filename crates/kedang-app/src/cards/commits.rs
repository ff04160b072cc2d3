//! Salts and commitments of answers: what a signature is bound to.

use std::collections::BTreeMap;

use kedang_core::Draw;
use kedang_core::digest::{hex, unhex};
use kedang_form::{Form, commit, content_hash};
use serde_json::Value as Json;

use crate::AppError;

/// Path → 16 bytes.
pub(super) type Salts = BTreeMap<String, [u8; 16]>;
/// Path → canonical JSON of a single answer.
pub(super) type Leaves = BTreeMap<String, String>;

/// Path → commitment of every single answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Commits(BTreeMap<String, [u8; 32]>);

/// Salts for the leaves: an answer that stays keeps its salt, and so its commitment, so that a
/// signature over it still holds; every other one gets a new salt.
pub(super) fn salts(leaves: &Leaves, old: &Leaves, held: &Salts, draw: &mut Draw) -> Salts {
    let salt = |(path, text): (&String, &String)| {
        let kept = held.get(path).filter(|_| old.get(path) == Some(text));
        let salt = kept.copied().unwrap_or_else(|| draw.salt());
        (path.clone(), salt)
    };
    leaves.iter().map(salt).collect()
}

impl Commits {
    /// The commitments of leaves; each must have its salt.
    pub(super) fn of(leaves: &Leaves, salts: &Salts) -> Self {
        let one = |(path, text): (&String, &String)| {
            let salt = salts.get(path)?;
            Some((path.clone(), commit(salt, path, text)))
        };
        Self(leaves.iter().filter_map(one).collect())
    }

    /// The hash over all of them.
    pub(super) fn hash(&self, form: &Form) -> [u8; 32] {
        self.hash_of(form, |_| true)
    }

    /// The hash over those whose path is `covered`.
    pub(super) fn hash_of(&self, form: &Form, covered: impl Fn(&str) -> bool) -> [u8; 32] {
        let some = self.0.iter().filter(|(path, _)| covered(path));
        let some = some.map(|(path, bytes)| (path.clone(), *bytes)).collect();
        content_hash(&form.meta.key, form.meta.version, &some)
    }

    /// As stored.
    pub(super) fn write(&self) -> String {
        write(&self.0)
    }

    /// Reads what [`Commits::write`] wrote.
    pub(super) fn read(text: &str) -> Result<Self, AppError> {
        read(text).map(Self)
    }
}

/// Salts as stored, those of `paths` only.
pub(super) fn write_salts(salts: &Salts, standing: impl Fn(&str) -> bool) -> String {
    let some = salts.iter().filter(|(path, _)| standing(path));
    write(&some.map(|(path, salt)| (path.clone(), *salt)).collect())
}

/// Reads what [`write_salts`] wrote.
pub(super) fn read_salts(text: &str) -> Result<Salts, AppError> {
    read(text)
}

fn write<const N: usize>(map: &BTreeMap<String, [u8; N]>) -> String {
    let entries = map.iter().map(|(k, v)| (k.clone(), Json::String(hex(v))));
    Json::Object(entries.collect()).to_string()
}

fn read<const N: usize>(text: &str) -> Result<BTreeMap<String, [u8; N]>, AppError> {
    let broken = || AppError::Internal("stored salts or commitments are unreadable".to_owned());
    let map: BTreeMap<String, String> = serde_json::from_str(text).ok().ok_or_else(broken)?;
    map.into_iter()
        .map(|(path, text)| {
            let bytes = unhex(&text).and_then(|b| <[u8; N]>::try_from(b).ok());
            Ok((path, bytes.ok_or_else(broken)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kedang_core::Moment;

    fn leaves(list: &[(&str, &str)]) -> Leaves {
        let own = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
        list.iter().map(own).collect()
    }

    #[test]
    fn an_answer_that_stays_keeps_its_commitment() {
        let moment = Moment::new(0, [7; 32]);
        let mut draw = moment.draw();
        let old = leaves(&[("a", "\"1\""), ("b", "\"2\"")]);
        let before = salts(&old, &Leaves::new(), &Salts::new(), &mut draw);
        let new = leaves(&[("a", "\"1\""), ("b", "\"3\""), ("c", "\"4\"")]);
        let after = salts(&new, &old, &before, &mut draw);
        assert_eq!(before["a"], after["a"]);
        assert_ne!(before["b"], after["b"], "a salt never serves two values");
        let (one, two) = (Commits::of(&old, &before), Commits::of(&new, &after));
        assert_eq!(one.0["a"], two.0["a"]);
        assert_ne!(one.0["b"], two.0["b"]);
    }

    #[test]
    fn what_is_written_is_read() {
        let moment = Moment::new(0, [7; 32]);
        let all = leaves(&[("a", "\"1\""), ("r.x.b", "\"2\"")]);
        let salts = salts(&all, &Leaves::new(), &Salts::new(), &mut moment.draw());
        let commits = Commits::of(&all, &salts);
        assert_eq!(Commits::read(&commits.write()).ok(), Some(commits));
        let some = write_salts(&salts, |path| path == "a");
        assert_eq!(read_salts(&some).ok().map(|s| s.len()), Some(1));
        for bad in ["", "[]", "{\"a\":\"00\"}", "{\"a\":1}"] {
            assert!(read_salts(bad).is_err(), "{bad}");
        }
    }
}
