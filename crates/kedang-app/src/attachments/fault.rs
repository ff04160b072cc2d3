//! What the file store complains of, as a refusal with a sentence.

use kedang_core::{Arg, FieldProblem, Problem};
use kedang_files::FileFault;

use crate::AppError;

/// Bytes in a megabyte as people mean it for files.
const MB: i64 = 1024 * 1024;

impl From<FileFault> for AppError {
    fn from(fault: FileFault) -> Self {
        match &fault {
            FileFault::Storage(_) => Self::Internal(format!("{fault}: {:?}", source(&fault))),
            FileFault::StorageFull(_) => {
                tracing::error!(%fault, "the file store is full");
                Problem::conflict("file.storage_full").into()
            }
            FileFault::Missing { id } | FileFault::Damaged { id } => {
                tracing::error!(%id, %fault, "a file of a dossier");
                Problem::conflict(fault.code()).into()
            }
            FileFault::IdInvalid => Self::Internal("a stored hash is none".to_owned()),
            _ => refusal(&fault).into(),
        }
    }
}

fn source(fault: &FileFault) -> Option<String> {
    std::error::Error::source(fault).map(ToString::to_string)
}

/// The refusal of a file, against the field `file`. Bytes are also given as MB, rounded as the
/// reader would: the limit down, what was found up.
fn refusal(fault: &FileFault) -> Problem {
    let mut args = fault.args();
    if let FileFault::TooLarge { .. } = fault {
        args = args.into_iter().map(in_megabytes).collect();
    }
    let mut problem = Problem::invalid("attachment.invalid");
    problem.fields.push(FieldProblem {
        field: "file".to_owned(),
        code: fault.code(),
        args,
    });
    problem
}

fn in_megabytes((name, arg): (&'static str, Arg)) -> (&'static str, Arg) {
    match (name, arg) {
        ("limit", Arg::Number(bytes)) => ("limit", Arg::Number(bytes / MB)),
        (name, Arg::Number(bytes)) => (name, Arg::Number(bytes.saturating_add(MB - 1) / MB)),
        other => other,
    }
}
