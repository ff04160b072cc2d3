//! Which panel of the outline is open.

use kedang_app::form_drafts::{Act, Typed};

/// An open panel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Open {
    /// None.
    #[default]
    Nothing,
    /// The name of the form.
    Title,
    /// A new section.
    NewSection,
    /// A section, by key.
    Section(String),
    /// A new field of a section, by its key.
    Add(String),
    /// A field, by key.
    Field(String),
}

impl Open {
    /// Reads `?open=field:name`.
    pub(super) fn read(asked: &str) -> Self {
        let (what, key) = asked.split_once(':').unwrap_or((asked, ""));
        let key = key.to_owned();
        match what {
            "title" => Self::Title,
            "new" => Self::NewSection,
            "section" => Self::Section(key),
            "add" => Self::Add(key),
            "field" => Self::Field(key),
            _ => Self::Nothing,
        }
    }

    /// Where a refused step was typed.
    pub(super) fn of(typed: &Typed) -> Self {
        let target = typed.target.clone();
        let repeat = target.split('.').next().unwrap_or_default().to_owned();
        match Act::from_key(&typed.act) {
            Some(Act::Title) => Self::Title,
            Some(Act::AddSection) => Self::NewSection,
            Some(Act::NameSection) => Self::Section(target),
            Some(Act::AddField) => Self::Add(typed.section.clone()),
            Some(Act::ChangeField | Act::PlaceField | Act::RetireField) => Self::Field(target),
            Some(Act::NameColumn) => Self::Field(repeat),
            _ => Self::Nothing,
        }
    }
}
