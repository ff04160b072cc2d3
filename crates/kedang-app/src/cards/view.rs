//! What the faces are given of cards: the read models, the same for pages and JSON.

use std::sync::Arc;

use kedang_core::card::{Card, Origin, Revision, RowHead, Signature};
use kedang_core::customer::Customer;
use kedang_core::page::Page;

use super::Links;
use crate::forms::{Answers, Change, Completeness, Context, Finding, Form, Pairs, Value};

/// What somebody filled in, by either face.
#[derive(Debug, Clone)]
pub enum Typed {
    /// Answers (or the cells of a row) as JSON text.
    Json(String),
    /// The pairs of an HTML form.
    Pairs(Pairs),
}

/// A card in the list of a dossier, with its form for the title.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The head.
    pub card: Card,
    /// The form in the version of the card.
    pub form: Arc<Form>,
}

/// The cards of a customer, opened last first.
#[derive(Debug, Clone)]
pub struct CardList {
    /// The customer.
    pub customer: Customer,
    /// The cards.
    pub items: Vec<Listed>,
    /// The forms of which the reader may open a card here.
    pub openable: Vec<Arc<Form>>,
}

/// An answer that must be seen wherever the customer is served (D01-9): from any card of the
/// dossier.
#[derive(Debug, Clone)]
pub struct Alert {
    /// The card on which it stands.
    pub card: Card,
    /// Its form, for the label.
    pub form: Arc<Form>,
    /// The key of the field.
    pub field: String,
    /// The answer.
    pub value: Value,
}

/// A card opened for reading or filling in.
#[derive(Debug, Clone)]
pub struct CardView {
    /// The customer in whose dossier it lies.
    pub customer: Customer,
    /// The head.
    pub card: Card,
    /// The form in the version of the card.
    pub form: Arc<Form>,
    /// The answers of the revision shown, those of class P2 only for who may edit. Rows of
    /// append-only repeats are not among them: see `rows`.
    pub answers: Answers,
    /// Where the customers named in the answers lead; links not for this reader are in neither.
    pub links: Links,
    /// Paths of answers that are there and not shown to this reader.
    pub masked: Vec<String>,
    /// Whether the reader may fill in and sign.
    pub may_edit: bool,
    /// Warnings and what is missing; errors only if the form became stricter than the answers.
    pub findings: Vec<Finding>,
    /// Today, the day of opening, the signatures that hold.
    pub context: Context,
    /// How much is known (D03-10).
    pub completeness: Completeness,
    /// Computed fields: key and value.
    pub computed: Vec<(String, Value)>,
    /// Signatures on the card, oldest first, void ones among them.
    pub signatures: Vec<Signature>,
    /// Who learned which answer, when and how.
    pub origins: Vec<Origin>,
    /// What must be seen on every card of the customer; empty for who may not see P2.
    pub alerts: Vec<Alert>,
    /// Nothing is missing and all signatures hold: it may be filed (D01-11).
    pub fileable: bool,
    /// The newest version of the text to be read beside it, if its form has one (D12-1).
    pub reference: Option<i64>,
}

/// An earlier state of a card (D01-6: old values are kept).
#[derive(Debug, Clone)]
pub struct RevisionView {
    /// The card.
    pub card: Card,
    /// The form in the version of the card.
    pub form: Arc<Form>,
    /// Where the customers named in the answers lead.
    pub links: Links,
    /// Which state.
    pub revision: Revision,
    /// The answers of then, those of class P2 only for who may edit.
    pub answers: Answers,
    /// Paths of answers that are there and not shown to this reader.
    pub masked: Vec<String>,
}

/// The states of a card, newest first.
#[derive(Debug, Clone)]
pub struct History {
    /// The card.
    pub card: Card,
    /// The form in the version of the card.
    pub form: Arc<Form>,
    /// The states.
    pub revisions: Vec<Revision>,
}

/// What changed between two states of a card. Sensitive texts are not repeated.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The card.
    pub card: Card,
    /// The form in the version of the card.
    pub form: Arc<Form>,
    /// The earlier state.
    pub from: Revision,
    /// The later state.
    pub to: Revision,
    /// The answers that differ, in the order of their paths.
    pub changes: Vec<Change>,
}

/// A row of an append-only repeat (D01-13).
#[derive(Debug, Clone)]
pub struct RowView {
    /// Who wrote it when, and what it corrects or is corrected by.
    pub head: RowHead,
    /// The cells, those of class P2 only for who may edit.
    pub cells: Answers,
    /// Paths of columns (`repeat.column`) that are answered and not shown to this reader.
    pub masked: Vec<String>,
    /// Signatures that are missing, and whatever else there is to say; paths are
    /// `repeat.row.column`.
    pub findings: Vec<Finding>,
    /// Its signatures.
    pub signatures: Vec<Signature>,
}

/// A row that was just written or signed, with the form for its words.
#[derive(Debug, Clone)]
pub struct Written {
    /// The form in the version of the card.
    pub form: Arc<Form>,
    /// The row.
    pub row: RowView,
}

/// One page of the rows of a repeat, newest first.
#[derive(Debug, Clone)]
pub struct Rows {
    /// The card.
    pub card: Card,
    /// The form in the version of the card.
    pub form: Arc<Form>,
    /// The key of the repeat.
    pub repeat: String,
    /// The rows.
    pub page: Page<RowView>,
    /// Whether the reader may add and sign rows.
    pub may_edit: bool,
    /// What must be seen on every entry (D01-9).
    pub alerts: Vec<Alert>,
}
