//! `kedang form`: forms of the database listed, a folder compiled, two forms compared.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use kedang_app::forms::{Form, FormSources, diff_forms};
use serde_json::json;

use super::open::block_on;
use super::{At, Form as Ask};

pub(super) fn form(at: &At, ask: &Ask) -> anyhow::Result<ExitCode> {
    match ask {
        Ask::List => list(at),
        Ask::Lint { folder } => lint(at, folder),
        Ask::Diff { old, new } => diff(at, old, new),
    }
}

/// The newest version of every form.
fn list(at: &At) -> anyhow::Result<ExitCode> {
    let app = at.open()?;
    let forms = block_on(async { Ok(app.forms().await?) })?;
    for form in &forms {
        let meta = &form.meta;
        if at.json {
            let line = json!({ "key": meta.key, "version": meta.version, "title": meta.title });
            println!("{line}");
        } else {
            println!("{}  第 {} 版  {}", meta.key, meta.version, meta.title);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Compiles a folder; exit code 1 when there are defects.
fn lint(at: &At, folder: &Path) -> anyhow::Result<ExitCode> {
    let defects = Form::compile(&sources(folder)?).err().unwrap_or_default();
    for defect in &defects {
        let (code, path) = (format!("{:?}", defect.code), &defect.path);
        if at.json {
            println!(
                "{}",
                json!({ "code": code, "path": path, "detail": defect.detail })
            );
        } else {
            println!("{defect}");
        }
    }
    if defects.is_empty() {
        if !at.json {
            println!("{} 没有毛病", folder.display());
        }
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

/// What changed from one folder to the other; exit code 0 also when there is something.
fn diff(at: &At, old: &Path, new: &Path) -> anyhow::Result<ExitCode> {
    let changes = diff_forms(&compiled(old)?, &compiled(new)?);
    if at.json {
        println!("{}", serde_json::to_string(&changes)?);
        return Ok(ExitCode::SUCCESS);
    }
    for change in &changes {
        let weight = if change.safe {
            "旧答案不受影响"
        } else {
            "旧答案可能不合新版"
        };
        println!("{}  {:?}  {weight}", change.path, change.kind);
    }
    if changes.is_empty() {
        println!("没有改动");
    }
    Ok(ExitCode::SUCCESS)
}

fn compiled(folder: &Path) -> anyhow::Result<Form> {
    Form::compile(&sources(folder)?).map_err(|defects| {
        let lines: Vec<String> = defects.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{} 有毛病：\n{}", folder.display(), lines.join("\n"))
    })
}

/// The files of a form's folder.
fn sources(folder: &Path) -> anyhow::Result<FormSources> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("读不出 {}", path.display()))
    };
    let mut words = BTreeMap::new();
    let entries = fs::read_dir(folder).with_context(|| format!("打不开 {}", folder.display()))?;
    for entry in entries {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        let tag = name
            .strip_prefix("words.")
            .and_then(|rest| rest.strip_suffix(".toml"));
        if let Some(tag) = tag {
            words.insert(tag.to_owned(), read(&name)?);
        }
    }
    let optional = |name: &str| folder.join(name).exists().then(|| read(name)).transpose();
    Ok(FormSources {
        meta: read("form.toml")?,
        fields: read("fields.toml")?,
        layout: read("layout.toml")?,
        rules: optional("rules.toml")?,
        words,
        source: optional("source.txt")?,
    })
}
