//! `kedang export all`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, Subcommand};
use kedang_app::Chance;
use kedang_app::moving::{TakenOut, take_out};
use kedang_core::{Clock, Moment};
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::backup::FAULTS;
use super::said::{refused, sentence};
use super::watched::watched;
use super::{At, Export, export, export_dossier};

/// What of `export` was asked for.
#[derive(Subcommand, Debug)]
pub(crate) enum Ask {
    #[command(flatten)]
    Rows(Export),
    /// Everything, in an open form: tables as JSON lines, files, a manifest.
    All(All),
}

#[derive(Args, Debug)]
pub(crate) struct All {
    /// The folder to be written; absent or empty.
    #[arg(short = 'o', long = "out", value_name = "DIR")]
    out: PathBuf,
}

pub(super) fn either(at: &At, ask: &Ask) -> anyhow::Result<ExitCode> {
    match ask {
        Ask::Rows(Export::Customers(file)) => export::export(at, file),
        Ask::Rows(Export::Dossier(ask)) => export_dossier::dossier(at, ask),
        Ask::All(ask) => all(at, ask),
    }
}

fn all(at: &At, ask: &All) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let started = Instant::now();
    let moment = Moment::new(Clock::System.now(), Chance::System.seed()?);
    let (place, files) = (at.place(), at.data.join("files"));
    let taken = watched(|watch| take_out((&place, &files), &ask.out, &moment, watch))?;
    let taken = taken.map_err(|error| refused(tongue, error))?;
    let seconds = started.elapsed().as_secs_f64();
    if at.json {
        println!("{}", as_json(tongue, ask, &taken, seconds));
    } else {
        say(tongue, ask, &taken, seconds);
    }
    Ok(if taken.report.ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FAULTS)
    })
}

fn as_json(tongue: Tongue, ask: &All, taken: &TakenOut, seconds: f64) -> serde_json::Value {
    let manifest = &taken.manifest;
    let problem =
        |code, args: &[_]| json!({ "code": code, "message": sentence(tongue, code, args) });
    let problems = taken.report.problems.iter();
    let problems: Vec<_> = problems.map(|f| problem(f.code, &f.args)).collect();
    json!({
        "folder": ask.out.display().to_string(), "digest": manifest.digest,
        "engine": manifest.engine, "schema": manifest.schema, "counts": manifest.counts,
        "files": manifest.contents(), "bytes": manifest.bytes(), "seconds": seconds,
        "problems": problems, "more": taken.report.more,
    })
}

fn say(tongue: Tongue, ask: &All, taken: &TakenOut, seconds: f64) {
    let manifest = &taken.manifest;
    let count = |key: &str| manifest.counts.get(key).copied().unwrap_or_default();
    println!("全部导出到 {}（{seconds:.1} 秒）", ask.out.display());
    println!(
        "客户 {}，表卡 {}，审计 {}；{} 张表，{} 个材料文件，{} 字节",
        count("customers"),
        count("cards"),
        count("audit"),
        manifest.tables.len(),
        manifest.contents(),
        manifest.bytes(),
    );
    println!("内容摘要（SHA-256）：{}", manifest.digest);
    println!("里面有全部档案和密码的散列，没有加密：请像档案一样保管");
    if !taken.report.ok() {
        println!("导出是完整的，但导出之前已有 {} 个问题：", manifest.faults);
        for fault in &taken.report.problems {
            println!("· {}", sentence(tongue, fault.code, &fault.args));
        }
    }
}
