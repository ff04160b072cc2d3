//! `kedang restore`.

use std::process::ExitCode;
use std::time::Instant;

use kedang_app::backup::{Restored, restore as bring_back};
use kedang_core::Clock;
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::backup::FAULTS;
use super::said::refused;
use super::{At, Restore};

pub(super) fn restore(at: &At, ask: &Restore) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let started = Instant::now();
    let done = bring_back(&ask.from, &at.place(), &at.data, Clock::System.now());
    let done = done.map_err(|error| refused(tongue, error))?;
    let seconds = started.elapsed().as_secs_f64();
    if at.json {
        println!("{}", as_json(at, &done, seconds));
    } else {
        say(at, &done, seconds);
    }
    Ok(if faults(&done) == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FAULTS)
    })
}

/// What was damaged before the backup was made, or is now.
fn faults(done: &Restored) -> u64 {
    let now = done.report.problems.len() as u64 + done.report.more;
    now.max(done.manifest.faults)
}

fn as_json(at: &At, done: &Restored, seconds: f64) -> serde_json::Value {
    json!({
        "data": at.data.display().to_string(), "made_at": done.manifest.made_at,
        "digest": done.report.digest, "migrated": done.migrated,
        "files": done.manifest.files.len(), "counts": done.report.counts,
        "faults": faults(done), "seconds": seconds,
    })
}

fn say(at: &At, done: &Restored, seconds: f64) {
    let manifest = &done.manifest;
    let data = at.data.display();
    println!(
        "{} 的备份已恢复到 {data}（{seconds:.1} 秒）",
        manifest.made_at
    );
    if done.migrated {
        println!(
            "备份是第 {} 版的，已升级到本程序的版本；每个文件都与清单相同，摘要只在同一版之间比较",
            manifest.schema
        );
    } else {
        println!("内容摘要与备份时相同：{}", done.report.digest);
    }
    println!("登录状态和一次性链接没有恢复，请大家重新登录；密码和接口令牌是备份时的");
    match faults(done) {
        0 => {}
        found => println!("备份之前已有 {found} 个问题，请运行 kedang verify 查看"),
    }
}
