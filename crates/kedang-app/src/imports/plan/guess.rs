//! What a table is and what its columns are, by its headers and by what was said the last time.

use std::sync::Arc;

use kedang_form::Form;
use kedang_sheet::{ContactColumn, CustomerColumn, OwnerColumn, PersonColumn, Sheet};

use super::{Columns, Plan, Remembered, card};
use crate::imports::answers::{self, repeat_of};
use crate::imports::target::Target;
use crate::imports::wish::{Subject, Wish};

/// What stands before the key of a form's field where a mapping is written down.
const TO_CARD: &str = "card.";

impl Plan {
    /// Guesses what a table is; `known` is what was said of columns with these headers the last
    /// time, and what is wished now goes before both.
    pub(in crate::imports) fn guess(
        place: i64,
        sheet: &Sheet,
        wish: &Wish,
        known: Option<&Remembered>,
        forms: &[Arc<Form>],
    ) -> Self {
        let subject = subject_of(sheet, wish, forms);
        let mut plan = Self {
            place,
            name: sheet.name.clone(),
            header: i64::try_from(sheet.header).unwrap_or(i64::MAX),
            rows: i64::try_from(sheet.rows.len()).unwrap_or(i64::MAX),
            columns: Columns::Nothing(sheet.headers.clone()),
            card: None,
        };
        let form = form(sheet, subject, wish, known, forms);
        let mut targets = match known {
            Some(known) => known.targets.clone(),
            None => guessed(&sheet.headers, subject),
        };
        plan.aim(subject, &targets, form.clone(), &[]);
        let same = |known: &&Remembered| known.form.as_deref() == plan.answers().0;
        let mut answers = match known.filter(same) {
            Some(known) => known.answers.clone(),
            None => plan.guess_answers(),
        };
        targets.resize(sheet.headers.len(), None);
        answers.resize(sheet.headers.len(), None);
        for (index, header) in sheet.headers.iter().enumerate() {
            let said: Vec<_> = wish.targets.iter().filter(|(to, _)| to == header).collect();
            if said.is_empty() {
                continue;
            }
            let field = said.iter().find_map(|(_, to)| to.strip_prefix(TO_CARD));
            answers[index] = field.map(str::to_owned);
            let target = said.iter().find(|(_, to)| !to.starts_with(TO_CARD));
            targets[index] = target.map(|(_, to)| to.clone());
        }
        plan.aim(subject, &targets, form, &answers);
        plan
    }

    /// Guesses its columns anew for another subject.
    pub(in crate::imports) fn guess_targets(&self, subject: Subject) -> Vec<Option<String>> {
        guessed(self.headers(), subject)
    }
}

/// The form that was asked for, or that was chosen the last time; for rows of a card the one that
/// has such rows.
fn form(
    sheet: &Sheet,
    subject: Subject,
    wish: &Wish,
    known: Option<&Remembered>,
    forms: &[Arc<Form>],
) -> Option<Arc<Form>> {
    let asked = known.and_then(|known| known.form.as_deref());
    let asked = wish.form.as_deref().or(asked);
    let mut all = forms.iter();
    match asked {
        Some(key) => all.find(|form| form.meta.key == key).cloned(),
        None if subject == Subject::Care => {
            let best = forms.iter().max_by_key(|form| columns(sheet, form));
            best.filter(|form| columns(sheet, form) > 0).cloned()
        }
        None => None,
    }
}

/// How many columns of a table go to the running rows of a form; 0 where it has none.
fn columns(sheet: &Sheet, form: &Arc<Form>) -> usize {
    let Some(repeat) = repeat_of(form) else {
        return 0;
    };
    let answers = vec![None; sheet.headers.len()];
    let found = card(
        Subject::Care,
        Some(form.clone()),
        &answers,
        sheet.headers.len(),
    );
    let required = form.field(repeat).map_or(&[][..], |field| field.columns());
    let required: Vec<_> = required.iter().filter(|column| column.required).collect();
    let Some(plan) = found else {
        return 0;
    };
    let named = answers::guess(&plan, &sheet.headers);
    let named: Vec<_> = named.into_iter().flatten().map(|(key, _)| key).collect();
    // What a row cannot do without must be there.
    if required.iter().all(|column| named.contains(&column.key)) {
        named.len()
    } else {
        0
    }
}

/// The targets that headers name.
fn guessed(headers: &[String], subject: Subject) -> Vec<Option<String>> {
    fn each<C: Target>(headers: &[String]) -> Vec<Option<String>> {
        let named = headers.iter().map(|header| C::guess(header));
        named
            .map(|one| one.map(|(column, _)| column.key().to_owned()))
            .collect()
    }
    match subject {
        Subject::Customers => {
            let named = CustomerColumn::all(headers).into_iter();
            let named = named.map(Result::ok);
            named
                .map(|one| one.map(|(column, _)| column.key().to_owned()))
                .collect()
        }
        Subject::Persons => each::<PersonColumn>(headers),
        Subject::Contacts => each::<ContactColumn>(headers),
        Subject::Care => each::<OwnerColumn>(headers),
        Subject::Nothing => vec![None; headers.len()],
    }
}

/// What a table holds: as wished, else by its headers. Persons when they belong to a customer by
/// its code and have a role; dealings when they have a day and a way; rows of a card when they have
/// all that such a row needs; else customers when they have a name.
pub(in crate::imports) fn subject_of(sheet: &Sheet, wish: &Wish, forms: &[Arc<Form>]) -> Subject {
    if let Some(subject) = wish.subject {
        return subject;
    }
    fn has<C: Target>(headers: &[String], wanted: &[C]) -> bool {
        let named: Vec<C> = headers
            .iter()
            .filter_map(|header| C::guess(header).map(|(column, _)| column))
            .collect();
        wanted.iter().all(|one| named.contains(one))
    }
    let headers = &sheet.headers;
    let person = [PersonColumn::Code, PersonColumn::Role, PersonColumn::Name];
    if has(headers, &person) {
        return Subject::Persons;
    }
    let owned = has(headers, &[OwnerColumn::Code]) || has(headers, &[OwnerColumn::Name]);
    if owned && has(headers, &[ContactColumn::Day, ContactColumn::Channel]) {
        return Subject::Contacts;
    }
    if owned && forms.iter().any(|form| columns(sheet, form) > 0) {
        return Subject::Care;
    }
    let named = CustomerColumn::all(headers);
    let is_name = |one: &Result<_, _>| matches!(one, Ok((CustomerColumn::Name, _)));
    if named.iter().any(is_name) {
        Subject::Customers
    } else {
        Subject::Nothing
    }
}
