//! Walks a list from its head to its end, a page at a time.

use std::collections::HashSet;

use kedang_core::access::Action;
use kedang_core::listing::{By, Question};
use kedang_core::page::Page;
use kedang_core::{CustomerId, Instant};

use super::Taker;
use crate::customers::{ListCustomers, Listed, list};
use crate::{App, AppError};

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
        if self.over {
            return Ok(None);
        }
        let ask = ListCustomers {
            question: self.question.clone(),
            zone: app.zone.clone(),
            cursor: self.cursor.take(),
            limit: PAGE,
        };
        let page = app
            .taking(taker, move |tx, scene| {
                list::page(tx, scene, &ask, Action::Export)
            })
            .await?;
        Ok(Some(self.taken(page)))
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
