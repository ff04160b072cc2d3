//! The seven tones in which a mark may speak.

/// Colour family of a pill, banner, stat or avatar; always beside a word, never alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// In order.
    Ok,
    /// Needs attention.
    Warn,
    /// Wrong or overdue.
    Bad,
    /// Neutral news.
    Info,
    /// Special: guarded changes, prospects.
    Plum,
    /// Quiet.
    Mute,
    /// Current, or something to act on.
    Jade,
}

impl Tone {
    /// The value of `data-tone`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
            Self::Plum => "plum",
            Self::Mute => "mute",
            Self::Jade => "jade",
        }
    }
}
