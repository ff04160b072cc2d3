//! What an import did, in words and as JSON.

use std::path::Path;
use std::process::ExitCode;

use kedang_app::imports::{ImportReport, Phrasing, Trouble};
use kedang_words::Tongue;
use serde_json::{Value, json};

use crate::cmd::said::sentence;

/// What is told at the end.
pub(super) struct Told<'a> {
    pub(super) file: &'a Path,
    pub(super) report: &'a ImportReport,
    pub(super) seconds: f64,
    /// The id by which it is taken back; none after a dry run.
    pub(super) undo: Option<&'a str>,
}

impl Told<'_> {
    pub(super) fn json(&self, tongue: Tongue) -> Value {
        let name = self.file.file_name().map(|name| name.to_string_lossy());
        let report = self.report;
        let problems = report.problems.iter().map(|trouble| {
            json!({
                "file": name, "sheet": (!trouble.sheet.is_empty()).then_some(&trouble.sheet),
                "row": trouble.row, "column": trouble.column,
                "code": trouble.code, "message": message(tongue, trouble),
            })
        });
        json!({
            "read": report.sum.read, "created": report.sum.created, "updated": report.sum.updated,
            "merged": report.sum.merged, "skipped": report.sum.skipped, "rejected": report.sum.rejected,
            "warnings": report.sum.warnings, "seconds": self.seconds, "undo_id": self.undo,
            "problems": problems.collect::<Vec<_>>(),
        })
    }

    pub(super) fn say(&self, tongue: Tongue) {
        let report = self.report;
        println!(
            "读 {} 行：新建 {}，更新 {}，并入 {}，跳过 {}，拒收 {}，提示 {}（{:.1} 秒）",
            report.sum.read,
            report.sum.created,
            report.sum.updated,
            report.sum.merged,
            report.sum.skipped,
            report.sum.rejected,
            report.sum.warnings,
            self.seconds
        );
        for trouble in &report.problems {
            let column = if trouble.column.is_empty() {
                "整行"
            } else {
                &trouble.column
            };
            let sheet = if trouble.sheet.is_empty() {
                String::new()
            } else {
                format!("工作表「{}」", trouble.sheet)
            };
            println!(
                "{sheet}第 {} 行 {column}：{}",
                trouble.row,
                message(tongue, trouble)
            );
        }
        match self.undo {
            Some(id) => println!("整批撤销（7 天内）：kedang import undo {id}"),
            None => println!("以上是试算，没有写入任何资料"),
        }
    }

    /// All in, some refused, or nothing that could be read.
    pub(super) fn exit(&self) -> ExitCode {
        let report = self.report;
        let through =
            report.sum.created + report.sum.updated + report.sum.merged + report.sum.skipped;
        match (report.sum.rejected, through) {
            (0, _) => ExitCode::SUCCESS,
            (_, 0) => ExitCode::FAILURE,
            _ => ExitCode::from(2),
        }
    }
}

fn message(tongue: Tongue, trouble: &Trouble) -> String {
    match Phrasing::of(&trouble.phrases, tongue.lang().code()) {
        None => sentence(tongue, trouble.code, &trouble.args),
        Some(Phrasing { own: Some(own), .. }) => own.clone(),
        Some(said) => {
            let args = said.args.iter();
            let args: Vec<_> = args
                .map(|(name, text)| (name.as_str(), text.as_str().into()))
                .collect();
            tongue.with(&said.code, &args).into_owned()
        }
    }
}
