//! What became of a row.

use kedang_store::imports::{Done, Staged};

use super::fate::Fate;
use super::finding::{Finding, keep};
use super::plan::Plan;
use super::report::{ImportReport, ONCE};
use crate::AppError;

/// What became of a row, as it is kept.
pub(super) fn kept(row: &Staged, fate: &Fate) -> Result<Done, AppError> {
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
    Ok(Done {
        seq: row.seq,
        state: if out { "out" } else { "in" },
        findings,
        outcome,
        object: fate.object.clone(),
        touched: touched.transpose()?,
    })
}

/// What is to be told of a row of a table.
pub(super) fn told(plan: &Plan, fate: Fate) -> ImportReport {
    let mut report = fate.report;
    report.sum.read = 1;
    for trouble in &mut report.problems {
        trouble.sheet.clone_from(&plan.name);
    }
    report
}
