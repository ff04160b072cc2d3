//! The board: customers in lanes by stage, each lane a list of its own.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;
use kedang_core::customer::{Customer, Stage};
use kedang_core::listing::{LastTalk, Question};
use kedang_store::{Tx, last_talks};

use super::count::count;
use super::list::{ListCustomers, list};
use crate::{AppError, Scene, access};

/// Which board.
#[derive(Debug, Clone)]
pub struct AskBoard {
    /// Which customers, in which order; stages asked for are the lanes shown.
    pub question: Question,
    /// The company's time zone: decides where a day begins.
    pub zone: TimeZone,
    /// Cards of a lane at most, 1 to 40.
    pub limit: u32,
}

/// A customer on the board.
#[derive(Debug, Clone)]
pub struct Card {
    /// The customer.
    pub customer: Customer,
    /// What was last heard of it.
    pub talk: Option<LastTalk>,
    /// Whether the reader may move it.
    pub moves: bool,
}

/// The customers of one stage.
#[derive(Debug, Clone)]
pub struct Lane {
    /// The stage.
    pub stage: Stage,
    /// How many there are; `None` for more than 1,000.
    pub count: Option<i64>,
    /// The first of them.
    pub cards: Vec<Card>,
    /// Where the next ones begin.
    pub next: Option<String>,
}

/// The lanes that the reader may see and asks for, in the order of a customer's life.
///
/// # Errors
/// `list.limit_wrong`.
pub fn board(tx: &mut Tx, scene: &Scene, ask: &AskBoard) -> Result<Vec<Lane>, AppError> {
    let mut lanes = Vec::new();
    for stage in ask.question.stages() {
        let question = ask.question.at_stage(stage);
        let count = count(tx, scene, &question, &ask.zone, false)?;
        let page = ListCustomers {
            question: plain(question),
            zone: ask.zone.clone(),
            cursor: None,
            limit: ask.limit,
        };
        lanes.push((stage, count, list(tx, scene, &page)?));
    }
    let all = lanes.iter().flat_map(|(.., page)| &page.items);
    let all: Vec<_> = all.map(|row| &row.customer).collect();
    let mut known = Known::read(tx, scene, &all)?;
    let lanes = lanes.into_iter().map(|(stage, count, page)| Lane {
        stage,
        count,
        cards: known.cards(page.items.into_iter().map(|row| row.customer)),
        next: page.next,
    });
    Ok(lanes.collect())
}

/// The cards of a lane from a place on, and where the next ones begin.
///
/// # Errors
/// `list.cursor_wrong`.
pub fn lane(
    tx: &mut Tx,
    scene: &Scene,
    ask: &AskBoard,
    stage: Stage,
    cursor: Option<&str>,
) -> Result<Lane, AppError> {
    let page = ListCustomers {
        question: plain(ask.question.at_stage(stage)),
        zone: ask.zone.clone(),
        cursor: cursor.map(str::to_owned),
        limit: ask.limit,
    };
    let page = list(tx, scene, &page)?;
    let all: Vec<_> = page.items.iter().map(|row| &row.customer).collect();
    let mut known = Known::read(tx, scene, &all)?;
    Ok(Lane {
        stage,
        count: None,
        cards: known.cards(page.items.into_iter().map(|row| row.customer)),
        next: page.next,
    })
}

/// One customer as a card.
///
/// # Errors
/// When the database fails.
pub fn card(tx: &mut Tx, scene: &Scene, customer: Customer) -> Result<Card, AppError> {
    let known = Known::read(tx, scene, &[&customer])?;
    Ok(Card {
        talk: known.talks.into_values().next(),
        moves: !known.moves.is_empty(),
        customer,
    })
}

/// No person is read for a board, whichever columns the list has.
fn plain(question: Question) -> Question {
    Question {
        columns: Vec::new(),
        ..question
    }
}

/// What is known of the customers of a board, read for all of them at once.
struct Known {
    talks: HashMap<String, LastTalk>,
    moves: HashSet<String>,
}

impl Known {
    fn read(tx: &mut Tx, scene: &Scene, customers: &[&Customer]) -> Result<Self, AppError> {
        let ids: Vec<_> = customers.iter().map(|one| &one.id).collect();
        Ok(Self {
            talks: last_talks::of(tx, &ids)?,
            moves: access::editable(tx, scene, customers)?,
        })
    }

    fn cards(&mut self, customers: impl Iterator<Item = Customer>) -> Vec<Card> {
        customers
            .map(|customer| Card {
                talk: self.talks.remove(customer.id.as_str()),
                moves: self.moves.contains(customer.id.as_str()),
                customer,
            })
            .collect()
    }
}
