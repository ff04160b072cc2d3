//! What is to be said of the columns of a table.

use kedang_sheet::{Certainty, ContactColumn, CustomerColumn, OwnerColumn, PersonColumn};

use super::{Columns, Plan};
use crate::imports::answers;
use crate::imports::mapping::Mapping;
use crate::imports::report::Trouble;
use crate::imports::target::Target;

impl Plan {
    /// What is to be said of its columns: those that nobody knows, those that are there twice, and
    /// what is missing.
    pub(in crate::imports) fn troubles(&self) -> Vec<Trouble> {
        let row = u64::try_from(self.header).unwrap_or(1);
        let mut found = match &self.columns {
            Columns::Customers(mapping) => self.unknown(mapping, row),
            Columns::Persons(mapping) => self.unknown(mapping, row),
            Columns::Contacts(mapping) => self.unknown(mapping, row),
            Columns::Care(mapping) => self.unknown(mapping, row),
            Columns::Nothing(_) => vec![Trouble {
                row,
                code: "import.sheet_left",
                args: vec![("name", self.name.as_str().into())],
                ..Trouble::default()
            }],
        };
        found.extend(self.bar());
        for trouble in &mut found {
            trouble.sheet.clone_from(&self.name);
        }
        found
    }

    /// Why nothing of it can come in: what is missing among its columns.
    pub(in crate::imports) fn bar(&self) -> Option<Trouble> {
        let persons = [PersonColumn::Code, PersonColumn::Role, PersonColumn::Name];
        let code = match &self.columns {
            Columns::Customers(mapping) if !mapping.has(CustomerColumn::Name) => {
                "import.name_column_missing"
            }
            Columns::Persons(mapping) if !persons.iter().all(|c| mapping.has(*c)) => {
                "import.persons_columns_missing"
            }
            Columns::Contacts(mapping) => {
                let owned = mapping.has(ContactColumn::Code) || mapping.has(ContactColumn::Name);
                let whole = mapping.has(ContactColumn::Day) && mapping.has(ContactColumn::Channel);
                if owned && whole {
                    return None;
                }
                "import.contacts_columns_missing"
            }
            Columns::Care(mapping) => {
                let owned = mapping.has(OwnerColumn::Code) || mapping.has(OwnerColumn::Name);
                let card = self.card.as_ref();
                if owned && card.is_some_and(|card| card.fields.iter().any(Option::is_some)) {
                    return None;
                }
                "import.care_columns_missing"
            }
            _ => return None,
        };
        let row = u64::try_from(self.header).unwrap_or(1);
        Some(Trouble {
            row,
            code,
            args: vec![("row", self.header.into())],
            ..Trouble::default()
        })
    }

    /// For each column whether its target, and whether its field of the form, is one that its
    /// header merely resembles.
    pub(in crate::imports) fn sure(&self) -> Vec<(bool, bool)> {
        fn each<C: Target>(mapping: &Mapping<C>) -> Vec<bool> {
            let columns = mapping.columns.iter().zip(&mapping.headers);
            columns
                .map(|(column, header)| match (column, C::guess(header)) {
                    (Some(column), Some((known, Certainty::Guessed))) => *column == known,
                    _ => false,
                })
                .collect()
        }
        let targets = match &self.columns {
            Columns::Customers(mapping) => each(mapping),
            Columns::Persons(mapping) => each(mapping),
            Columns::Contacts(mapping) => each(mapping),
            Columns::Care(mapping) => each(mapping),
            Columns::Nothing(headers) => vec![false; headers.len()],
        };
        let card = self.card.as_ref();
        let guessed = card.map(|card| answers::guess(card, self.headers()));
        let guessed = guessed.unwrap_or_default();
        let fields = self.answers().1;
        let of_form = |index: usize| match (fields.get(index), guessed.get(index)) {
            (Some(Some(field)), Some(Some((known, Certainty::Guessed)))) => field == known,
            _ => false,
        };
        let targets = targets.into_iter().enumerate();
        targets
            .map(|(index, target)| (target, of_form(index)))
            .collect()
    }

    fn unknown<C: Target>(&self, mapping: &Mapping<C>, row: u64) -> Vec<Trouble> {
        let mut found = Vec::new();
        for (index, (column, header)) in mapping.columns.iter().zip(&mapping.headers).enumerate() {
            let guessed = C::guess(header);
            let code = match (column, guessed) {
                _ if header.is_empty() || self.goes_to_card_only(index) => continue,
                (Some(column), Some((known, Certainty::Guessed))) if *column == known => {
                    "import.column_guessed"
                }
                (Some(_), _) => continue,
                (None, Some((known, _))) if mapping.columns.contains(&Some(known)) => {
                    "import.column_twice"
                }
                (None, _) if matches!(self.columns, Columns::Contacts(_)) => {
                    "import.column_in_summary"
                }
                (None, _) => "import.column_unknown",
            };
            found.push(Trouble {
                row,
                column: header.clone(),
                code,
                args: vec![("header", header.as_str().into())],
                ..Trouble::default()
            });
        }
        found
    }
}
