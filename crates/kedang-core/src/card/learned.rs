//! How something about a customer was learned (D03-10).

/// The ways in which an answer comes to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learned {
    /// The customer said so at our place.
    Told,
    /// On a visit.
    Visit,
    /// By telephone or message.
    Call,
    /// From a document.
    Document,
    /// Seen or examined by ourselves.
    Observed,
    /// From somebody else.
    Hearsay,
}

impl Learned {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Told,
        Self::Visit,
        Self::Call,
        Self::Document,
        Self::Observed,
        Self::Hearsay,
    ];

    /// As stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Visit => "visit",
            Self::Call => "call",
            Self::Document => "document",
            Self::Observed => "observed",
            Self::Hearsay => "hearsay",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::Learned;

    #[test]
    fn a_key_names_one_way_and_back() {
        for way in Learned::ALL {
            assert_eq!(Learned::from_key(way.key()), Some(way));
        }
        assert_eq!(Learned::from_key("guessed"), None);
    }
}
