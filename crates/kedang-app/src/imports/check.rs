//! Looks at every row of a staged file before anything becomes of it.

use std::sync::Arc;

use kedang_store::Tx;
use kedang_store::imports::{self, Staged};

use super::chunk::CHUNK;
use super::pass::{Pass, passes};
use super::report::ImportReport;
use super::review::{Above, Check, Learned};
use super::run::plans;
use super::who::{Who, find};
use super::{foresee, how};
use crate::{App, AppError};

impl App {
    /// Checks every row of a staged file; `seen` hears how many are through. Answers what would
    /// become of them.
    ///
    /// # Errors
    /// `import.not_found`, and what the store reports.
    pub async fn check_import(
        &self,
        who: &Who,
        id: &str,
        mut seen: impl FnMut(u64),
    ) -> Result<ImportReport, AppError> {
        let (mut at, mut pass, mut report) = (0, 0, ImportReport::default());
        let today: Arc<str> = self.today().into();
        let mut above = Arc::new(Above::new());
        loop {
            let (moment, house, who) = (self.moment()?, self.house(), who.clone());
            let (id, today) = (id.to_owned(), today.clone());
            let known = above.clone();
            let work = move |tx: &mut Tx| -> Result<Chunk, AppError> {
                let scene = who.scene(tx, &moment, &house)?;
                let import = find(tx, &scene, &id)?;
                let rows = imports::after(tx, &id, at, CHUNK as i64)?;
                if import.state != "staged" {
                    return Ok(Chunk::default());
                }
                let plans = plans(tx, &scene.house.forms, &id)?;
                let passes = passes(&plans);
                let more = pass + 1 < passes.len();
                let pass = passes.get(pass).copied().unwrap_or(Pass::All);
                // A job may run again: what it learns is handed over once it is through.
                let mut learned = Learned {
                    known: &known,
                    new: Above::new(),
                };
                let check = Check {
                    scene: &scene,
                    import: &import,
                    plans: &plans,
                    today: &today,
                };
                let mut report = ImportReport::default();
                let due = rows.iter().filter(|row| pass.takes(&plans, row.place));
                let due: Vec<&Staged> = due.collect();
                let checked = check.rows(tx, &due, &mut learned)?;
                imports::checked(tx, &id, checked.iter().map(|(row, _)| row))?;
                for (row, found) in checked {
                    let how = how::of(&import, &row, "");
                    foresee::add(&mut report, &row, found, how);
                }
                Ok(Chunk {
                    report,
                    last: rows.last().map(|row| row.seq),
                    more,
                    learned: learned.new,
                })
            };
            let looked = self.store.write(work).await?;
            Arc::make_mut(&mut above).extend(looked.learned);
            report.add(looked.report);
            seen(report.sum.read);
            match looked.last {
                Some(last) => at = last,
                None if looked.more => (pass, at) = (pass + 1, 0),
                None => return Ok(report),
            }
        }
    }
}

/// How a chunk was looked through.
#[derive(Default)]
struct Chunk {
    report: ImportReport,
    last: Option<i64>,
    /// Whether another way through the rows follows.
    more: bool,
    learned: Above,
}
