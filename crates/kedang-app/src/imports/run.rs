//! Works through a staged file: chunk by chunk, each row whole or not at all.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_store::Tx;
use kedang_store::dialect::planner;
use kedang_store::imports::{self, Import, Step};
use serde_json::json;

use super::ahead::{Ahead, At};
use super::chunk::CHUNK;
use super::finding::{keep, kept};
use super::plan::Plan;
use super::report::{ImportReport, Trouble};
use super::sum::Sum;
use super::who::{Who, find};
use super::work::Work;
use crate::audit::{self, By, Deed};
use crate::forms::Forms;
use crate::{App, AppError};

/// An import can be taken back for 7 days, µs.
const UNDO: i64 = 7 * 24 * 3_600 * 1_000_000;

/// A program that has not moved an import on for a minute is gone, µs.
pub(super) const LEASE: i64 = 60 * 1_000_000;

/// How a chunk ended.
struct Chunk {
    report: ImportReport,
    last: Option<i64>,
    stopped: bool,
    /// Whether another way through the rows follows.
    more: bool,
}

/// A chunk that somebody works on.
struct Turn {
    at: At,
    today: Arc<str>,
    ahead: Option<Ahead>,
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
        let (mut report, mut at) = (ImportReport::default(), At::default());
        let today: Arc<str> = self.today().into();
        // Of one chunk nothing is to be learnt: few rows into a large house change no plan.
        let mut learnt = CHUNK as u64 / 2;
        let mut ahead = None;
        loop {
            let next = At {
                seq: at.seq + CHUNK as i64,
                ..at
            };
            let reading = self.read_ahead(id, next, today.clone());
            let turn = Turn {
                at,
                today: today.clone(),
                ahead: ahead.take(),
            };
            let chunk = self.work_chunk(who, id, turn).await?;
            // Who cannot be read ahead is read when it is due, and what fails then is told.
            ahead = reading.await.ok();
            report.add(chunk.report);
            seen(report.sum.read);
            if report.sum.read > 2 * learnt {
                learnt = report.sum.read;
                self.store.write(planner::learn).await?;
            }
            match chunk.last {
                _ if chunk.stopped => return Ok(report),
                Some(last) => at.seq = last,
                None if chunk.more => {
                    at = At {
                        pass: at.pass + 1,
                        seq: 0,
                    };
                }
                None => return Ok(report),
            }
        }
    }

    /// Makes out the rows of a chunk before it is its turn; begun at once.
    fn read_ahead(
        &self,
        id: &str,
        at: At,
        today: Arc<str>,
    ) -> impl Future<Output = Result<Ahead, AppError>> + use<> {
        let (id, house) = (id.to_owned(), self.house());
        let work = move |tx: &mut Tx| -> Result<Ahead, AppError> {
            let gone = || Problem::not_found("import.not_found");
            let import = imports::find(tx, &id)?.ok_or_else(gone)?;
            Ahead::read(tx, &house.forms, &import, at, &today)
        };
        self.store.read(work)
    }

    async fn work_chunk(&self, who: &Who, id: &str, turn: Turn) -> Result<Chunk, AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<Chunk, AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            let import = find(tx, &scene, &id)?;
            let mut chunk = Chunk {
                report: ImportReport::default(),
                last: None,
                stopped: import.state != "running",
                more: false,
            };
            if chunk.stopped {
                return Ok(chunk);
            }
            let held = turn.ahead.as_ref();
            let held = held.filter(|ahead| ahead.holds(&import, turn.at));
            let anew;
            let ahead = if let Some(held) = held {
                held
            } else {
                let forms = &scene.house.forms;
                anew = Ahead::read(tx, forms, &import, turn.at, &turn.today)?;
                &anew
            };
            (chunk.last, chunk.more) = (ahead.last, ahead.more);
            let work = Work {
                scene: &scene,
                import: &import,
                plans: &ahead.plans,
            };
            chunk.report = work.rows(tx, &ahead.rows)?;
            let mut sum: Sum = kept(&import.report)?;
            sum.add(&chunk.report.sum);
            let becomes = if chunk.last.is_some() || chunk.more {
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
        let (id, house) = (id.to_owned(), self.house());
        let work = move |tx: &mut Tx| -> Result<_, AppError> {
            let plans = plans(tx, &house.forms, &id)?;
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

pub(super) fn plans(tx: &mut Tx, forms: &Forms, id: &str) -> Result<Vec<Plan>, AppError> {
    let sheets = imports::sheets(tx, id)?.into_iter();
    sheets
        .map(|sheet| Plan::stored(tx, forms, &sheet))
        .collect()
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
