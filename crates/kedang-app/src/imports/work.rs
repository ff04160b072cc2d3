//! Works on one row: whole or not at all.

use kedang_core::Draw;
use kedang_store::Tx;
use kedang_store::imports::{self, Done, Import, Staged};

use super::answers::{self, CardPlan, Given, told};
use super::customer_row::CustomerRow;
use super::fate::Fate;
use super::finding::{Finding, keep};
use super::plan::Plan;
use super::report::{ImportReport, ONCE, Trouble};
use super::staged_row::{self, Said};
use super::wish::{How, MatchBy};
use super::{care, contacts, customers, how, persons};
use crate::{AppError, Scene};

/// What the rows of a chunk have in common.
pub(super) struct Work<'a> {
    pub(super) scene: &'a Scene,
    pub(super) import: &'a Import,
    pub(super) plans: &'a [Plan],
    pub(super) today: &'a str,
}

impl Work<'_> {
    /// Stores a row and notes what became of it.
    pub(super) fn row(
        &self,
        tx: &mut Tx,
        draw: &mut Draw,
        row: &Staged,
    ) -> Result<ImportReport, AppError> {
        let lost = || AppError::Internal("a row of no table".to_owned());
        let plan = self.plans.iter().find(|plan| plan.place == row.place);
        let plan = plan.ok_or_else(lost)?;
        let mut fate = Fate::default();
        let read = if row.state == "left" {
            fate.report.sum.skipped += 1;
            None
        } else {
            let source = &self.import.file_name;
            staged_row::read(plan, row, source, self.today, &mut fate.report)?
        };
        let scene = self.scene;
        match read {
            Some(Said::Customer(said)) => {
                let matched = MatchBy::from_key(&self.import.matched_by).unwrap_or_default();
                let how = how::of(self.import, row, plan.column_of(matched));
                self.customer(tx, draw, plan, (&said, how), &mut fate)?;
            }
            Some(Said::Person(said)) => {
                let how = how::of(self.import, row, "");
                persons::store(tx, scene, draw, &said, how, &mut fate)?;
            }
            Some(Said::Contact(said)) => contacts::store(tx, scene, draw, &said, &mut fate)?,
            Some(Said::Care(said)) => {
                if let Some(card) = &plan.card {
                    let work = |tx: &mut Tx, fate: &mut Fate, _: &mut Vec<Trouble>| {
                        care::store(tx, scene, draw, (plan, card), &said, fate)
                    };
                    whole(tx, (plan, card, said.number), &mut fate, work)?;
                }
            }
            None => {}
        }
        self.note(tx, row, &fate)?;
        let mut report = fate.report;
        report.sum.read = 1;
        for trouble in &mut report.problems {
            trouble.sheet.clone_from(&plan.name);
        }
        Ok(report)
    }

    /// A customer, with the card that its row fills in.
    fn customer(
        &self,
        tx: &mut Tx,
        draw: &mut Draw,
        plan: &Plan,
        (said, how): (&CustomerRow, How),
        fate: &mut Fate,
    ) -> Result<(), AppError> {
        let scene = self.scene;
        let Some((card, given)) = plan.card.as_ref().zip(said.given.as_ref()) else {
            return customers::store(tx, scene, draw, said, how, fate);
        };
        let work = |tx: &mut Tx, fate: &mut Fate, wrong: &mut Vec<Trouble>| {
            customers::store(tx, scene, draw, said, how, fate)?;
            self.card(tx, draw, (plan, card, given), said.number, (fate, wrong))
        };
        whole(tx, (plan, card, said.number), fate, work)
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

    /// Notes what became of a row.
    fn note(&self, tx: &mut Tx, row: &Staged, fate: &Fate) -> Result<(), AppError> {
        let outcome = fate.outcome();
        let out = outcome == "rejected";
        // What is the same for a whole column is told of the file, not of each of its rows.
        let problems = fate.report.problems.iter();
        let problems = problems.filter(|trouble| !ONCE.contains(&trouble.code));
        let findings: Vec<_> = problems.map(|t| Finding::of(t, out)).collect();
        // Why somebody left a row out is what was found when it was looked at.
        let findings = if row.state == "left" {
            row.findings.clone()
        } else {
            keep(&findings)?
        };
        let touched = (!fate.touched.is_empty()).then(|| keep(&fate.touched));
        let touched = touched.transpose()?;
        let done = Done {
            state: if out { "out" } else { "in" },
            findings: &findings,
            outcome,
            object: fate.object.as_deref(),
            touched: touched.as_deref(),
        };
        Ok(imports::done(tx, &self.import.id, row.seq, &done)?)
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
