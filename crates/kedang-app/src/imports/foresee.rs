//! What would become of a row that was looked at.

use kedang_store::imports::Staged;

use super::report::{ImportReport, Trouble};
use super::wish::{Duplicates, How, Mode};

/// Adds to `report` what would become of a row, and what was found about it.
pub(super) fn add(report: &mut ImportReport, row: &Staged, found: Vec<Trouble>, how: How) {
    let has = |code: &str| found.iter().any(|trouble| trouble.code == code);
    let sure = has("import.duplicate_of") || has("import.duplicate_row");
    let alike = sure || has("import.duplicate_maybe");
    let rule = how.decision.unwrap_or(how.duplicates);
    let count = match (row.state.as_str(), rule) {
        ("refused", _) => &mut report.sum.rejected,
        ("left", _) => &mut report.sum.skipped,
        _ if row.known.is_some() && !alike => match how.mode {
            Mode::Create => &mut report.sum.skipped,
            Mode::Both | Mode::Update => &mut report.sum.updated,
        },
        _ if how.mode == Mode::Update => &mut report.sum.skipped,
        (_, Duplicates::Ask) if sure => &mut report.sum.skipped,
        (_, Duplicates::Skip) if alike => &mut report.sum.skipped,
        (_, Duplicates::Merge) if alike => &mut report.sum.merged,
        _ => &mut report.sum.created,
    };
    *count += 1;
    report.sum.read += 1;
    if row.state != "refused" {
        report.sum.warnings += found.len() as u64;
    }
    report.problems.extend(found);
}
