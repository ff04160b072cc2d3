//! `kedang import`.

use std::io::{IsTerminal, stderr};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use kedang_app::AppError;
use kedang_app::imports::{self, ImportReport, Sheet, Trouble};
use kedang_core::Problem;
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::open::block_on;
use super::said::sentence;
use super::{At, Import, ImportFile};

pub(super) fn import(at: &At, ask: &Import) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let (Import::Customers(file) | Import::Persons(file)) = ask;
    let started = Instant::now();
    let done = sheet(&file.file)
        .map_err(AppError::from)
        .and_then(|sheet| run(at, ask, file, &sheet));
    let report = match done {
        Ok(report) => report,
        Err(AppError::Problem(problem)) => {
            anyhow::bail!(
                "{}：{}",
                file.file.display(),
                sentence(tongue, problem.code, &problem.args)
            )
        }
        Err(other) => return Err(other.into()),
    };
    let seconds = started.elapsed().as_secs_f64();
    if at.json {
        println!("{}", as_json(tongue, &file.file, &report, seconds));
    } else {
        say(tongue, &report, seconds);
    }
    Ok(
        match (
            report.rejected,
            report.created + report.updated + report.skipped,
        ) {
            (0, _) => ExitCode::SUCCESS,
            (_, 0) => ExitCode::FAILURE,
            _ => ExitCode::from(2),
        },
    )
}

fn run(at: &At, ask: &Import, file: &ImportFile, sheet: &Sheet) -> Result<ImportReport, AppError> {
    let app = at
        .open()
        .map_err(|error| AppError::Internal(format!("{error:#}")))?;
    let login = file.login.as_deref();
    let total = sheet.rows.len();
    let progress = |read: u64| {
        if stderr().is_terminal() {
            eprint!("\r{read} / {total}");
        }
    };
    let work = async {
        Ok(match ask {
            Import::Customers(_) => {
                let name = file
                    .file
                    .file_name()
                    .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                app.import_customers(sheet, &name, login, progress).await
            }
            Import::Persons(_) => app.import_persons(sheet, login, progress).await,
        })
    };
    block_on(work).map_err(|error| AppError::Internal(format!("{error:#}")))?
}

fn sheet(path: &Path) -> Result<Sheet, Problem> {
    let bytes = std::fs::read(path).map_err(|error| {
        tracing::debug!(%error, "import");
        Problem::not_found("import.unreadable").with("path", path.display().to_string())
    })?;
    imports::sheet(&bytes)
}

fn as_json(tongue: Tongue, file: &Path, report: &ImportReport, seconds: f64) -> serde_json::Value {
    let name = file
        .file_name()
        .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let problems: Vec<_> = report
        .problems
        .iter()
        .map(|trouble| {
            json!({
                "file": name, "sheet": null, "row": trouble.row, "column": trouble.column,
                "code": trouble.code, "message": message(tongue, trouble),
            })
        })
        .collect();
    json!({
        "read": report.read, "created": report.created, "updated": report.updated, "merged": 0,
        "skipped": report.skipped, "rejected": report.rejected, "warnings": report.warnings,
        "seconds": seconds, "undo_id": null, "problems": problems,
    })
}

fn say(tongue: Tongue, report: &ImportReport, seconds: f64) {
    println!(
        "读 {} 行：新建 {}，更新 {}，跳过 {}，拒收 {}，提示 {}（{seconds:.1} 秒）",
        report.read,
        report.created,
        report.updated,
        report.skipped,
        report.rejected,
        report.warnings
    );
    for trouble in &report.problems {
        let column = if trouble.column.is_empty() {
            "整行"
        } else {
            &trouble.column
        };
        println!(
            "第 {} 行 {column}：{}",
            trouble.row,
            message(tongue, trouble)
        );
    }
}

fn message(tongue: Tongue, trouble: &Trouble) -> String {
    sentence(tongue, trouble.code, &trouble.args)
}
