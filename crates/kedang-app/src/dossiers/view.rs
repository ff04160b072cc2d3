//! What a dossier is made of when it leaves.

use std::collections::BTreeMap;

use kedang_core::Instant;
use kedang_core::attachment::Attachment;
use kedang_core::change::Change;
use kedang_core::contact::Contact;
use kedang_core::customer::{Customer, Named, StageChange};
use kedang_core::person::PersonInDossier;

use crate::cards::{CardView, Rows};
use crate::contacts::Event;

/// A dossier as one reader may take it out. Answers that are not for him are in none of it.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The company that keeps it.
    pub company: String,
    /// Who takes it out.
    pub taken_by: String,
    /// When.
    pub taken_at: Instant,
    /// 档号; nothing until it is filed.
    pub reference_code: Option<String>,
    /// The customer.
    pub customer: Customer,
    /// 协办.
    pub co_owners: Vec<Named>,
    /// The persons around it.
    pub persons: Vec<PersonInDossier>,
    /// How its stage went, last first.
    pub stages: Vec<StageChange>,
    /// 变动, those in force last first.
    pub changes: Vec<Change>,
    /// The cards, opened first first.
    pub cards: Vec<CardInDossier>,
    /// The contact log, oldest first.
    pub contacts: Vec<Contact>,
    /// The attachments that the reader may see, newest first: what they are, not their contents.
    pub attachments: Vec<Attachment>,
    /// How many more there are, too sensitive for this reader.
    pub hidden: i64,
    /// What happened, newest first; never what an answer says.
    pub events: Vec<Event>,
}

/// A card of it with its running records.
#[derive(Debug, Clone)]
pub struct CardInDossier {
    /// The card.
    pub view: CardView,
    /// All rows of each running record, newest first.
    pub records: BTreeMap<String, Rows>,
}
