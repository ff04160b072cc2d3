//! What the tables of a file are and what their columns are, guessed or chosen.

use kedang_core::digest::{hex, sha256};
use kedang_sheet::{Certainty, CustomerColumn, PersonColumn, Sheet};
use kedang_store::imports::{NewSheet, Sheet as Stored};

use super::finding::{Finding, keep, kept};
use super::mapping::Mapping;
use super::report::{ImportReport, Trouble};
use super::target::Target;
use super::wish::{Subject, Wish};
use crate::AppError;

/// A table with what its columns are.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) place: i64,
    pub(super) name: String,
    pub(super) header: i64,
    pub(super) rows: i64,
    pub(super) columns: Columns,
    pub(super) findings: Vec<Finding>,
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
    ) -> Result<Self, AppError> {
        let subject = wish.subject.unwrap_or_else(|| subject(&sheet.headers));
        let mut plan = Self {
            place,
            name: sheet.name.clone(),
            header: i64::try_from(sheet.header).unwrap_or(i64::MAX),
            rows: i64::try_from(sheet.rows.len()).unwrap_or(i64::MAX),
            columns: Columns::Nothing(sheet.headers.clone()),
            findings: Vec::new(),
        };
        let mut report = ImportReport::default();
        plan.columns = match subject {
            Subject::Customers => {
                let mapping = Mapping::of(sheet, CustomerColumn::all(&sheet.headers), &mut report);
                Columns::Customers(aimed(mapping, wish, known))
            }
            Subject::Persons => {
                let mapping = Mapping::of(sheet, persons(&sheet.headers), &mut report);
                Columns::Persons(aimed(mapping, wish, known))
            }
            Subject::Nothing => Columns::Nothing(sheet.headers.clone()),
        };
        plan.look();
        Ok(plan)
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
            findings: kept(&sheet.findings)?,
        })
    }

    /// Says what it is and what its columns are.
    pub(super) fn aim(&mut self, subject: Subject, targets: &[Option<String>]) {
        self.columns = columns(subject.key(), self.headers().to_vec(), targets);
        self.look();
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

    fn look(&mut self) {
        let bars = self.bar().is_some();
        let found = self.troubles();
        let found = found.iter().map(|trouble| Finding::of(trouble, bars));
        self.findings = found.collect();
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

    /// What each column is: a target's key, or none for the note.
    pub(super) fn targets(&self) -> Vec<Option<&'static str>> {
        match &self.columns {
            Columns::Customers(mapping) => keys(mapping),
            Columns::Persons(mapping) => keys(mapping),
            Columns::Nothing(headers) => vec![None; headers.len()],
        }
    }

    /// The same for every file with these headers.
    pub(super) fn signature(&self) -> String {
        signature(self.headers())
    }

    /// Hands its parts to the store.
    pub(super) fn store<T>(
        &self,
        put: impl FnOnce(&NewSheet) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let (headers, targets) = (keep(self.headers())?, keep(&self.targets())?);
        let findings = keep(&self.findings)?;
        put(&NewSheet {
            place: self.place,
            name: &self.name,
            subject: self.subject().key(),
            header: self.header,
            headers: &headers,
            targets: &targets,
            findings: &findings,
            rows: self.rows,
        })
    }
}

/// By it files with the same headers are known again.
pub(super) fn signature(headers: &[String]) -> String {
    hex(&sha256(&[headers.join("\u{1f}").as_bytes()]))
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

/// What a list of persons calls its columns.
fn persons(headers: &[String]) -> Vec<Result<(PersonColumn, Certainty), Option<PersonColumn>>> {
    let named = headers.iter().map(|header| PersonColumn::guess(header));
    named.map(|one| one.ok_or(None)).collect()
}

fn is<C: PartialEq + Copy>(guessed: Option<(C, Certainty)>, wanted: C) -> bool {
    guessed.is_some_and(|(column, _)| column == wanted)
}

/// What was chosen before goes before what is guessed, and what is wished now before both.
fn aimed<C: Target>(
    mut mapping: Mapping<C>,
    wish: &Wish,
    known: Option<&[Option<String>]>,
) -> Mapping<C> {
    for (index, known) in known.unwrap_or_default().iter().enumerate() {
        if let Some(column) = mapping.columns.get_mut(index) {
            *column = known.as_deref().and_then(C::from_key);
        }
    }
    for (header, target) in &wish.targets {
        let index = mapping.headers.iter().position(|known| known == header);
        if let Some(column) = index.and_then(|index| mapping.columns.get_mut(index)) {
            *column = C::from_key(target);
        }
    }
    mapping
}

fn columns(subject: &str, headers: Vec<String>, targets: &[Option<String>]) -> Columns {
    match Subject::from_key(subject) {
        Some(Subject::Customers) => Columns::Customers(chosen(headers, targets)),
        Some(Subject::Persons) => Columns::Persons(chosen(headers, targets)),
        Some(Subject::Nothing) | None => Columns::Nothing(headers),
    }
}

/// Of two columns for the same thing the second is a note.
fn chosen<C: Target>(headers: Vec<String>, targets: &[Option<String>]) -> Mapping<C> {
    let mut columns: Vec<Option<C>> = Vec::with_capacity(headers.len());
    for index in 0..headers.len() {
        let target = targets.get(index).and_then(Option::as_deref);
        let column = target.and_then(C::from_key);
        let taken = column.is_some() && columns.contains(&column);
        columns.push(column.filter(|_| !taken));
    }
    Mapping { columns, headers }
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
