//! 变动: what changed at a customer, since when and on what proof (D02-6).

use serde::Serialize;
use utoipa::ToSchema;

use crate::customer::Named;
use crate::entry::Entry;
use crate::instant::Instant;
use crate::problem::Problem;

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// 名称变更.
    Name,
    /// 法人变更.
    LegalRepresentative,
    /// 注册资本变更.
    Capital,
    /// 地址变更.
    Address,
    /// 经营范围变更.
    Scope,
    /// 证照变更: licence, 统一社会信用代码.
    Licence,
    /// 股权变更.
    Equity,
    /// 诉讼.
    Litigation,
    /// 停产.
    Suspension,
    /// 其它重大变动.
    Other,
}

impl ChangeKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [ChangeKind; 10] = [
        Self::Name,
        Self::LegalRepresentative,
        Self::Capital,
        Self::Address,
        Self::Scope,
        Self::Licence,
        Self::Equity,
        Self::Litigation,
        Self::Suspension,
        Self::Other,
    ];
    /// Kinds that touch no field of the customer and are recorded by themselves.
    pub const FREE: [ChangeKind; 4] = [
        Self::Equity,
        Self::Litigation,
        Self::Suspension,
        Self::Other,
    ];

    /// As stored and as in the API.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::LegalRepresentative => "legal_representative",
            Self::Capital => "capital",
            Self::Address => "address",
            Self::Scope => "scope",
            Self::Licence => "licence",
            Self::Equity => "equity",
            Self::Litigation => "litigation",
            Self::Suspension => "suspension",
            Self::Other => "other",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The kind of event that a guarded field of a customer asks for; `None` for what may be
    /// changed without one.
    #[must_use]
    pub fn guarding(field: &str) -> Option<Self> {
        match field {
            "name" => Some(Self::Name),
            "legal_representative" => Some(Self::LegalRepresentative),
            "registered_capital" => Some(Self::Capital),
            "province" | "city" | "district" | "address" => Some(Self::Address),
            "business_scope" => Some(Self::Scope),
            "uscc" => Some(Self::Licence),
            _ => None,
        }
    }

    /// The kind for a guarded answer of a card, by the key of its field.
    #[must_use]
    pub fn of_answer(field: &str) -> Self {
        match field {
            "company_name" => Self::Name,
            "rep_name" => Self::LegalRepresentative,
            "capital" => Self::Capital,
            "licence_no" => Self::Licence,
            other => Self::guarding(other).unwrap_or(match other {
                "scope" => Self::Scope,
                _ => Self::Other,
            }),
        }
    }
}

/// Why a guarded field says something else than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Something happened.
    Event,
    /// It was written down wrongly.
    Correction,
    /// An import brought it.
    Import,
}

impl Nature {
    /// What a person may say.
    pub const SAID: [Nature; 2] = [Self::Event, Self::Correction];

    /// As stored and as in the API.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Correction => "correction",
            Self::Import => "import",
        }
    }
}

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

/// A change as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Change {
    /// The id, a `UUIDv7`.
    #[schema(format = "uuid")]
    pub id: String,
    /// A key of [`ChangeKind`].
    pub kind: String,
    /// `event`, `correction` or `import`.
    pub nature: String,
    /// Since when; a day to come is announced.
    #[schema(format = "date")]
    pub effective_on: String,
    /// On what proof; empty for an import.
    pub proof: String,
    /// What happened.
    #[schema(required)]
    pub note: Option<String>,
    /// The card whose answer changed; null for a field of the customer.
    #[schema(required)]
    pub card: Option<String>,
    /// The field that changed; null for an event that touches none.
    #[schema(required)]
    pub field: Option<String>,
    /// What it said.
    #[schema(required)]
    pub before: Option<String>,
    /// What it says; null with a sealed answer or when it was taken away.
    #[schema(required)]
    pub after: Option<String>,
    /// Who recorded it.
    pub by: Named,
    /// When it was recorded.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
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

    #[test]
    fn every_guarded_answer_has_its_kind() {
        for (field, kind) in [
            ("company_name", ChangeKind::Name),
            ("rep_name", ChangeKind::LegalRepresentative),
            ("capital", ChangeKind::Capital),
            ("licence_no", ChangeKind::Licence),
            ("scope", ChangeKind::Scope),
            ("address", ChangeKind::Address),
            ("x", ChangeKind::Other),
        ] {
            assert_eq!(ChangeKind::of_answer(field), kind, "{field}");
        }
    }
}
