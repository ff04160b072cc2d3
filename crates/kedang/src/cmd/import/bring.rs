//! Brings a file in, goes on with one, takes one back.

use std::io::{IsTerminal, stderr};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use kedang_app::imports::{self, Book, Brought, ImportReport, Reading, Subject, Sum, Who, Wish};
use kedang_app::{App, AppError};
use kedang_core::Problem;
use kedang_words::Tongue;
use serde_json::json;

use super::told::Told;
use super::{ImportFile, ImportId, mapping};
use crate::cmd::At;
use crate::cmd::open::block_on;
use crate::cmd::said::{refused, sentence};

/// Why what an import made lies in the bin.
const WITHDRAWN: &str = "撤销导入";

pub(super) fn bring(
    at: &At,
    tongue: Tongue,
    ask: &ImportFile,
    subject: Option<Subject>,
) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    let mapping = ask.mapping.as_deref().map(mapping::read).transpose()?;
    let mapping = mapping.unwrap_or_default();
    let book = read(&ask.file, ask.encoding.clone()).map_err(|p| about(tongue, &ask.file, &p))?;
    let subject = match (subject, book.sheets.len()) {
        (None, 1) => Some(Subject::Customers),
        (subject, _) => subject,
    };
    let wish = Wish {
        mode: ask.mode.into(),
        duplicates: ask.duplicates.into(),
        matched: ask.matched.into(),
        subject,
        form: ask.form.clone().or(mapping.form),
        targets: mapping.targets,
    };
    let total: usize = book.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let name = ask.file.file_name();
    let brought = Brought {
        name: name.map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        book,
    };
    let (app, who) = (at.open()?, Who::Login(ask.login.clone()));
    let work = run(&app, &who, brought, wish, (ask.dry_run, total));
    let done = block_on(async { Ok(work.await) })?;
    let (report, id) = done.map_err(|error| match error {
        AppError::Problem(problem) => about(tongue, &ask.file, &problem),
        other => other.into(),
    })?;
    let told = Told {
        file: &ask.file,
        report: &report,
        seconds: started.elapsed().as_secs_f64(),
        undo: id.as_deref(),
    };
    if at.json {
        println!("{}", told.json(tongue));
    } else {
        told.say(tongue);
    }
    Ok(told.exit())
}

async fn run(
    app: &App,
    who: &Who,
    brought: Brought,
    wish: Wish,
    (dry, total): (bool, usize),
) -> Result<(ImportReport, Option<String>), AppError> {
    let seen = |read: u64| {
        if stderr().is_terminal() {
            eprint!("\r{read} / {total}");
        }
    };
    if dry {
        return Ok((app.try_import(who, brought, wish, seen).await?, None));
    }
    let (report, id) = app.import_whole(who, brought, wish, seen).await?;
    Ok((report, Some(id)))
}

pub(super) fn resume(at: &At, tongue: Tongue, ask: &ImportId) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    let (app, who) = (at.open()?, Who::Login(ask.login.clone()));
    let work = async {
        app.begin_import(&who, &ask.id).await?;
        app.work_import(&who, &ask.id, |_| {}).await
    };
    let report = block_on(async { Ok(work.await) })?.map_err(|error| refused(tongue, error))?;
    let told = Told {
        file: Path::new(""),
        report: &report,
        seconds: started.elapsed().as_secs_f64(),
        undo: Some(&ask.id),
    };
    if at.json {
        println!("{}", told.json(tongue));
    } else {
        told.say(tongue);
    }
    Ok(told.exit())
}

pub(super) fn undo(at: &At, tongue: Tongue, ask: &ImportId) -> anyhow::Result<ExitCode> {
    let (app, who) = (at.open()?, Who::Login(ask.login.clone()));
    let work = app.undo_import(&who, &ask.id, WITHDRAWN, |_| {});
    let Sum { undone, kept, .. } =
        block_on(async { Ok(work.await) })?.map_err(|error| refused(tongue, error))?;
    if at.json {
        println!("{}", json!({ "undone": undone, "kept": kept }));
    } else {
        println!("已撤销 {undone} 行；{kept} 行此后又改动过，保留现状");
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path, encoding: Option<String>) -> Result<Book, Problem> {
    let bytes = std::fs::read(path).map_err(|error| {
        tracing::debug!(%error, "import");
        Problem::not_found("import.unreadable").with("path", path.display().to_string())
    })?;
    let reading = Reading {
        encoding,
        ..Reading::default()
    };
    imports::book(&bytes, &reading)
}

fn about(tongue: Tongue, file: &Path, problem: &Problem) -> anyhow::Error {
    let said = sentence(tongue, problem.code, &problem.args);
    anyhow::anyhow!("{}：{said}", file.display())
}
