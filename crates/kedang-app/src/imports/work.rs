//! Works on the rows of a chunk, each whole or not at all.

use kedang_core::Draw;
use kedang_store::Tx;
use kedang_store::imports::{self, Import};

use super::ahead::Made;
use super::answers::{self, CardPlan, Given, told};
use super::batch::Batch;
use super::books::{self, People};
use super::customer_row::CustomerRow;
use super::customers::Settled;
use super::duplicates::{Looked, look};
use super::fate::Fate;
use super::plan::Plan;
use super::report::{ImportReport, Trouble};
use super::staged_row::Said;
use super::wish::{How, MatchBy};
use super::{care, contacts, customers, how, outcome, persons};
use crate::customers::Brought;
use crate::{AppError, Scene};

/// What the rows of a chunk have in common.
pub(super) struct Work<'a> {
    pub(super) scene: &'a Scene,
    pub(super) import: &'a Import,
    pub(super) plans: &'a [Plan],
}

/// A row of the chunk.
struct Taken<'r> {
    made: &'r Made,
    plan: &'r Plan,
    /// The row of a customer, with what the books say.
    customer: Option<(CustomerRow, Brought)>,
    how: How<'r>,
}

impl<'a> Work<'a> {
    /// Brings the rows of a chunk in and notes what became of each.
    pub(super) fn rows(&self, tx: &mut Tx, rows: &[Made]) -> Result<ImportReport, AppError> {
        let (mut taken, mut fates) = (Vec::new(), Vec::new());
        let mut people = People::default();
        for made in rows {
            let mut fate = Fate {
                report: made.report.clone(),
                ..Fate::default()
            };
            taken.push(self.take(tx, made, &mut people, &mut fate)?);
            fates.push(fate);
        }
        let mut looked = self.look(tx, &taken)?.into_iter();
        let mut batch = Batch::new(self.scene);
        for (taken, fate) in taken.iter().zip(&mut fates) {
            let looked = taken.customer.as_ref().and_then(|_| looked.next());
            self.row(tx, &mut batch, (taken, looked), fate)?;
        }
        batch.store(tx)?;
        let (mut report, mut done) = (ImportReport::default(), Vec::new());
        for (taken, fate) in taken.iter().zip(fates) {
            done.push(outcome::kept(&taken.made.row, &fate)?);
            report.add(outcome::told(taken.plan, fate));
        }
        imports::done(tx, &self.import.id, &done)?;
        Ok(report)
    }

