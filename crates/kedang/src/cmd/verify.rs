//! `kedang verify`.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use kedang_app::AppError;
use kedang_app::verify::{self, Report};
use kedang_store::{Store, StoreError};
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::At;
use super::said::{schema, sentence};

/// Opens the database as it is: a check neither migrates nor publishes anything.
pub(super) fn verify(at: &At) -> anyhow::Result<ExitCode> {
    let words = Words::load()?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let started = Instant::now();
    let checked = match Store::open(&at.place()) {
        Ok(store) => verify::verify(&store, &at.data.join("files")),
        Err(StoreError::Unsupported(why)) => Ok(Report::unreadable(&why)),
        Err(other @ (StoreError::SchemaNewer { .. } | StoreError::SchemaDiffers { .. })) => {
            return Err(schema(other));
        }
        Err(other) => return Err(other).context("数据库打不开"),
    };
    let report = match checked {
        Ok(report) => report,
        Err(AppError::Problem(problem)) => {
            anyhow::bail!(sentence(tongue, problem.code, &problem.args))
        }
        Err(other) => return Err(other.into()),
    };
    if at.json {
        println!("{}", as_json(tongue, &report));
    } else {
        say(tongue, &report, started.elapsed().as_secs_f64());
    }
    Ok(if report.ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn as_json(tongue: Tongue, report: &Report) -> serde_json::Value {
    let problems: Vec<_> = report
        .problems
        .iter()
        .map(|fault| {
            let message = sentence(tongue, fault.code, &fault.args);
            json!({ "code": fault.code, "message": message })
        })
        .collect();
    json!({
        "ok": report.ok(), "problems": problems, "more": report.more,
        "counts": report.counts, "digest": report.digest,
    })
}

fn say(tongue: Tongue, report: &Report, seconds: f64) {
    let count = |key: &str| report.counts.get(key).copied().unwrap_or_default();
    println!(
        "客户 {}，表卡 {}，签名 {}，材料文件 {}，审计 {}（{seconds:.1} 秒）",
        count("customers"),
        count("cards"),
        count("signatures"),
        count("files"),
        count("audit"),
    );
    println!("内容摘要（SHA-256）：{}", report.digest);
    if report.ok() {
        println!("检查完毕，没有发现问题");
        return;
    }
    println!(
        "发现 {} 个问题：",
        report.problems.len() as u64 + report.more
    );
    for fault in &report.problems {
        println!("· {}", sentence(tongue, fault.code, &fault.args));
    }
    if report.more > 0 {
        println!("……另有 {} 个问题没有逐条列出", report.more);
    }
}
