//! What the tables of a file are and what their columns are, guessed or chosen.

mod guess;
mod told;

use std::sync::Arc;

use kedang_core::digest::{hex, sha256};
use kedang_form::Form;
use kedang_sheet::{ContactColumn, CustomerColumn, OwnerColumn, PersonColumn};
use kedang_store::Tx;
use kedang_store::imports::{NewSheet, Sheet as Stored};

use super::answers::{self, CardPlan, repeat_of};
use super::finding::{keep, kept};
use super::mapping::Mapping;
use super::target::Target;
use super::wish::{MatchBy, Subject};
use crate::AppError;
use crate::forms::Forms;

pub(super) use guess::subject_of;

/// A table with what its columns are.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) place: i64,
    pub(super) name: String,
    pub(super) header: i64,
    pub(super) rows: i64,
    pub(super) columns: Columns,
    /// The form that its columns go to besides, or whose rows it holds.
    pub(super) card: Option<CardPlan>,
}

/// The columns of a table.
#[derive(Debug, Clone)]
pub(super) enum Columns {
    Customers(Mapping<CustomerColumn>),
    Persons(Mapping<PersonColumn>),
    Contacts(Mapping<ContactColumn>),
    Care(Mapping<OwnerColumn>),
    /// Its headers; nothing of it comes in.
    Nothing(Vec<String>),
}

/// What somebody said of the columns of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered {
    pub(super) targets: Vec<Option<String>>,
    pub(super) form: Option<String>,
    pub(super) answers: Vec<Option<String>>,
}

impl Plan {
    /// A table as stored.
    pub(super) fn stored(tx: &mut Tx, forms: &Forms, sheet: &Stored) -> Result<Self, AppError> {
        let mut plan = Self {
            place: sheet.place,
            name: sheet.name.clone(),
            header: sheet.header,
            rows: sheet.rows,
            columns: Columns::Nothing(kept(&sheet.headers)?),
            card: None,
        };
        let form = match &sheet.form {
            Some(key) => Some(forms.find(tx, key)?),
            None => None,
        };
        let subject = Subject::from_key(&sheet.subject).unwrap_or(Subject::Nothing);
        let targets: Vec<Option<String>> = kept(&sheet.targets)?;
        plan.aim(subject, &targets, form, &kept::<Vec<_>>(&sheet.answers)?);
        Ok(plan)
    }

    /// Says what it is, what its columns are, and to which fields of a form they go.
    pub(super) fn aim(
        &mut self,
        subject: Subject,
        targets: &[Option<String>],
        form: Option<Arc<Form>>,
        answers: &[Option<String>],
    ) {
        let headers = self.headers().to_vec();
        self.card = card(subject, form, answers, headers.len());
        self.columns = match subject {
            Subject::Customers => Columns::Customers(chosen(headers, targets)),
            Subject::Persons => Columns::Persons(chosen(headers, targets)),
            Subject::Contacts => Columns::Contacts(chosen(headers, targets)),
            Subject::Care => Columns::Care(chosen(headers, targets)),
            Subject::Nothing => Columns::Nothing(headers),
        };
        if let (Columns::Customers(mapping), Some(card)) = (&mut self.columns, &self.card) {
            mapping.aside(&card.fields);
        }
    }

    /// Guesses the fields of its form that its headers name.
    pub(super) fn guess_answers(&self) -> Vec<Option<String>> {
        let guessed = self
            .card
            .as_ref()
            .map(|card| answers::guess(card, self.headers()));
        let guessed = guessed.unwrap_or_default().into_iter();
        guessed.map(|one| one.map(|(key, _)| key)).collect()
    }

    pub(super) fn subject(&self) -> Subject {
        match self.columns {
            Columns::Customers(_) => Subject::Customers,
            Columns::Persons(_) => Subject::Persons,
            Columns::Contacts(_) => Subject::Contacts,
            Columns::Care(_) => Subject::Care,
            Columns::Nothing(_) => Subject::Nothing,
        }
    }

    pub(super) fn headers(&self) -> &[String] {
        match &self.columns {
            Columns::Customers(mapping) => &mapping.headers,
            Columns::Persons(mapping) => &mapping.headers,
            Columns::Contacts(mapping) => &mapping.headers,
            Columns::Care(mapping) => &mapping.headers,
            Columns::Nothing(headers) => headers,
        }
    }

    /// The header of the column that holds a key of customers; empty where there is none.
    pub(super) fn column_of(&self, by: MatchBy) -> &str {
        match &self.columns {
            Columns::Customers(mapping) => mapping.header(by.column()),
            _ => "",
        }
    }

    /// Whether a column goes to a field of the form and nowhere else.
    pub(super) fn goes_to_card_only(&self, index: usize) -> bool {
        let to_card = self
            .card
            .as_ref()
            .and_then(|card| card.fields.get(index)?.as_ref());
        to_card.is_some() && self.targets().get(index).copied().flatten().is_none()
    }

    /// What each column is: a target's key, or none for the note.
    pub(super) fn targets(&self) -> Vec<Option<&'static str>> {
        match &self.columns {
            Columns::Customers(mapping) => keys(mapping),
            Columns::Persons(mapping) => keys(mapping),
            Columns::Contacts(mapping) => keys(mapping),
            Columns::Care(mapping) => keys(mapping),
            Columns::Nothing(headers) => vec![None; headers.len()],
        }
    }

    /// The same for every file of this kind with these headers.
    pub(super) fn signature(&self) -> String {
        signature(self.subject(), self.headers())
    }

    /// The key of its form, and a field for each column.
    pub(super) fn answers(&self) -> (Option<&str>, &[Option<String>]) {
        match &self.card {
            Some(card) => (Some(&card.form.meta.key), &card.fields),
            None => (None, &[]),
        }
    }

    /// Hands its parts to the store.
    pub(super) fn store<T>(
        &self,
        put: impl FnOnce(&NewSheet) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let (headers, targets) = (keep(self.headers())?, keep(&self.targets())?);
        let (form, answers) = self.answers();
        put(&NewSheet {
            place: self.place,
            name: &self.name,
            subject: self.subject().key(),
            header: self.header,
            headers: &headers,
            targets: &targets,
            form,
            answers: &keep(answers)?,
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

/// What the columns go to besides: a card of a form, or rows of one that has a running table.
fn card(
    subject: Subject,
    form: Option<Arc<Form>>,
    answers: &[Option<String>],
    width: usize,
) -> Option<CardPlan> {
    let form = form?;
    match subject {
        Subject::Customers => Some(CardPlan::of(form, None, answers, width)),
        Subject::Care => {
            let repeat = repeat_of(&form)?.to_owned();
            Some(CardPlan::of(form, Some(repeat), answers, width))
        }
        Subject::Persons | Subject::Contacts | Subject::Nothing => None,
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
