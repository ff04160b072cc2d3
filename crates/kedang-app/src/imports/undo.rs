//! Takes a whole import back: what it made goes into the bin, what it changed becomes what it was.
//! What somebody has changed since stays as it is and is counted.

use kedang_core::Problem;
use kedang_store::Tx;
use kedang_store::imports::{self, Import, Step};

use super::back::Back;
use super::chunk::CHUNK;
use super::fate::Touch;
use super::finding::{keep, kept};
use super::pass::{Pass, passes};
use super::run::{LEASE, lapsed, plans};
use super::sum::Sum;
use super::who::{Who, find};
use crate::audit::{self, By, Deed};
use crate::{App, AppError};

/// How a chunk went back.
struct Chunk {
    sum: Sum,
    last: Option<i64>,
    /// Whether another way through the rows follows.
    more: bool,
}

impl App {
    /// Takes an import back within 7 days; `reason` stands in the bin beside what it made. One that
    /// was broken off goes on.
    ///
    /// # Errors
    /// `import.not_found`, `import.undo_late`, `import.state_wrong`.
    pub async fn undo_import(
        &self,
        who: &Who,
        id: &str,
        reason: &str,
        seen: impl FnMut(u64),
    ) -> Result<Sum, AppError> {
        self.begin_undo(who, id).await?;
        self.work_undo(who, id, reason, seen).await
    }

    /// Goes through with what was begun.
    ///
    /// # Errors
    /// What the store reports; what is back stays back, and it can go on.
    pub async fn work_undo(
        &self,
        who: &Who,
        id: &str,
        reason: &str,
        mut seen: impl FnMut(u64),
    ) -> Result<Sum, AppError> {
        let (mut at, mut pass) = (i64::MAX, 0);
        loop {
            let chunk = self.undo_chunk(who, id, (pass, at), reason).await?;
            seen(chunk.sum.undone + chunk.sum.kept);
            match chunk.last {
                Some(last) => at = last,
                None if chunk.more => (pass, at) = (pass + 1, i64::MAX),
                None => return Ok(chunk.sum),
            }
        }
    }

    /// Begins to take an import back.
    ///
    /// # Errors
    /// As [`App::undo_import`].
    pub async fn begin_undo(&self, who: &Who, id: &str) -> Result<(), AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let id = id.to_owned();
        let work = move |tx: &mut Tx| -> Result<(), AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            let import = find(tx, &scene, &id)?;
            may_undo(&import, moment.at())?;
            move_on(tx, &import, &import.report, moment.at())?;
            let deed = Deed {
                action: "import.undo",
                object: ("import", &id),
                class: None,
                decision: "allowed",
                fields: &[],
                payload: None,
            };
            let mut draw = moment.draw();
            Ok(audit::record(tx, &mut draw, By::from(&scene), &deed)?)
        };
        self.store.write(work).await
    }

    async fn undo_chunk(
        &self,
        who: &Who,
        id: &str,
        (pass, at): (usize, i64),
        reason: &str,
    ) -> Result<Chunk, AppError> {
        let (moment, house, who) = (self.moment()?, self.house(), who.clone());
        let (id, reason) = (id.to_owned(), reason.to_owned());
        let work = move |tx: &mut Tx| -> Result<Chunk, AppError> {
            let scene = who.scene(tx, &moment, &house)?;
            let import = find(tx, &scene, &id)?;
            let mut sum: Sum = kept(&import.report)?;
            let rows = imports::before(tx, &id, at, CHUNK as i64)?;
            let plans = plans(tx, &scene.house.forms, &id)?;
            // What hangs on customers goes before them.
            let mut passes = passes(&plans);
            passes.reverse();
            let more = pass + 1 < passes.len();
            let pass = passes.get(pass).copied().unwrap_or(Pass::All);
            let mut back = Back {
                scene: &scene,
                draw: moment.draw(),
                import: &id,
                reason: &reason,
            };
            for (seq, touched, _) in rows.iter().filter(|row| pass.takes(&plans, row.2)) {
                let touches: Vec<Touch> = kept(touched)?;
                let whole = back.row(tx, &touches)?;
                let (count, outcome) = if whole {
                    (&mut sum.undone, "undone")
                } else {
                    (&mut sum.kept, "kept")
                };
                *count += 1;
                imports::touched(tx, &id, *seq, outcome)?;
            }
            let last = rows.last().map(|(seq, ..)| *seq);
            let report = keep(&sum)?;
            match last {
                Some(_) => move_on(tx, &import, &report, moment.at())?,
                None if more => move_on(tx, &import, &report, moment.at())?,
                None => {
                    let staff = scene.actor.staff.as_str();
                    imports::undone(tx, &id, moment.at(), staff, &report)?;
                }
            }
            Ok(Chunk { sum, last, more })
        };
        self.store.write(work).await
    }
}

/// Whether it can be taken back now.
pub(super) fn may_undo(import: &Import, now: i64) -> Result<(), Problem> {
    let stands = match import.state.as_str() {
        "done" | "stopped" => true,
        "running" | "undoing" => lapsed(import, now),
        _ => false,
    };
    if !stands {
        return Err(Problem::conflict("import.state_wrong"));
    }
    if import.until.is_none_or(|until| until.0 <= now) {
        return Err(Problem::conflict("import.undo_late"));
    }
    Ok(())
}

fn move_on(tx: &mut Tx, import: &Import, report: &str, at: i64) -> Result<(), AppError> {
    let step = Step {
        from: &import.state,
        to: "undoing",
        report,
        lease_until: Some(at + LEASE),
        until: import.until.map(|until| until.0),
        at,
    };
    if imports::step(tx, &import.id, &step)? {
        Ok(())
    } else {
        Err(Problem::conflict("import.state_wrong").into())
    }
}
