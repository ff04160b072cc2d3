//! A row beside the customer that it seems to mean, field by field.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_core::access::Action;
use kedang_core::customer::{Customer, Details};
use kedang_form::{Change, Form};
use kedang_store::Tx;
use kedang_store::imports::{self, Import, Staged};

use super::answers::{self, CardPlan};
use super::customer_row::CustomerRow;
use super::report::ImportReport;
use super::run::plans;
use super::show::row_view;
use super::staged_row::{self, Said};
use super::views::RowView;
use super::who::find;
use super::wish::Duplicates;
use crate::{AppError, Scene, access};

/// The two, and what is to become of the row.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The row.
    pub row: RowView,
    /// The customer that is there, for whoever may read it.
    pub customer: Customer,
    /// Field by field, those that one of the two answers.
    pub lines: Vec<CompareLine>,
    /// The card that the row fills in, where its columns go onto one.
    pub card: Option<CardBeside>,
    /// What becomes of rows that nobody decides about.
    pub rule: Duplicates,
    /// Whether something can be decided: nothing is in yet.
    pub open: bool,
    /// The next row that looks like a customer that is there.
    pub next: Option<i64>,
}

/// One field of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareLine {
    /// The key of a target.
    pub field: &'static str,
    /// What the row says.
    pub row: Option<String>,
    /// What is there.
    pub known: Option<String>,
}

/// What a row answers of a form, beside the card that would take it.
#[derive(Debug, Clone)]
pub struct CardBeside {
    /// The form.
    pub form: Arc<Form>,
    /// Whether there is a card that is still worked on; without one a card is opened.
    pub there: bool,
    /// The answers in which the two differ; sensitive ones without saying what they are.
    pub changes: Vec<Change>,
}

impl CompareLine {
    /// Whether the row says another thing than what is there; what it does not say is no
    /// difference.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.row.is_some() && self.row != self.known
    }
}

/// A row and the customer that it seems to mean.
///
/// # Errors
/// `import.not_found`; `import.row_not_found` also for a row that means nobody, or nobody that the
/// reader may know of.
pub fn compare(tx: &mut Tx, scene: &Scene, id: &str, seq: i64) -> Result<Comparison, AppError> {
    let import = find(tx, scene, id)?;
    let none = || AppError::from(Problem::not_found("import.row_not_found"));
    let staged = imports::row(tx, id, seq)?.ok_or_else(none)?;
    let known = staged.known.clone().ok_or_else(none)?;
    let customer = match access::customer(tx, scene, &known, Action::Read) {
        Ok(found) => found.into_inner(),
        Err(AppError::Problem(_)) => return Err(none()),
        Err(other) => return Err(other),
    };
    let (said, plan) = said(tx, scene, &import, &staged)?.ok_or_else(none)?;
    let fits = |(plan, _): &(&CardPlan, _)| !answers::wrong(&plan.form, &customer.kind);
    let card = match plan.as_ref().zip(said.given.as_ref()).filter(fits) {
        Some((plan, given)) => {
            let filled = answers::filled(tx, scene, plan, Some(&known), given)?;
            Some(CardBeside {
                changes: filled.differing(given),
                there: filled.card.is_some(),
                form: filled.form,
            })
        }
        None => None,
    };
    let next = imports::of_state(tx, id, "doubtful", seq, NEXT)?;
    let next = next.iter().find(|row| row.known.is_some());
    Ok(Comparison {
        lines: lines(&said, &customer),
        card,
        row: row_view(tx, scene, &staged)?,
        customer,
        rule: Duplicates::from_key(&import.duplicates).unwrap_or_default(),
        open: import.state == "staged" && staged.outcome.is_none(),
        next: next.map(|row| row.seq),
    })
}

/// Rows among which the next one is looked for.
const NEXT: i64 = 50;

/// What the row says of a customer, and the card that it goes onto; nothing once its cells are gone.
fn said(
    tx: &mut Tx,
    scene: &Scene,
    import: &Import,
    staged: &Staged,
) -> Result<Option<(CustomerRow, Option<CardPlan>)>, AppError> {
    if staged.cells.is_none() {
        return Ok(None);
    }
    let plans = plans(tx, &scene.house.forms, &import.id)?;
    let Some(plan) = plans.iter().find(|plan| plan.place == staged.place) else {
        return Ok(None);
    };
    let (today, mut report) = (scene.today().to_string(), ImportReport::default());
    let read = staged_row::read(plan, staged, &import.file_name, &today, &mut report)?;
    Ok(match read {
        Some(Said::Customer(row)) => Some((*row, plan.card.clone())),
        _ => None,
    })
}

fn lines(row: &CustomerRow, known: &Customer) -> Vec<CompareLine> {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let mut lines = vec![
        CompareLine {
            field: "code",
            row: row.code.clone(),
            known: text(&known.code),
        },
        CompareLine {
            field: "name",
            row: text(&row.customer.name),
            known: text(&known.name),
        },
        CompareLine {
            field: "stage",
            row: row.stage.map(|stage| stage.key().to_owned()),
            known: text(&known.stage),
        },
    ];
    lines.extend(Details::FIELDS.iter().map(|field| CompareLine {
        field,
        row: row.customer.details.get(field).map(str::to_owned),
        known: known.details.get(field).map(str::to_owned),
    }));
    lines.retain(|line| line.row.is_some() || line.known.is_some());
    lines
}
