//! `kedang export`.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use kedang_app::AppError;
use kedang_app::customers::{Errand, Format, Layout, TakeOut, Taken, Taker};
use kedang_core::Problem;
use kedang_core::listing::{By, Question, Sort};
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::open::block_on;
use super::said::sentence;
use super::{At, ExportFile, ExportFormat};

pub(super) fn export(at: &At, file: &ExportFile) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let started = Instant::now();
    let title = tongue.say("customers-title").into_owned();
    let done = run(at, file, title).and_then(|mut taken| {
        write(&mut taken, &file.out)?;
        Ok(taken.rows)
    });
    let rows = match done {
        Ok(rows) => rows,
        Err(AppError::Problem(problem)) => {
            anyhow::bail!(sentence(tongue, problem.code, &problem.args))
        }
        Err(other) => return Err(other.into()),
    };
    let seconds = started.elapsed().as_secs_f64();
    let out = file.out.display().to_string();
    if at.json {
        println!(
            "{}",
            json!({ "rows": rows, "seconds": seconds, "file": out })
        );
    } else {
        println!("导出 {rows} 位客户到 {out}（{seconds:.1} 秒）");
    }
    Ok(ExitCode::SUCCESS)
}

fn run(at: &At, file: &ExportFile, title: String) -> Result<Taken, AppError> {
    let app = at
        .open()
        .map_err(|error| AppError::Internal(format!("{error:#}")))?;
    let format = match file.format {
        ExportFormat::Jsonl => Format::Jsonl,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Vcf => Format::Vcf,
    };
    let layout = match format {
        Format::Vcf => Layout::Cards,
        _ => Layout::Fields,
    };
    let ask = TakeOut {
        // The codes stand still while others work.
        question: Question::default().sorted(Sort {
            by: By::Code,
            down: false,
        }),
        layout,
        format,
        title,
    };
    let taker = Taker::Command(Errand::Export, file.login.clone());
    let work = async { Ok(app.export_customers(&taker, ask).await) };
    block_on(work).map_err(|error| AppError::Internal(format!("{error:#}")))?
}

fn write(taken: &mut Taken, out: &Path) -> Result<(), Problem> {
    let written = File::create(out).and_then(|mut to| {
        io::copy(&mut taken.file, &mut to)?;
        to.sync_all()
    });
    written.map_err(|error| {
        tracing::debug!(%error, "export");
        Problem::conflict("export.unwritable")
    })
}
