//! What would become of a row that was looked at.

use kedang_store::imports::Staged;

use super::report::{ImportReport, Trouble};
use super::wish::Duplicates;

/// Adds to `report` what would become of a row, and what was found about it.
pub(super) fn add(report: &mut ImportReport, row: &Staged, found: Vec<Trouble>, rule: Duplicates) {
    let has = |code: &str| found.iter().any(|trouble| trouble.code == code);
    let sure = has("import.duplicate_of") || has("import.duplicate_row");
    let alike = sure || has("import.duplicate_maybe");
    let count = match (row.state.as_str(), rule) {
        ("refused", _) => &mut report.rejected,
        ("left", _) => &mut report.skipped,
        (_, Duplicates::Ask) if sure => &mut report.skipped,
        (_, Duplicates::Skip) if alike => &mut report.skipped,
        (_, Duplicates::Merge) if alike => &mut report.merged,
        _ if row.known.is_some() && !alike => &mut report.updated,
        _ => &mut report.created,
    };
    *count += 1;
    report.read += 1;
    if row.state != "refused" {
        report.warnings += found.len() as u64;
    }
    report.problems.extend(found);
}
