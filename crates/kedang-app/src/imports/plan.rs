//! What the tables of a file are and what their columns are, guessed or chosen.

use kedang_core::digest::{hex, sha256};
use kedang_sheet::{Certainty, CustomerColumn, PersonColumn, Sheet};
use kedang_store::imports::{NewSheet, Sheet as Stored};

use super::finding::{keep, kept};
use super::mapping::Mapping;
use super::report::Trouble;
use super::target::Target;
use super::wish::{MatchBy, Subject, Wish};
use crate::AppError;

/// A table with what its columns are.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) place: i64,
    pub(super) name: String,
    pub(super) header: i64,
    pub(super) rows: i64,
    pub(super) columns: Columns,
}

/// The columns of a table.
#[derive(Debug, Clone)]
pub(super) enum Columns {
    Customers(Mapping<CustomerColumn>),
    Persons(Mapping<PersonColumn>),
    /// Its headers; nothing of it comes in.
    Nothing(Vec<String>),
}

impl Plan {
    /// Guesses what a table is; `known` are the targets that columns with these headers had the
    /// last time.
    pub(super) fn guess(
        place: i64,
        sheet: &Sheet,
        wish: &Wish,
        known: Option<&[Option<String>]>,
    ) -> Self {
        let subject = Self::subject_of(sheet, wish);
        let mut plan = Self {
            place,
            name: sheet.name.clone(),
            header: i64::try_from(sheet.header).unwrap_or(i64::MAX),
            rows: i64::try_from(sheet.rows.len()).unwrap_or(i64::MAX),
            columns: Columns::Nothing(sheet.headers.clone()),
        };
        plan.columns = match subject {
            Subject::Customers => {
                let named = CustomerColumn::all(&sheet.headers).into_iter();
                let named = named.map(|one| one.ok().map(|(column, _)| column));
                Columns::Customers(aimed(&sheet.headers, named.collect(), wish, known))
            }
            Subject::Persons => {
                let named = sheet
                    .headers
                    .iter()
                    .map(|header| PersonColumn::guess(header));
                let named = named.map(|one| one.map(|(column, _)| column));
                Columns::Persons(aimed(&sheet.headers, named.collect(), wish, known))
            }
            Subject::Nothing => Columns::Nothing(sheet.headers.clone()),
        };
        plan
    }

    /// A table as stored.
    pub(super) fn stored(sheet: &Stored) -> Result<Self, AppError> {
        let headers: Vec<String> = kept(&sheet.headers)?;
        let targets: Vec<Option<String>> = kept(&sheet.targets)?;
        Ok(Self {
            place: sheet.place,
            name: sheet.name.clone(),
            header: sheet.header,
            rows: sheet.rows,
            columns: columns(&sheet.subject, headers, &targets),
        })
    }

    /// Says what it is and what its columns are.
    pub(super) fn aim(&mut self, subject: Subject, targets: &[Option<String>]) {
        self.columns = columns(subject.key(), self.headers().to_vec(), targets);
    }

    /// What is to be said of its columns: those that nobody knows, those that are there twice, and
    /// what is missing.
    pub(super) fn troubles(&self) -> Vec<Trouble> {
        let row = u64::try_from(self.header).unwrap_or(1);
        let mut found = Vec::new();
        match &self.columns {
            Columns::Customers(mapping) => unknown(mapping, row, &mut found),
            Columns::Persons(mapping) => unknown(mapping, row, &mut found),
            Columns::Nothing(_) => found.push(Trouble {
                row,
                code: "import.sheet_left",
                args: vec![("name", self.name.as_str().into())],
                ..Trouble::default()
            }),
        }
        found.extend(self.bar());
        for trouble in &mut found {
            trouble.sheet.clone_from(&self.name);
        }
        found
    }

