//! Every content that an attachment refers to is on the disk and has the hash it is named after.

use std::collections::BTreeMap;

use kedang_files::{FileFault, Files, Sha};
use kedang_store::verify::{self as stored, Paper};
use kedang_store::{StoreError, Tx};

use super::Report;

/// Contents by hash, each with one attachment that needs it.
pub(crate) type Wanted = BTreeMap<String, Paper>;

/// What must be on the disk; tells of attachments that name no content.
pub(super) fn wanted(tx: &mut Tx, report: &mut Report) -> Result<Wanted, StoreError> {
    let mut all = Wanted::new();
    stored::papers(tx, |paper| {
        match &paper.sha256 {
            Some(sha) => drop(all.insert(sha.clone(), paper.clone())),
            None => report.tell("verify.paper_without_content", args(&paper)),
        }
        for sha in &paper.pictures {
            all.insert(sha.clone(), paper.clone());
        }
    })?;
    Ok(all)
}

/// Reads every one of them through.
pub(super) fn check(files: &Files, wanted: &Wanted, report: &mut Report) {
    for (sha, paper) in wanted {
        if let Err(fault) = Sha::parse(sha).and_then(|sha| files.verify(&sha)) {
            tell(report, paper, &fault);
        }
    }
    report
        .counts
        .insert("files".to_owned(), wanted.len() as u64);
}

/// Tells what is wrong with a content, by an attachment that needs it.
pub(crate) fn tell(report: &mut Report, paper: &Paper, fault: &FileFault) {
    let code = match fault {
        FileFault::Missing { .. } => "verify.file_missing",
        FileFault::Damaged { .. } | FileFault::IdInvalid => "verify.file_damaged",
        error => {
            tracing::warn!(%error, id = paper.id, "a file cannot be read");
            "verify.file_unreadable"
        }
    };
    report.tell(code, args(paper));
}

fn args(paper: &Paper) -> Vec<(&'static str, kedang_core::Arg)> {
    vec![
        ("code", paper.code.as_str().into()),
        ("name", paper.name.as_str().into()),
        ("id", paper.id.as_str().into()),
    ]
}
