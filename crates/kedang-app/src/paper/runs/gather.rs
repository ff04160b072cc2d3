//! Finds what a run prints.

use std::sync::Arc;

use kedang_core::customer::Customer;
use kedang_core::{CardId, CustomerId, Problem};
use kedang_store::Tx;

use super::ask::{MOST, RunAsk, Whom};
use crate::customers::{Taker, check_taker, leaving};
use crate::forms::Form;
use crate::{App, AppError, Scene, cards};

/// One thing to print.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A filled card.
    Card(CardId),
    /// A blank copy with the name of a customer on it.
    Blank(Box<Customer>),
}

/// What a run prints.
#[derive(Debug, Clone)]
pub(super) struct Gathered {
    pub(super) form: Arc<Form>,
    pub(super) items: Vec<Item>,
    /// Customers that have no such card.
    pub(super) without: usize,
    /// Customers whose dossier does not leave.
    pub(super) kept: usize,
}

impl App {
    /// # Errors
    /// `export.not_allowed`, `form.not_found`, `print_run.too_many`, `print_run.nothing`, and what
    /// listing them says.
    pub(super) async fn gather(&self, who: &Taker, ask: &RunAsk) -> Result<Gathered, AppError> {
        let key = ask.form.clone();
        let form = self
            .read_as(who, move |tx, scene| {
                check_taker(&scene.actor)?;
                scene.house.forms.find(tx, &key)
            })
            .await?;
        let (whom, kept) = self.whom(who, &ask.whom).await?;
        if whom.len() > MOST {
            return Err(Problem::invalid("print_run.too_many")
                .with("max", MOST)
                .into());
        }
        let (all, key, blank) = (whom.len(), ask.form.clone(), ask.blank);
        let items: Vec<Item> = match blank {
            true => whom
                .into_iter()
                .map(|one| Item::Blank(Box::new(one)))
                .collect(),
            false => {
                let newest = move |tx: &mut Tx, scene: &Scene| newest(tx, scene, &whom, &key);
                self.report_as(who, newest).await?
            }
        };
        if items.is_empty() {
            let title = form.words_in("zh-CN").title.clone();
            return Err(Problem::invalid("print_run.nothing")
                .with("form", title)
                .into());
        }
        Ok(Gathered {
            without: all - items.len(),
            form,
            items,
            kept,
        })
    }

    /// The customers, and how many of those that were ticked do not leave.
    async fn whom(&self, who: &Taker, whom: &Whom) -> Result<(Vec<Customer>, usize), AppError> {
        match whom {
            Whom::Listed(question) => {
                let listed = self.leaving_listed(who, question.clone(), MOST).await?;
                Ok((listed, 0))
            }
            Whom::Picked(ids) => {
                let ids = ids.clone();
                let read = move |tx: &mut Tx, scene: &Scene| picked(tx, scene, &ids);
                self.report_as(who, read).await
            }
        }
    }
}

fn picked(
    tx: &mut Tx,
    scene: &Scene,
    ids: &[CustomerId],
) -> Result<(Vec<Customer>, usize), AppError> {
    let (mut found, mut kept) = (Vec::new(), 0);
    // One more than goes, so that it is told that there are too many.
    for id in ids.iter().take(MOST + 1) {
        match leaving(tx, scene, id) {
            Ok(customer) => found.push(customer),
            Err(AppError::Problem(_)) => kept += 1,
            Err(other) => return Err(other),
        }
    }
    Ok((found, kept))
}

/// The card of the form that was opened last, of each customer that has one.
fn newest(tx: &mut Tx, scene: &Scene, whom: &[Customer], key: &str) -> Result<Vec<Item>, AppError> {
    let mut found = Vec::new();
    for customer in whom {
        let list = cards::list(tx, scene, &customer.id)?;
        let own = list.items.iter().find(|one| one.card.form == key);
        found.extend(own.map(|one| Item::Card(one.card.id.clone())));
    }
    Ok(found)
}
