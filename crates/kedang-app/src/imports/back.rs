//! What a row of an import touched becomes what it was.

use std::collections::BTreeMap;

use kedang_core::customer::{Stage, columns};
use kedang_core::{CardId, ContactId, CustomerId, Draw};
use kedang_store::persons::{self, NewPerson};
use kedang_store::{StoreError, Tx, contacts, customers, imports, recycling};
use kedang_text as text;
use serde_json::{Value, json};

use super::answers;
use super::bring_up::write;
use super::fate::Touch;
use super::persons::said;
use crate::audit::{self, By, Deed};
use crate::customers::{index, step};
use crate::{AppError, Scene, merges};

type Columns = BTreeMap<String, Option<String>>;

/// A row on its way back.
pub(super) struct Back<'a> {
    pub(super) scene: &'a Scene,
    pub(super) draw: Draw<'a>,
    pub(super) import: &'a str,
    /// Stands in the bin beside what was made.
    pub(super) reason: &'a str,
}

impl Back<'_> {
    /// What a row touched, last first; false when something of it stays.
    pub(super) fn row(&mut self, tx: &mut Tx, touches: &[Touch]) -> Result<bool, AppError> {
        let mut whole = true;
        for touch in touches.iter().rev() {
            let customer = CustomerId::trusted(touch.customer().to_owned());
            let back = self.touch(tx, &customer, touch)?;
            whole &= back;
            self.record(tx, &customer, back)?;
        }
        Ok(whole)
    }

    fn touch(&mut self, tx: &mut Tx, id: &CustomerId, touch: &Touch) -> Result<bool, AppError> {
        match touch {
            Touch::Made { version, .. } => self.made(tx, id, *version),
            Touch::Changed { before, after, .. } => self.changed(tx, id, before, after),
            Touch::Related {
                person, relation, ..
            } => withdraw(tx, person, relation),
            Touch::Person {
                person,
                before,
                after,
                ..
            } => self.person(tx, id, person, before, after),
            Touch::Opened {
                card,
                class,
                revision,
                ..
            } => answers::unopened(tx, self.scene, (id, card), (*class, *revision)),
            Touch::Filled {
                card,
                version,
                revision,
                ..
            } => {
                let card = (card.as_str(), *version, *revision);
                answers::unfilled(tx, self.scene, &mut self.draw, card, self.reason)
            }
            Touch::Row {
                card, row, since, ..
            } => {
                let back = answers::unrowed(tx, row)?;
                if let Some(since) = since.filter(|_| back) {
                    let card = CardId::trusted(card.clone());
                    imports::card_since(tx, &card, since, self.scene.moment.at())?;
                }
                Ok(back)
            }
            Touch::Contact {
                contact, version, ..
            } => {
                let contact = ContactId::trusted(contact.clone());
                let at = self.scene.moment.at();
                Ok(contacts::remove(tx, &contact, *version, at)?)
            }
        }
    }

    /// A customer that was made goes into the bin, unless it has been worked on since.
    fn made(&self, tx: &mut Tx, id: &CustomerId, version: i64) -> Result<bool, AppError> {
        let stands = customers::find(tx, id)?.is_some_and(|now| now.version == version);
        if !stands || imports::lived(tx, id)? {
            return Ok(false);
        }
        let (at, by) = (self.scene.moment.at(), self.scene.actor.staff.as_str());
        recycling::delete(tx, id, at, by, self.reason)?;
        Ok(true)
    }

    /// Each field that is as the import left it becomes what it was.
    fn changed(
        &mut self,
        tx: &mut Tx,
        id: &CustomerId,
        before: &Columns,
        after: &Columns,
    ) -> Result<bool, AppError> {
        let Some(stands) = customers::find(tx, id)? else {
            return Ok(false);
        };
        let (now, mut becomes, mut whole) = (columns(&stands), stands.clone(), true);
        for (field, was) in before {
            if after.get(field) == Some(was) {
                continue;
            }
            if now.get(field) == after.get(field) {
                merges::set(&mut becomes, field, was.as_deref());
            } else {
                whole = false;
            }
        }
        write(tx, self.scene, &stands, &becomes)?;
        if let Some(stage) = Stage::from_key(&becomes.stage) {
            step(tx, self.scene, &mut self.draw, &stands, stage, None)?;
        }
        Ok(whole)
    }

    fn person(
        &self,
        tx: &mut Tx,
        id: &CustomerId,
        person: &str,
        before: &Columns,
        after: &Columns,
    ) -> Result<bool, AppError> {
        let Some(stands) = persons::find(tx, id, person)? else {
            return Ok(false);
        };
        let now = said(&stands);
        let becomes = |field: &str| {
            let of = if now.get(field) == after.get(field) {
                before
            } else {
                &now
            };
            of.get(field).cloned().flatten()
        };
        let [sex, title, phone, mobile] = ["sex", "title", "phone", "mobile"].map(becomes);
        let sort_key = text::sort_key(&stands.name);
        persons::update(
            tx,
            &NewPerson {
                id: person,
                name: &stands.name,
                sort_key: &sort_key,
                sex: sex.as_deref(),
                title: title.as_deref(),
                phone: phone.as_deref(),
                mobile: mobile.as_deref(),
                at: self.scene.moment.at(),
            },
        )?;
        Ok(now == *after)
    }

    /// The audit row of one customer.
    fn record(&mut self, tx: &mut Tx, id: &CustomerId, back: bool) -> Result<(), AppError> {
        let after: Value = match customers::find(tx, id)? {
            Some(_) => json!(index(tx, id)?),
            None => Value::Null,
        };
        let deed = Deed {
            action: "customer.unimport",
            object: ("customer", id.as_str()),
            class: None,
            decision: "allowed",
            fields: &[],
            payload: Some(json!({ "import": self.import, "after": after, "whole": back })),
        };
        Ok(audit::record(
            tx,
            &mut self.draw,
            By::from(self.scene),
            &deed,
        )?)
    }
}

/// Somebody whom something else points at stays.
fn withdraw(tx: &mut Tx, person: &str, relation: &str) -> Result<bool, AppError> {
    let tried = tx.attempt(|tx| {
        let gone = persons::withdraw(tx, person, relation)?;
        Ok::<_, StoreError>(gone)
    });
    match tried {
        Ok(gone) => Ok(gone),
        Err(StoreError::Constraint { .. }) => Ok(false),
        Err(other) => Err(other.into()),
    }
}
