//! Walks a list from its head to its end, a page at a time.

use std::collections::HashSet;

use kedang_core::access::Action;
use kedang_core::listing::{By, Question};
use kedang_core::page::Page;
use kedang_core::person::PersonInDossier;
use kedang_core::{CustomerId, Instant};
use kedang_store::{Tx, persons};

use super::Taker;
use crate::customers::{ListCustomers, Listed, list};
use crate::{App, AppError, Scene};

/// Rows that are read in one transaction.
const PAGE: u32 = 200;

/// A walk under way. Between two pages others go on working: who moved down the list meanwhile is
/// not told twice, and in a list of what changed last, who moved up to its head is told at the end.
pub(super) struct Walk {
    question: Question,
    seen: HashSet<CustomerId>,
    cursor: Option<String>,
    /// When it began, µs.
    began: i64,
    /// Whether it has come to the end once and looks at what moved to the head.
    again: bool,
    over: bool,
}

impl Walk {
    pub(super) fn begin(question: Question, began: i64) -> Self {
        Self {
            question,
            seen: HashSet::new(),
            cursor: None,
            began,
            again: false,
            over: false,
        }
    }

    /// The next rows; `None` when there are no more.
    ///
    /// # Errors
    /// As [`App::taking`], and what listing them says.
    pub(super) async fn next(
        &mut self,
        app: &App,
        taker: &Taker,
    ) -> Result<Option<Vec<Listed>>, AppError> {
        let Some(ask) = self.ask(app) else {
            return Ok(None);
        };
        let read = move |tx: &mut Tx, scene: &Scene| list::page(tx, scene, &ask, Action::Export);
        let page = app.taking(taker, read).await?;
        Ok(Some(self.taken(page)))
    }

    /// The next rows with the persons around each, read in the same moment.
    ///
    /// # Errors
    /// As [`Walk::next`].
    pub(super) async fn next_with_persons(
        &mut self,
        app: &App,
        taker: &Taker,
    ) -> Result<Option<Vec<(Listed, Vec<PersonInDossier>)>>, AppError> {
        let Some(ask) = self.ask(app) else {
            return Ok(None);
        };
        let read = move |tx: &mut Tx, scene: &Scene| {
            let page = list::page(tx, scene, &ask, Action::Export)?;
            let ids: Vec<_> = page.items.iter().map(|row| &row.customer.id).collect();
            let around = persons::around(tx, &ids)?;
            Ok((page, around))
        };
        let (page, mut around) = app.taking(taker, read).await?;
        let with = |row: Listed| {
            let persons = around.remove(row.customer.id.as_str()).unwrap_or_default();
            (row, persons)
        };
        Ok(Some(self.taken(page).into_iter().map(with).collect()))
    }

    /// What is asked next; nothing at the end.
    fn ask(&mut self, app: &App) -> Option<ListCustomers> {
        (!self.over).then(|| ListCustomers {
            question: self.question.clone(),
            zone: app.zone.clone(),
            cursor: self.cursor.take(),
            limit: PAGE,
        })
    }

    /// What of a page is new, and where to go on.
    fn taken(&mut self, page: Page<Listed>) -> Vec<Listed> {
        let moved = |row: &Listed| row.customer.updated_at >= Instant(self.began);
        let still = !self.again || page.items.iter().all(moved);
        match page.next {
            Some(next) if still => self.cursor = Some(next),
            _ if !self.again && self.looks_again() => self.again = true,
            _ => self.over = true,
        }
        let rows = page.items.into_iter();
        let rows = rows.filter(|row| self.seen.insert(row.customer.id.clone()));
        rows.collect()
    }

    /// Whether a customer that is changed meanwhile moves to where the walk has been.
    fn looks_again(&self) -> bool {
        let sort = self.question.sort;
        sort.by == By::Updated && sort.down
    }
}

#[cfg(test)]
mod tests {
    use kedang_core::customer::{Customer, Details, Named};

    use super::*;

    /// A row that was last changed at `at`.
    fn row(name: &str, at: i64) -> Listed {
        let department = Named {
            id: "d".to_owned(),
            name: "d".to_owned(),
        };
        let customer = Customer {
            id: CustomerId::trusted(name.to_owned()),
            code: String::new(),
            kind: String::new(),
            name: name.to_owned(),
            how_met: String::new(),
            stage: String::new(),
            types: Vec::new(),
            details: Details::default(),
            class: 1,
            owner: None,
            department,
            created_at: Instant(0),
            updated_at: Instant(at),
            version: 1,
        };
        Listed {
            customer,
            person: None,
            files: Vec::new(),
        }
    }

    fn page(rows: &[(&str, i64)], next: bool) -> Page<Listed> {
        Page {
            items: rows.iter().map(|(name, at)| row(name, *at)).collect(),
            next: next.then(|| "next".to_owned()),
        }
    }

    /// The names that a walk gives, page by page, from one that began at 100.
    fn walked(sort: &str, pages: &[Page<Listed>]) -> Vec<Vec<String>> {
        let question = Question::from_query(sort).expect("a question");
        let mut walk = Walk::begin(question, 100);
        let mut told = Vec::new();
        for page in pages {
            assert!(!walk.over, "{sort}: over before the end");
            let rows = walk.taken(Page {
                items: page.items.clone(),
                next: page.next.clone(),
            });
            told.push(rows.into_iter().map(|row| row.customer.name).collect());
        }
        assert!(walk.over, "{sort}: goes on");
        told
    }

    #[test]
    fn who_moves_while_others_work_is_told_once() {
        // c, at the end of the list, is changed before the walk comes to it.
        let told = walked(
            "",
            &[
                page(&[("a", 50), ("b", 40)], true),
                page(&[("d", 20)], false),
                page(&[("c", 120), ("a", 50)], true),
            ],
        );
        assert_eq!(told, [vec!["a", "b"], vec!["d"], vec!["c"]]);
        // With the latest at the end, a is changed after it was told and comes again.
        let told = walked(
            "sort=updated",
            &[
                page(&[("a", 10), ("b", 20)], true),
                page(&[("c", 30), ("a", 120)], false),
            ],
        );
        assert_eq!(told, [vec!["a", "b"], vec!["c"]]);
        // By name nobody moves for being changed.
        let told = walked("sort=name", &[page(&[("a", 120)], false)]);
        assert_eq!(told, [vec!["a"]]);
    }
}
