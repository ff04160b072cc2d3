//! `kedang migrate`.

use std::process::ExitCode;

use kedang_core::Clock;
use kedang_store::{Outlook, StoreError};
use serde_json::json;

use super::said::schema;
use super::{At, Migrate};

/// The data is not this program's: newer, or of another history.
const UNKNOWN: u8 = 3;

pub(super) fn migrate(at: &At, ask: &Migrate) -> anyhow::Result<ExitCode> {
    if ask.check {
        return check(at);
    }
    let done = kedang_store::migrate(&at.place(), Clock::System.now()).map_err(schema)?;
    let copy = done.copy.as_ref().map(|path| path.display().to_string());
    if at.json {
        println!(
            "{}",
            json!({ "from": done.from, "to": done.to, "copy": copy })
        );
    } else {
        println!("数据库从第 {} 版升到第 {} 版", done.from, done.to);
        if let Some(copy) = copy {
            println!("升级前的副本：{copy}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn check(at: &At) -> anyhow::Result<ExitCode> {
    match kedang_store::outlook(&at.place()) {
        Ok(Outlook { from, to, pending }) => {
            if at.json {
                println!("{}", json!({ "from": from, "to": to, "pending": pending }));
            } else {
                say(from, to, &pending);
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(error @ (StoreError::SchemaNewer { .. } | StoreError::SchemaDiffers { .. })) => {
            let sentence = schema(error).to_string();
            if at.json {
                println!("{}", json!({ "error": sentence }));
            }
            eprintln!("kedang：{sentence}");
            Ok(ExitCode::from(UNKNOWN))
        }
        Err(other) => Err(other.into()),
    }
}

fn say(from: u32, to: u32, pending: &[&str]) {
    match (from, pending) {
        (_, []) => println!("数据库是第 {to} 版，与本程序一致，不用升级"),
        (0, _) => println!("这里还没有数据库，会新建成第 {to} 版："),
        _ => println!("数据库是第 {from} 版，会升级到第 {to} 版："),
    }
    for step in pending {
        println!("  {step}");
    }
    if !pending.is_empty() {
        println!("以上只是查看，什么都没有改动");
    }
}
