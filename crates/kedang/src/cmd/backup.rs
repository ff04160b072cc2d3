//! `kedang backup`.

use std::process::ExitCode;
use std::time::Instant;

use kedang_app::backup::{House, Taken, take};
use kedang_core::Clock;
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::said::{refused, sentence};
use super::{At, Backup};

/// The backup is there, but something in it was already damaged.
pub(super) const FAULTS: u8 = 2;

pub(super) fn backup(at: &At, ask: &Backup) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let started = Instant::now();
    let house = House {
        place: &at.place(),
        files: &at.data.join("files"),
        keys: &at.data.join("tls"),
    };
    let taken = take(house, &ask.out, Clock::System.now());
    let taken = taken.map_err(|error| refused(tongue, error))?;
    let seconds = started.elapsed().as_secs_f64();
    if at.json {
        println!("{}", as_json(tongue, &taken, seconds));
    } else {
        say(tongue, &taken, seconds);
    }
    Ok(if taken.report.ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FAULTS)
    })
}

fn as_json(tongue: Tongue, taken: &Taken, seconds: f64) -> serde_json::Value {
    let manifest = &taken.manifest;
    let problems: Vec<_> = taken
        .report
        .problems
        .iter()
        .map(|fault| json!({ "code": fault.code, "message": sentence(tongue, fault.code, &fault.args) }))
        .collect();
    json!({
        "backup": taken.folder.display().to_string(), "digest": manifest.digest,
        "engine": manifest.engine, "schema": manifest.schema, "counts": manifest.counts,
        "files": manifest.files.len(), "bytes": manifest.bytes(), "seconds": seconds,
        "problems": problems, "more": taken.report.more,
    })
}

fn say(tongue: Tongue, taken: &Taken, seconds: f64) {
    let manifest = &taken.manifest;
    let count = |key: &str| manifest.counts.get(key).copied().unwrap_or_default();
    println!("备份已写好：{}", taken.folder.display());
    println!(
        "客户 {}，表卡 {}，审计 {}；{} 个文件，{} 字节（{seconds:.1} 秒）",
        count("customers"),
        count("cards"),
        count("audit"),
        manifest.files.len(),
        manifest.bytes(),
    );
    println!("内容摘要（SHA-256）：{}", manifest.digest);
    if !taken.report.ok() {
        println!("备份是完整的，但备份之前已有 {} 个问题：", manifest.faults);
        for fault in &taken.report.problems {
            println!("· {}", sentence(tongue, fault.code, &fault.args));
        }
    }
}