    /// Settles what the row of a customer says of the books.
    fn take<'r>(
        &'r self,
        tx: &mut Tx,
        made: &'r Made,
        people: &mut People,
        fate: &mut Fate,
    ) -> Result<Taken<'r>, AppError> {
        let lost = || AppError::Internal("a row of no table".to_owned());
        let plan = self.plans.get(made.plan).ok_or_else(lost)?;
        let (mut customer, mut column) = (None, "");
        if let Some(Said::Customer(row)) = &made.said {
            let row = CustomerRow::clone(row);
            customer = Some(books::settled(
                tx,
                self.scene,
                row,
                people,
                &mut fate.report,
            )?);
            column = plan.column_of(self.matched());
        }
        let how = how::of(self.import, &made.row, column);
        Ok(Taken {
            made,
            plan,
            customer,
            how,
        })
    }

    fn matched(&self) -> MatchBy {
        MatchBy::from_key(&self.import.matched_by).unwrap_or_default()
    }

    /// Whom the customers of the chunk mean among those that were there before it.
    fn look(&self, tx: &mut Tx, taken: &[Taken]) -> Result<Vec<Looked>, AppError> {
        let customers = taken.iter().filter_map(|taken| taken.customer.as_ref());
        let rows: Vec<_> = customers.map(|(row, _)| row).collect();
        look(tx, self.scene, &rows, self.matched())
    }

    /// Brings in what a row says.
    fn row<'r>(
        &self,
        tx: &mut Tx,
        batch: &mut Batch<'r>,
        (taken, looked): (&'r Taken<'r>, Option<Looked>),
        fate: &mut Fate,
    ) -> Result<(), AppError> {
        let scene = self.scene;
        if let (Some((row, brought)), Some(looked)) = (&taken.customer, looked) {
            return self.customer(tx, batch, (taken, (row, brought), looked), fate);
        }
        // What the row hangs on may wait still.
        batch.store(tx)?;
        match &taken.made.said {
            Some(Said::Person(said)) => {
                persons::store(tx, scene, &mut batch.draw, said, taken.how, fate)
            }
            Some(Said::Contact(said)) => contacts::store(tx, scene, &mut batch.draw, said, fate),
            Some(Said::Care(said)) => {
                let Some(card) = &taken.plan.card else {
                    return Ok(());
                };
                let said_of = (taken.plan, card);
                let work = |tx: &mut Tx, fate: &mut Fate, _: &mut Vec<Trouble>| {
                    care::store(tx, scene, &mut batch.draw, said_of, said, fate)
                };
                whole(tx, (taken.plan, card, said.number), fate, work)
            }
            Some(Said::Customer(_)) | None => Ok(()),
        }
    }

    /// A customer, with the card that its row fills in.
    fn customer<'r>(
        &self,
        tx: &mut Tx,
        batch: &mut Batch<'r>,
        (taken, settled, mut looked): (&'r Taken<'r>, Settled<'r>, Looked),
        fate: &mut Fate,
    ) -> Result<(), AppError> {
        let row = settled.0;
        if batch.concerns(row, &looked) {
            batch.store(tx)?;
            let anew = look(tx, self.scene, &[row], self.matched())?.pop();
            looked = anew.unwrap_or(looked);
        }
        let (known, plan) = (looked.known, taken.plan);
        let Some((card, given)) = plan.card.as_ref().zip(row.given.as_ref()) else {
            customers::store(tx, batch, settled, known.clone(), taken.how, fate)?;
            batch.remember(row, &known, fate);
            return Ok(());
        };
        batch.store(tx)?;
        let work = |tx: &mut Tx, fate: &mut Fate, wrong: &mut Vec<Trouble>| {
            let tried = customers::store(tx, batch, settled, known.clone(), taken.how, fate);
            let tried = tried.and_then(|()| batch.store(tx));
            // One that comes to nothing is not tried again with the rows below.
            batch.give_up();
            tried?;
            self.card(
                tx,
                &mut batch.draw,
                (plan, card, given),
                row.number,
                (fate, wrong),
            )
        };
        whole(tx, (plan, card, row.number), fate, work)?;
        batch.remember(row, &known, fate);
        Ok(())
    }

    fn card(
        &self,
        tx: &mut Tx,
        draw: &mut Draw,
        (plan, card, given): (&Plan, &CardPlan, &Given),
        row: u64,
        (fate, wrong): (&mut Fate, &mut Vec<Trouble>),
    ) -> Result<(), AppError> {
        let Some(customer) = fate.customer.clone() else {
            return Ok(());
        };
        let filled = answers::filled(tx, self.scene, card, Some(&customer), given)?;
        let (troubles, fatal) = filled.troubles(plan, card, given, row);
        if fatal {
            *wrong = troubles;
            return Ok(());
        }
        for trouble in troubles {
            fate.report.warn(trouble);
        }
        let proof = match self.import.file_name.as_str() {
            "" => self.import.id.as_str(),
            name => name,
        };
        let put = answers::put(
            tx,
            self.scene,
            draw,
            (card, &customer),
            (&filled, proof),
            fate,
        )?;
        let sum = &mut fate.report.sum;
        // One whose card alone says something new was brought up to date all the same.
        if put && sum.skipped > 0 {
            (sum.skipped, sum.updated) = (sum.skipped - 1, sum.updated + 1);
        }
        Ok(())
    }
}

/// Runs `work`, or nothing of it: what it says is wrong, and what a card or its form refuses, keeps
/// the row out, and nothing that was stored for it stays.
fn whole(
    tx: &mut Tx,
    (plan, card, row): (&Plan, &CardPlan, u64),
    fate: &mut Fate,
    work: impl FnOnce(&mut Tx, &mut Fate, &mut Vec<Trouble>) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let mut wrong = Vec::new();
    let tried = tx.attempt(|tx| {
        let mut inner = Fate::default();
        work(tx, &mut inner, &mut wrong)?;
        if wrong.is_empty() {
            Ok(inner)
        } else {
            Err(AppError::Internal("a row is rolled back".to_owned()))
        }
    });
    match tried {
        Ok(inner) => {
            fate.report.add(inner.report);
            fate.object = inner.object;
            fate.customer = inner.customer;
            fate.touched = inner.touched;
            return Ok(());
        }
        Err(AppError::Internal(_)) if !wrong.is_empty() => {}
        Err(AppError::Problem(problem)) => wrong.push(Trouble {
            row,
            code: problem.code,
            args: problem.args,
            ..Trouble::default()
        }),
        Err(AppError::Findings(found)) => {
            for finding in &found.findings {
                let key = finding.field.rsplit('.').next().unwrap_or_default();
                let column = card.column(key).and_then(|at| plan.headers().get(at));
                let header = column.map_or("", String::as_str);
                wrong.push(told(&found.form, finding, row, header));
            }
        }
        Err(other) => return Err(other),
    }
    fate.report.sum.rejected += 1;
    fate.report.problems.extend(wrong);
    Ok(())
}
