//! Works through a staged file: chunk by chunk, each row whole or not at all.

use std::sync::Arc;

use kedang_core::{Draw, Problem};
use kedang_store::Tx;
use kedang_store::imports::{self, Done, Import, Staged, Step};
use serde_json::json;

use super::chunk::CHUNK;
use super::fate::Fate;
use super::finding::{Finding, keep, kept};
use super::plan::Plan;
use super::report::{ImportReport, ONCE, Trouble};
use super::staged_row::{self, Said};
use super::sum::Sum;
use super::who::{Who, find};
use super::wish::MatchBy;
use super::{customers, how, persons};
use crate::audit::{self, By, Deed};
use crate::{App, AppError, Scene};

/// An import can be taken back for 7 days, µs.
const UNDO: i64 = 7 * 24 * 3_600 * 1_000_000;

/// A program that has not moved an import on for a minute is gone, µs.
pub(super) const LEASE: i64 = 60 * 1_000_000;

/// How a chunk ended.
struct Chunk {
    report: ImportReport,
    last: Option<i64>,
    stopped: bool,
}

impl App {
    /// Begins to work through an import, or goes on with one that was broken off.
    ///
    /// # Errors
    /// `import.not_found`, `import.state_wrong` when it runs already, is through or taken back.
    pub async fn begin_import(&self, who: &Who, id: &str) -> Result<(), AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<(), AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            let import = find(tx, &scene, &id)?;
            if !may_run(&import, scene.moment.at()) {
                return Err(Problem::conflict("import.state_wrong").into());
            }
            step(
                tx,
                &import.id,
                (&import.state, "running"),
                &import.report,
                moment.at(),
            )?;
            let deed = Deed {
                action: "import.run",
                object: ("import", &id),
                class: None,
                decision: "allowed",
                fields: &[],
                payload: Some(json!({ "mode": import.mode, "duplicates": import.duplicates })),
            };
            Ok(audit::record(
                tx,
                &mut scene.moment.draw(),
                By::from(&scene),
                &deed,
            )?)
        };
        self.store.write(work).await
    }

    /// Works through an import that was begun, to its end or until it is stopped; `seen` hears the
    /// sum so far. Answers what became of the rows of this run.
    ///
    /// # Errors
    /// What the store reports; what is in stays in, and the import can go on.
    pub async fn work_import(
        &self,
        who: &Who,
        id: &str,
        mut seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        let (mut report, mut at) = (ImportReport::default(), 0);
        let today: Arc<str> = self.today().into();
        loop {
            let chunk = self.work_chunk(who, id, at, today.clone()).await?;
            report.add(chunk.report);
            seen(report.sum.read);
            match chunk.last {
                Some(last) if !chunk.stopped => at = last,
                _ => return Ok(report),
            }
        }
    }

    async fn work_chunk(
        &self,
        who: &Who,
        id: &str,
        at: i64,
        today: Arc<str>,
    ) -> Result<Chunk, AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<Chunk, AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            let import = find(tx, &scene, &id)?;
            let rows = imports::after(tx, &id, at, CHUNK as i64)?;
            let mut chunk = Chunk {
                report: ImportReport::default(),
                last: rows.last().map(|row| row.seq),
                stopped: import.state != "running",
            };
            if chunk.stopped {
                return Ok(chunk);
            }
            let plans = plans(tx, &id)?;
            let mut draw = moment.draw();
            let work = Work {
                scene: &scene,
                import: &import,
                plans: &plans,
                today: &today,
            };
            for row in rows.iter().filter(|row| row.outcome.is_none()) {
                chunk.report.add(work.row(tx, &mut draw, row)?);
            }
            let mut sum: Sum = kept(&import.report)?;
            sum.add(&chunk.report.sum);
            let becomes = if chunk.last.is_some() {
                "running"
            } else {
                "done"
            };
            step(tx, &id, ("running", becomes), &keep(&sum)?, moment.at())?;
            Ok(chunk)
        };
        self.store.write(work).await
    }
}

impl App {
    /// What is to be said of the columns of a staged file.
    ///
    /// # Errors
    /// What the store reports.
    pub async fn import_columns(&self, id: &str) -> Result<Vec<Trouble>, AppError> {
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<_, AppError> {
            let plans = plans(tx, &id)?;
            Ok(plans.iter().flat_map(Plan::troubles).collect())
        };
        self.store.read(work).await
    }
}

/// One that nobody works on and that is not through.
pub(super) fn may_run(import: &Import, now: i64) -> bool {
    match import.state.as_str() {
        "staged" | "stopped" => true,
        "running" => lapsed(import, now),
        _ => false,
    }
}

/// Whether the program that worked on it is gone.
pub(super) fn lapsed(import: &Import, now: i64) -> bool {
    import.lease_until.is_none_or(|until| until.0 < now)
}

pub(super) fn plans(tx: &mut Tx, id: &str) -> Result<Vec<Plan>, AppError> {
    let sheets = imports::sheets(tx, id)?;
    sheets.iter().map(Plan::stored).collect()
}

fn step(
    tx: &mut Tx,
    id: &str,
    (from, to): (&str, &str),
    report: &str,
    at: i64,
) -> Result<(), AppError> {
    let step = Step {
        from,
        to,
        report,
        lease_until: (to == "running").then_some(at + LEASE),
        until: Some(at + UNDO),
        at,
    };
    if imports::step(tx, id, &step)? {
        Ok(())
    } else {
        Err(Problem::conflict("import.state_wrong").into())
    }
}

/// What the rows of a chunk have in common.
struct Work<'a> {
    scene: &'a Scene,
    import: &'a Import,
    plans: &'a [Plan],
    today: &'a str,
}

impl Work<'_> {
    fn row(&self, tx: &mut Tx, draw: &mut Draw, row: &Staged) -> Result<ImportReport, AppError> {
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
        let matched = MatchBy::from_key(&self.import.matched_by).unwrap_or_default();
        let how = how::of(self.import, row, plan.column_of(matched));
        match read {
            Some(Said::Customer(said)) => {
                customers::store(tx, self.scene, draw, &said, how, &mut fate)?;
            }
            Some(Said::Person(said)) => {
                persons::store(tx, self.scene, draw, &said, how, &mut fate)?;
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
