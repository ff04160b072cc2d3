//! What kind of thing happened, and why a field says something else.

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

#[cfg(test)]
mod tests {
    use super::*;

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