    /// Why nothing of it can come in: what is missing among its columns.
    pub(super) fn bar(&self) -> Option<Trouble> {
        let persons = [PersonColumn::Code, PersonColumn::Role, PersonColumn::Name];
        let code = match &self.columns {
            Columns::Customers(mapping) if !mapping.has(CustomerColumn::Name) => {
                "import.name_column_missing"
            }
            Columns::Persons(mapping) if !persons.iter().all(|c| mapping.has(*c)) => {
                "import.persons_columns_missing"
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

    pub(super) fn subject(&self) -> Subject {
        match self.columns {
            Columns::Customers(_) => Subject::Customers,
            Columns::Persons(_) => Subject::Persons,
            Columns::Nothing(_) => Subject::Nothing,
        }
    }

    pub(super) fn headers(&self) -> &[String] {
        match &self.columns {
            Columns::Customers(mapping) => &mapping.headers,
            Columns::Persons(mapping) => &mapping.headers,
            Columns::Nothing(headers) => headers,
        }
    }

    /// The header of the column that holds a key of customers; empty where there is none.
    pub(super) fn column_of(&self, by: MatchBy) -> &str {
        match &self.columns {
            Columns::Customers(mapping) => mapping.header(by.column()),
            Columns::Persons(_) | Columns::Nothing(_) => "",
        }
    }

    /// What each column is: a target's key, or none for the note.
    pub(super) fn targets(&self) -> Vec<Option<&'static str>> {
        match &self.columns {
            Columns::Customers(mapping) => keys(mapping),
            Columns::Persons(mapping) => keys(mapping),
            Columns::Nothing(headers) => vec![None; headers.len()],
        }
    }

    /// What a table holds: as wished, else by its headers.
    pub(super) fn subject_of(sheet: &Sheet, wish: &Wish) -> Subject {
        wish.subject.unwrap_or_else(|| subject(&sheet.headers))
    }

    /// The same for every file of this kind with these headers.
    pub(super) fn signature(&self) -> String {
        signature(self.subject(), self.headers())
    }

    /// Hands its parts to the store.
    pub(super) fn store<T>(
        &self,
        put: impl FnOnce(&NewSheet) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let (headers, targets) = (keep(self.headers())?, keep(&self.targets())?);
        put(&NewSheet {
            place: self.place,
            name: &self.name,
            subject: self.subject().key(),
            header: self.header,
            headers: &headers,
            targets: &targets,
            form: None,
            answers: "[]",
            rows: self.rows,
        })
    }
}

/// By it files with the same headers are known again; what they hold counts too, since a customer
/// has other fields than a person.
pub(super) fn signature(subject: Subject, headers: &[String]) -> String {
    let headers = headers.join("\u{1f}");
    hex(&sha256(&[subject.key().as_bytes(), headers.as_bytes()]))
}

/// Persons when they belong to a customer by its code and have a role; else customers when they
/// have a name.
fn subject(headers: &[String]) -> Subject {
    let person = |wanted| headers.iter().any(|h| is(PersonColumn::guess(h), wanted));
    let [code, role, name] =
        [PersonColumn::Code, PersonColumn::Role, PersonColumn::Name].map(person);
    if code && role && name {
        return Subject::Persons;
    }
    let named = CustomerColumn::all(headers);
    let is_name = |one: &Result<_, _>| matches!(one, Ok((CustomerColumn::Name, _)));
    if named.iter().any(is_name) {
        Subject::Customers
    } else {
        Subject::Nothing
    }
}

fn is<C: PartialEq + Copy>(guessed: Option<(C, Certainty)>, wanted: C) -> bool {
    guessed.is_some_and(|(column, _)| column == wanted)
}

/// What was chosen before goes before what is guessed, and what is wished now before both.
fn aimed<C: Target>(
    headers: &[String],
    mut named: Vec<Option<C>>,
    wish: &Wish,
    known: Option<&[Option<String>]>,
) -> Mapping<C> {
    for (column, known) in named.iter_mut().zip(known.unwrap_or_default()) {
        *column = known.as_deref().and_then(C::from_key);
    }
    for (header, target) in &wish.targets {
        let index = headers.iter().position(|known| known == header);
        if let Some(column) = index.and_then(|index| named.get_mut(index)) {
            *column = C::from_key(target);
        }
    }
    Mapping::of(headers.to_vec(), named)
}

fn columns(subject: &str, headers: Vec<String>, targets: &[Option<String>]) -> Columns {
    match Subject::from_key(subject) {
        Some(Subject::Customers) => Columns::Customers(chosen(headers, targets)),
        Some(Subject::Persons) => Columns::Persons(chosen(headers, targets)),
        Some(Subject::Nothing) | None => Columns::Nothing(headers),
    }
}

fn chosen<C: Target>(headers: Vec<String>, targets: &[Option<String>]) -> Mapping<C> {
    let named = targets.iter().take(headers.len());
    let named: Vec<_> = named
        .map(|target| target.as_deref().and_then(C::from_key))
        .collect();
    Mapping::of(headers, named)
}

fn keys<C: Target>(mapping: &Mapping<C>) -> Vec<Option<&'static str>> {
    let columns = mapping.columns.iter();
    columns.map(|column| column.map(C::key)).collect()
}

fn unknown<C: Target>(mapping: &Mapping<C>, row: u64, found: &mut Vec<Trouble>) {
    for (column, header) in mapping.columns.iter().zip(&mapping.headers) {
        let guessed = C::guess(header);
        let code = match (column, guessed) {
            _ if header.is_empty() => continue,
            (Some(column), Some((known, Certainty::Guessed))) if *column == known => {
                "import.column_guessed"
            }
            (Some(_), _) => continue,
            (None, Some((known, _))) if mapping.columns.contains(&Some(known)) => {
                "import.column_twice"
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
}
