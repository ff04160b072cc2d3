//! A change as typed, and what holds of it.

use super::{ChangeKind, Nature};
use crate::entry::Entry;
use crate::problem::Problem;

/// A change as typed; it stands beside the fields that change, or by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewChange {
    /// A key of [`ChangeKind`]; only where it stands by itself.
    pub kind: String,
    /// `event` or `correction`; empty is an event.
    pub nature: String,
    /// Since when, `YYYY-MM-DD`.
    pub effective_on: String,
    /// On what proof (依据): a paper, a notice, a licence.
    pub proof: String,
    /// What happened.
    pub note: String,
}

/// A change that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Event or correction.
    pub nature: Nature,
    /// Since when, `YYYY-MM-DD`.
    pub effective_on: String,
    /// On what proof.
    pub proof: String,
    /// What happened.
    pub note: Option<String>,
}

impl NewChange {
    /// Whether nothing of it was filled in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let typed = [&self.effective_on, &self.proof, &self.note];
        typed.iter().all(|text| text.trim().is_empty())
    }

    /// Checks a change that explains fields. What has not come into force cannot stand in a field
    /// yet; a correction counts from today. Fields are called `change.…`.
    ///
    /// # Errors
    /// `change.invalid` with one entry per field.
    pub fn check(&self, today: &str) -> Result<Proven, Problem> {
        let mut entry = Entry::new();
        let nature = Nature::SAID
            .into_iter()
            .find(|one| one.key() == self.nature.trim());
        let nature = match (nature, self.nature.trim()) {
            (Some(nature), _) => nature,
            (None, "") => Nature::Event,
            (None, _) => {
                entry.refuse("change.nature", "change.nature_unknown");
                Nature::Event
            }
        };
        let proof = entry.required("change.proof", &self.proof, 200, "change.proof_missing");
        let note = entry.text("change.note", &self.note, 2_000);
        let day = match nature {
            Nature::Correction => Some(today.to_owned()),
            Nature::Event | Nature::Import => self.day(&mut entry, "change.effective_on"),
        };
        if day.as_deref().is_some_and(|day| day > today) {
            entry.refuse("change.effective_on", "change.day_future");
        }
        match (proof, day) {
            (Some(proof), Some(effective_on)) if entry.holds() => Ok(Proven {
                nature,
                effective_on,
                proof,
                note,
            }),
            _ => Err(entry.refusal("change.invalid")),
        }
    }

    /// Checks a change that stands by itself. It may lie ahead: a hearing, an announced stop.
    ///
    /// # Errors
    /// `change.invalid` with one entry per field.
    pub fn check_free(&self) -> Result<(ChangeKind, Proven), Problem> {
        let mut entry = Entry::new();
        let kind = ChangeKind::from_key(self.kind.trim());
        match kind {
            None => entry.refuse("kind", "change.kind_missing"),
            Some(kind) if !ChangeKind::FREE.contains(&kind) => {
                entry.refuse("kind", "change.kind_has_field");
            }
            Some(_) => {}
        }
        let proof = entry.required("proof", &self.proof, 200, "change.proof_missing");
        let note = entry.text("note", &self.note, 2_000);
        if note.is_none() {
            entry.refuse("note", "change.note_missing");
        }
        let day = self.day(&mut entry, "effective_on");
        match (kind, proof, day) {
            (Some(kind), Some(proof), Some(effective_on)) if entry.holds() => Ok((
                kind,
                Proven {
                    nature: Nature::Event,
                    effective_on,
                    proof,
                    note,
                },
            )),
            _ => Err(entry.refusal("change.invalid")),
        }
    }

    fn day(&self, entry: &mut Entry, field: &str) -> Option<String> {
        let line = entry.required(field, &self.effective_on, 20, "change.day_missing")?;
        let whole = line.len() == 10 && crate::partial_date::holds(&line) && !line.starts_with('-');
        if !whole {
            entry.refuse(field, "change.day_wrong");
        }
        whole.then_some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-25";

    fn typed(nature: &str, day: &str, proof: &str) -> NewChange {
        NewChange {
            kind: "litigation".to_owned(),
            nature: nature.to_owned(),
            effective_on: day.to_owned(),
            proof: proof.to_owned(),
            note: "买卖合同纠纷".to_owned(),
        }
    }

    #[test]
    fn a_field_changes_by_an_event_that_has_happened_or_by_a_correction() {
        for (nature, day, proof, wrong) in [
            ("event", "2026-11-01", "变更通知书", ""),
            ("", "2026-11-25", "变更通知书", ""),
            ("correction", "", "营业执照", ""),
            ("event", "", "变更通知书", "change.day_missing"),
            ("event", "2026-11", "变更通知书", "change.day_wrong"),
            ("event", "--11-01-01", "变更通知书", "change.day_wrong"),
            ("event", "2026-02-30", "变更通知书", "change.day_wrong"),
            ("event", "2026-11-26", "变更通知书", "change.day_future"),
            ("event", "2026-11-01", " ", "change.proof_missing"),
            ("correction", "", "", "change.proof_missing"),
            ("import", "2026-11-01", "x", "change.nature_unknown"),
        ] {
            let got = typed(nature, day, proof).check(TODAY);
            let code = got.err().and_then(|p| p.fields.first().map(|f| f.code));
            assert_eq!(code.unwrap_or(""), wrong, "{nature} {day} {proof}");
        }
    }

    #[test]
    fn an_event_of_its_own_may_lie_ahead_and_says_what_happens() {
        let (kind, proven) = typed("", "2027-03-01", "传票").check_free().expect("holds");
        assert_eq!(
            (kind, proven.effective_on.as_str()),
            (ChangeKind::Litigation, "2027-03-01")
        );
        for (kind, note, wrong) in [
            ("name", "x", "change.kind_has_field"),
            ("", "x", "change.kind_missing"),
            ("equity", "", "change.note_missing"),
        ] {
            let mut new = typed("", "2026-11-01", "传票");
            (new.kind, new.note) = (kind.to_owned(), note.to_owned());
            let problem = new.check_free().expect_err("refused");
            assert_eq!(problem.fields[0].code, wrong);
        }
    }
}
