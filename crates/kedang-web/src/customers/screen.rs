//! What a page of the list needs to know, read in one transaction.

use jiff::tz::TimeZone;
use kedang_app::customers::{self, Choices, ListCustomers, Listed, SearchCustomers};
use kedang_app::{AppError, Scene, Tx, views};
use kedang_core::Problem;
use kedang_core::access::{Action, reach};
use kedang_core::listing::{Question, View, may_share};

use super::address::{Base, LIST};
use super::ask::ListAsk;
use super::besides::Told;

/// Rows of a page.
const ROWS: u32 = 50;

/// Everything on the page.
pub(crate) struct Screen {
    /// The view from which it starts.
    pub(crate) base: Base,
    /// What is asked.
    pub(crate) question: Question,
    /// What of it lies outside the customer's own fields, in words.
    pub(crate) told: Told,
    /// Who reads: his id.
    pub(crate) reader: String,
    /// The views to go to.
    pub(crate) views: Vec<View>,
    /// What may be chosen when the list is narrowed.
    pub(crate) choices: Choices,
    /// Whether the reader may share a view.
    pub(crate) shares: bool,
    /// Whether the reader may change any customer, and so chooses among them.
    pub(crate) picks: bool,
    /// Whether the reader may take any customer out.
    pub(crate) takes: bool,
    /// The rows, each with what a search found in it.
    pub(crate) rows: Vec<(Listed, Option<String>)>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    /// Whether a search had more candidates than were looked at.
    pub(crate) capped: bool,
    /// What does not hold in the question as typed; then the view's own is shown.
    pub(crate) refused: Option<Problem>,
}

impl Screen {
    /// Reads the page.
    pub(crate) fn read(
        tx: &mut Tx,
        scene: &Scene,
        ask: &ListAsk,
        zone: TimeZone,
    ) -> Result<Self, AppError> {
        let mut screen = Self::bare(tx, scene, ask, LIST)?;
        if ask.q.is_empty() {
            screen.list(tx, scene, ask, zone)?;
        } else {
            screen.search(tx, scene, &ask.q)?;
        }
        Ok(screen)
    }

    /// Reads everything but the rows.
    pub(crate) fn bare(
        tx: &mut Tx,
        scene: &Scene,
        ask: &ListAsk,
        path: &'static str,
    ) -> Result<Self, AppError> {
        let views = views::list(tx, scene)?;
        let base = Base::find(path, &ask.view, &views)?;
        let (question, refused) = asked(ask, &base);
        let (question, refused) = holding(tx, scene, question, refused)?;
        Ok(Self {
            told: Told::read(tx, scene, &question)?,
            base,
            question,
            reader: scene.actor.staff.to_string(),
            views,
            choices: customers::choices(tx, scene)?,
            shares: may_share(&scene.actor),
            picks: !reach(&scene.actor, Action::Edit).is_nothing(),
            takes: customers::may_take(&scene.actor),
            rows: Vec::new(),
            next: None,
            capped: false,
            refused,
        })
    }

    fn list(
        &mut self,
        tx: &mut Tx,
        scene: &Scene,
        ask: &ListAsk,
        zone: TimeZone,
    ) -> Result<(), AppError> {
        let page = ListCustomers {
            question: self.question.clone(),
            zone,
            cursor: ask.cursor.clone(),
            limit: ROWS,
        };
        let page = customers::list(tx, scene, &page)?;
        self.rows = page.items.into_iter().map(|row| (row, None)).collect();
        self.next = page.next;
        Ok(())
    }

    fn search(&mut self, tx: &mut Tx, scene: &Scene, q: &str) -> Result<(), AppError> {
        let ask = SearchCustomers {
            q: q.to_owned(),
            limit: ROWS,
        };
        let found = customers::search(tx, scene, &ask)?;
        let row = |customer| Listed {
            customer,
            person: None,
            files: Vec::new(),
        };
        let rows = found.items.into_iter();
        self.rows = rows.map(|f| (row(f.customer), Some(f.matched))).collect();
        self.capped = found.capped;
        Ok(())
    }

    /// How many rows it has.
    pub(crate) fn count(&self) -> i64 {
        i64::try_from(self.rows.len()).unwrap_or(i64::MAX)
    }
}

/// The question, or where no form has the answers it asks for, the same without conditions.
fn holding(
    tx: &mut Tx,
    scene: &Scene,
    question: Question,
    refused: Option<Problem>,
) -> Result<(Question, Option<Problem>), AppError> {
    match customers::check(tx, scene, &question) {
        Ok(()) => Ok((question, refused)),
        Err(AppError::Problem(problem)) => Ok((question.bare(), Some(problem))),
        Err(other) => Err(other),
    }
}

/// The question that an address means: its own, or that of its view.
pub(crate) fn asked(ask: &ListAsk, base: &Base) -> (Question, Option<Problem>) {
    if ask.typed.is_empty() {
        return (base.question.clone(), None);
    }
    match Question::from_pairs(ask.typed.iter().map(|(key, value)| (key, value))) {
        Ok(question) => (question, None),
        Err(problem) => (base.question.clone(), Some(problem)),
    }
}
