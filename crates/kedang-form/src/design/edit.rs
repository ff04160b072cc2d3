//! The steps of the designer, as data.

use crate::field::PiClass;
use crate::form::Form;

use super::{Design, Fault};

/// A word in both languages of the product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// Chinese, never empty where a word is needed.
    pub chinese: String,
    /// English; the Chinese again where nobody has translated it.
    pub english: String,
}

/// How much an answer is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Demand {
    /// It may stay empty.
    #[default]
    Free,
    /// Missing, the card cannot be filed.
    Expected,
    /// Missing, the card cannot be saved.
    Required,
}

/// A field to be added at the end of a section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewField {
    /// Key of the section.
    pub section: String,
    /// Name of the type, one of [`Design::KINDS`].
    pub kind: String,
    /// Its label.
    pub label: Wording,
    /// The hint under it; empty for none.
    pub help: Wording,
    /// How far the answer belongs to a person; some types are at least P1 or P2.
    pub pi_class: PiClass,
    /// How much it is wanted.
    pub demand: Demand,
    /// The options of a choice, two at least.
    pub options: Vec<Wording>,
    /// The word for 其它 with a text behind it, on choices that have it.
    pub other: Option<Wording>,
    /// The unit of a number, as it is written.
    pub unit: Option<String>,
}

/// A field as it is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldChange {
    /// Its label.
    pub label: Wording,
    /// The hint under it; empty for none.
    pub help: Wording,
    /// How much it is wanted.
    pub demand: Demand,
    /// Columns of twelve on the screen.
    pub span: u8,
    /// The options that stay, by code; what is not named goes.
    pub options: Vec<(String, Wording)>,
    /// Options that come, behind the others.
    pub more: Vec<Wording>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Another name for the form.
    Title(Wording),
    /// A section at the end.
    AddSection(Wording),
    /// Another heading.
    NameSection(String, Wording),
    /// A section one place up (`true`) or down.
    MoveSection(String, bool),
    /// An empty section goes.
    RemoveSection(String),
    /// A field at the end of a section.
    AddField(NewField),
    /// Words, demand, width and options of a field.
    ChangeField(String, FieldChange),
    /// Another label for a column of a repeat, by its path.
    NameColumn(String, Wording),
    /// A field one place up (`true`) or down within its section.
    MoveField(String, bool),
    /// A field to the end of another section.
    PlaceField(String, String),
    /// A published field is no longer asked; one that never was published goes.
    RetireField(String),
    /// A retired field is asked again, at the end of a section.
    ReviveField(String, String),
}

impl Design {
    /// Does one step. `base` is the published form the design started from.
    ///
    /// # Errors
    /// A [`Fault`]; the design is then to be thrown away.
    pub fn apply(&mut self, edit: &Edit, base: &Form) -> Result<(), Fault> {
        match edit {
            Edit::Title(title) => self.name(title),
            Edit::AddSection(name) => self.add_section(name),
            Edit::NameSection(key, name) => self.name_section(key, name),
            Edit::MoveSection(key, up) => self.move_section(key, *up),
            Edit::RemoveSection(key) => self.remove_section(key),
            Edit::AddField(field) => self.add_field(field),
            Edit::ChangeField(key, change) => self.change_field(key, change),
            Edit::NameColumn(path, name) => self.name_column(path, name),
            Edit::MoveField(key, up) => self.move_field(key, *up),
            Edit::PlaceField(key, section) => self.place_field(key, section),
            Edit::RetireField(key) => self.retire_field(key, base),
            Edit::ReviveField(key, section) => self.revive_field(key, section),
        }
    }
}
