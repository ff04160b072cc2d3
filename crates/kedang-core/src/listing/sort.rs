//! The order of a list.

/// What a list is ordered by; each of these columns is always filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// When it was last changed.
    Updated,
    /// The name, in human order.
    Name,
    /// 客户编号.
    Code,
    /// When it was opened.
    Created,
}

impl By {
    /// Every order there is.
    pub const ALL: [By; 4] = [Self::Updated, Self::Name, Self::Code, Self::Created];

    /// As in an address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Updated => "updated",
            Self::Name => "name",
            Self::Code => "code",
            Self::Created => "created",
        }
    }
}

/// An order with its direction; the id decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub by: By,
    /// True for the greatest first.
    pub down: bool,
}

impl Default for Sort {
    /// Changed last first.
    fn default() -> Self {
        Self {
            by: By::Updated,
            down: true,
        }
    }
}

impl Sort {
    /// Reads `name`, or `-name` for the other direction.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let (down, key) = match key.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, key),
        };
        let by = By::ALL.into_iter().find(|by| by.key() == key)?;
        Some(Self { by, down })
    }

    /// As in an address.
    #[must_use]
    pub fn key(self) -> String {
        let sign = if self.down { "-" } else { "" };
        format!("{sign}{}", self.by.key())
    }

    /// The same from the other end.
    #[must_use]
    pub fn turned(self) -> Self {
        Self {
            down: !self.down,
            ..self
        }
    }
}
