//! A list goes out on paper.

use kedang_core::Instant;
use kedang_core::customer::Customer;
use kedang_core::listing::Question;

use super::Taker;
use super::record::Gone;
use super::walk::Walk;
use crate::customers::Listed;
use crate::{App, AppError};

/// Rows of one print at most.
pub const PRINTED: usize = 2_000;

/// What is printed.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The rows, at most [`PRINTED`].
    pub rows: Vec<Listed>,
    /// Whether there are more.
    pub more: bool,
    /// When.
    pub at: Instant,
}

impl App {
    /// The head of a list, for printing; notes that it went out.
    ///
    /// # Errors
    /// As [`App::export_customers`].
    pub async fn print_customers(
        &self,
        taker: &Taker,
        question: Question,
    ) -> Result<Printed, AppError> {
        let at = self.clock.now();
        let mut walk = Walk::begin(question.clone(), at);
        let mut rows = Vec::new();
        while rows.len() <= PRINTED
            && let Some(page) = walk.next(self, taker).await?
        {
            rows.extend(page);
        }
        let more = rows.len() > PRINTED;
        rows.truncate(PRINTED);
        let gone = Gone {
            action: "customer.print",
            keys: question.columns.iter().map(|column| column.key()).collect(),
            question,
            format: "paper",
            rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            class: rows.iter().map(|row| row.customer.class).max(),
        };
        self.note_gone(taker, gone).await?;
        let at = Instant(at);
        Ok(Printed { rows, more, at })
    }

    /// The customers of a list that may leave, in its order; of more than `most` the first
    /// `most + 1`. Nothing is noted: what is taken of them is.
    ///
    /// # Errors
    /// As [`App::export_customers`].
    pub(crate) async fn leaving_listed(
        &self,
        taker: &Taker,
        question: Question,
        most: usize,
    ) -> Result<Vec<Customer>, AppError> {
        let mut walk = Walk::begin(question, self.clock.now());
        let mut found = Vec::new();
        while found.len() <= most
            && let Some(page) = walk.next(self, taker).await?
        {
            found.extend(page.into_iter().map(|row| row.customer));
        }
        found.truncate(most + 1);
        Ok(found)
    }
}
