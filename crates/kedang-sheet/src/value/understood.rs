//! What became of a cell.

/// Why somebody should look at a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// It says another thing than what was written, though likely the one that was meant.
    Mended,
    /// A day without its year.
    NoYear,
    /// A day of the lunar calendar that cannot be told as a civil one: its year is not known.
    Lunar,
    /// A day of the lunar calendar, told as the civil one.
    FromLunar,
    /// A day that its lunar month does not have: a short one has no 三十.
    NoLunarDay,
    /// A leap month that its year does not have.
    NoLeapMonth,
    /// A lunar year whose number and whose name of the sixty years differ.
    OtherYear,
    /// A number that a spreadsheet has rounded.
    DigitsLost,
    /// Several numbers in one cell.
    Several,
    /// It cannot be read.
    Unread,
}

/// A cell as understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// In the product's form; `None` when it cannot be read.
    pub value: Option<String>,
    /// What does not belong to it and is kept beside it.
    pub rest: Vec<String>,
    /// Why somebody should look at it.
    pub doubt: Option<Doubt>,
}

impl Understood {
    pub(super) fn plain(value: impl Into<String>) -> Self {
        Self {
            value: Some(value.into()),
            ..Self::default()
        }
    }

    pub(super) fn doubted(value: impl Into<String>, doubt: Doubt) -> Self {
        Self {
            doubt: Some(doubt),
            ..Self::plain(value)
        }
    }

    pub(super) fn without(doubt: Doubt) -> Self {
        Self {
            doubt: Some(doubt),
            ..Self::default()
        }
    }

    /// What was read without doubt, or else nothing but that it is unread.
    pub(super) fn or_unread(value: Option<impl Into<String>>) -> Self {
        value.map_or_else(|| Self::without(Doubt::Unread), Self::plain)
    }
}
