//! `kedang import all`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, Subcommand};
use kedang_app::moving::{BroughtIn, bring_in};
use kedang_core::Clock;
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::At;
use super::backup::FAULTS;
use super::import::{self, Import};
use super::said::{refused, sentence};
use super::watched::watched;

/// What of `import` was asked for.
#[derive(Subcommand, Debug)]
pub(crate) enum Ask {
    #[command(flatten)]
    Rows(Import),
    /// Everything that `export all` wrote, into an empty place on either engine.
    All(All),
}

#[derive(Args, Debug)]
pub(crate) struct All {
    /// The folder that `export all` wrote; `--data` names the new data folder.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(super) fn either(at: &At, ask: &Ask) -> anyhow::Result<ExitCode> {
    match ask {
        Ask::Rows(ask) => import::import(at, ask),
        Ask::All(ask) => all(at, ask),
    }
}

fn all(at: &At, ask: &All) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let started = Instant::now();
    let place = at.place();
    eprintln!("全部导入要独占这个地方：完成之前请不要在这里启动服务");
    let into = (&place, at.data.as_path());
    let done = watched(|watch| bring_in(&ask.folder, into, Clock::System.now(), watch))?;
    let done = done.map_err(|error| refused(tongue, error))?;
    let seconds = started.elapsed().as_secs_f64();
    if at.json {
        println!("{}", as_json(tongue, at, &done, seconds));
    } else {
        say(tongue, at, &done, seconds);
    }
    Ok(if done.report.ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FAULTS)
    })
}

fn as_json(tongue: Tongue, at: &At, done: &BroughtIn, seconds: f64) -> serde_json::Value {
    let problem =
        |code, args: &[_]| json!({ "code": code, "message": sentence(tongue, code, args) });
    let problems = done.report.problems.iter();
    let problems: Vec<_> = problems.map(|f| problem(f.code, &f.args)).collect();
    json!({
        "data": at.data.display().to_string(), "made_at": done.manifest.made_at,
        "digest": done.report.digest, "migrated": done.migrated, "counts": done.report.counts,
        "problems": problems, "more": done.report.more, "seconds": seconds,
    })
}

fn say(tongue: Tongue, at: &At, done: &BroughtIn, seconds: f64) {
    let manifest = &done.manifest;
    let data = at.data.display();
    println!(
        "{} 的全部导出已导入 {data}（{seconds:.1} 秒）",
        manifest.made_at
    );
    if done.migrated {
        println!(
            "导出是第 {} 版的，已升级到本程序的版本；每一行都与清单相同，摘要只在同一版之间比较",
            manifest.schema
        );
    } else {
        println!("内容摘要与导出时相同：{}", done.report.digest);
    }
    println!("大家的密码照旧；登录状态、接口令牌和一次性链接没有带来，请重新登录、重新发放");
    for fault in &done.report.problems {
        println!("· {}", sentence(tongue, fault.code, &fault.args));
    }
}
