//! `kedang migrate`.

use std::process::ExitCode;

use kedang_core::Clock;
use kedang_store::{Store, StoreError};
use serde_json::json;

use super::{At, Migrate};

pub(super) fn migrate(at: &At, ask: &Migrate) -> anyhow::Result<ExitCode> {
    let place = at.place();
    if ask.check {
        return match Store::open(&place) {
            Ok(_) => {
                println!("数据库与本程序版本一致");
                Ok(ExitCode::SUCCESS)
            }
            Err(StoreError::SchemaOlder { .. }) => {
                println!("数据库较旧，需要升级");
                Ok(ExitCode::from(2))
            }
            Err(other) => Err(other.into()),
        };
    }
    let done = kedang_store::migrate(&place, Clock::System.now())?;
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
