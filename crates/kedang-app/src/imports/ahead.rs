//! Rows of a chunk as they read, made out while the chunk before it is stored.

use kedang_store::Tx;
use kedang_store::imports::{self, Import, Staged};

use super::chunk::CHUNK;
use super::pass::{Pass, passes};
use super::plan::Plan;
use super::report::ImportReport;
use super::run::plans;
use super::staged_row::{self, Said};
use crate::AppError;
use crate::forms::Forms;

/// Where a chunk begins: the way through the file, and the row before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct At {
    pub(super) pass: usize,
    pub(super) seq: i64,
}

/// The rows of a chunk that are due, as far as they can be understood by themselves.
pub(super) struct Ahead {
    pub(super) at: At,
    /// That of the import when its rows were read.
    version: i64,
    pub(super) plans: Vec<Plan>,
    pub(super) rows: Vec<Made>,
    /// The last row, due or not; none behind the end.
    pub(super) last: Option<i64>,
    /// Whether another way through the rows follows.
    pub(super) more: bool,
}

/// A row made out.
pub(super) struct Made {
    pub(super) row: Staged,
    /// The place of its table among the plans.
    pub(super) plan: usize,
    pub(super) said: Option<Said>,
    pub(super) report: ImportReport,
}

impl Ahead {
    /// Reads a chunk.
    pub(super) fn read(
        tx: &mut Tx,
        forms: &Forms,
        import: &Import,
        at: At,
        today: &str,
    ) -> Result<Self, AppError> {
        let staged = imports::after(tx, &import.id, at.seq, CHUNK as i64)?;
        let plans = plans(tx, forms, &import.id)?;
        let passes = passes(&plans);
        let pass = passes.get(at.pass).copied().unwrap_or(Pass::All);
        let last = staged.last().map(|row| row.seq);
        let due = |row: &Staged| row.outcome.is_none() && pass.takes(&plans, row.place);
        let rows = staged
            .into_iter()
            .filter(due)
            .map(|row| Made::of(row, import, &plans, today))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            at,
            version: import.version,
            rows,
            last,
            more: at.pass + 1 < passes.len(),
            plans,
        })
    }

    /// Whether nobody else has touched the import since: the chunk before moves its version on by
    /// one, and whoever mends a row has to stop the import and begin it again.
    pub(super) fn holds(&self, import: &Import, at: At) -> bool {
        self.at == at && import.version - self.version <= 1
    }
}

impl Made {
    fn of(row: Staged, import: &Import, plans: &[Plan], today: &str) -> Result<Self, AppError> {
        let lost = || AppError::Internal("a row of no table".to_owned());
        let plan = plans.iter().position(|plan| plan.place == row.place);
        let plan = plan.ok_or_else(lost)?;
        let mut report = ImportReport::default();
        let mut said = None;
        if row.state == "left" {
            report.sum.skipped += 1;
        } else {
            let source = &import.file_name;
            said = staged_row::read(&plans[plan], &row, source, today, &mut report)?;
        }
        Ok(Self {
            row,
            plan,
            said,
            report,
        })
    }
}
