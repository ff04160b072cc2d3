//! What the rows of a chunk open, stored together.

use std::collections::HashSet;

use kedang_core::customer::Stage;
use kedang_core::{CustomerId, Draw};
use kedang_store::Tx;
use kedang_text::match_name;

use super::customer_row::CustomerRow;
use super::duplicates::{Known, Looked};
use super::fate::Fate;
use super::scene::owns;
use crate::customers::{self, Brought, Names, Opened, Opening};
use crate::{AppError, Scene};

/// Customers of a chunk that are not stored yet, and what its rows have said and touched: whatever
/// was looked up for the whole chunk before any of it came in may no longer hold for a row like
/// one of them.
#[derive(Debug)]
pub(super) struct Batch<'a> {
    pub(super) scene: &'a Scene,
    pub(super) draw: Draw<'a>,
    names: Names,
    waiting: Vec<Opened<'a>>,
    marks: HashSet<String>,
    touched: HashSet<String>,
    /// Whether somebody came out of the bin, whose marks nobody looked at.
    risen: bool,
}

impl<'a> Batch<'a> {
    /// One with nothing in it.
    pub(super) fn new(scene: &'a Scene) -> Self {
        Self {
            scene,
            draw: scene.moment.draw(),
            names: Names::default(),
            waiting: Vec::new(),
            marks: HashSet::new(),
            touched: HashSet::new(),
            risen: false,
        }
    }

    /// Opens the customer of a row, once the batch is stored.
    pub(super) fn open(
        &mut self,
        tx: &mut Tx,
        (row, brought): (&'a CustomerRow, &Brought),
    ) -> Result<CustomerId, AppError> {
        let opening = Opening {
            code: row.code.as_deref(),
            stage: row.stage.unwrap_or(Stage::Proposed),
            owned: owns(&self.scene.actor),
            action: "customer.import",
        };
        let said = (&opening, brought);
        let opened = Opened::new(
            tx,
            self.scene,
            &mut self.draw,
            &mut self.names,
            &row.customer,
            said,
        )?;
        let id = opened.id.clone();
        self.waiting.push(opened);
        Ok(id)
    }

    /// Stores those that wait.
    pub(super) fn store(&mut self, tx: &mut Tx) -> Result<(), AppError> {
        if !self.waiting.is_empty() {
            customers::store(tx, self.scene, &mut self.draw, &self.waiting)?;
            self.waiting.clear();
        }
        Ok(())
    }

    /// Forgets those that wait: their row does not come in.
    pub(super) fn give_up(&mut self) {
        self.waiting.clear();
    }

    /// Whether a row has to be looked at anew: another of the chunk is like it, or touched one
    /// that is.
    pub(super) fn concerns(&self, row: &CustomerRow, looked: &Looked) -> bool {
        self.risen
            || looked
                .near
                .iter()
                .any(|id| self.touched.contains(id.as_str()))
            || marks(row).any(|mark| self.marks.contains(&mark))
    }

    /// Remembers what a row said and touched.
    pub(super) fn remember(&mut self, row: &CustomerRow, known: &Known, fate: &Fate) {
        self.risen |= *known == Known::Deleted;
        self.marks.extend(marks(row));
        let touched = fate.touched.iter().map(|touch| touch.customer().to_owned());
        self.touched.extend(touched);
    }
}

/// What a row could be found by. Numbers are of one kind: a mobile may stand where another has its
/// telephone number.
fn marks(row: &CustomerRow) -> impl Iterator<Item = String> {
    let details = &row.customer.details;
    let mark = |kind: char, text: Option<&String>| text.map(|text| format!("{kind}{text}"));
    [
        mark('c', row.code.as_ref()),
        mark('n', Some(&match_name(&row.customer.name))),
        mark('u', details.uscc.as_ref()),
        mark('t', details.mobile.as_ref()),
        mark('t', details.phone.as_ref()),
        mark('e', details.email.as_ref()),
        mark('b', details.birth.as_ref()),
    ]
    .into_iter()
    .flatten()
}
