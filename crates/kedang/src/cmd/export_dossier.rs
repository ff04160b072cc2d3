//! `kedang export dossier`.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use kedang_api::DossierDocument;
use kedang_app::customers::{Errand, Taker};
use kedang_app::paper::Voice;
use kedang_app::{App, AppError};
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::open::block_on;
use super::said::refused;
use super::{At, DossierFormat, ExportDossier};

/// What is written, and characters that no font has.
type Written = (Vec<u8>, Vec<char>);

pub(super) fn dossier(at: &At, ask: &ExportDossier) -> anyhow::Result<ExitCode> {
    let words = Arc::new(Words::load()?);
    let app = at.open()?;
    let started = Instant::now();
    let done = block_on(async { Ok(run(&app, ask, &words).await) })?;
    let tongue = Tongue::new(&words, Lang::Zh);
    let (bytes, missing) = done.map_err(|error| refused(tongue, error))?;
    let out = ask.out.display();
    std::fs::write(&ask.out, &bytes).with_context(|| format!("写不了 {out}"))?;
    let (seconds, missing) = (
        started.elapsed().as_secs_f64(),
        String::from_iter(missing.iter()),
    );
    if at.json {
        let said = json!({
            "file": out.to_string(), "bytes": bytes.len(), "missing": missing, "seconds": seconds,
        });
        println!("{said}");
        return Ok(ExitCode::SUCCESS);
    }
    println!("档案导出到 {out}（{} 字节，{seconds:.2} 秒）", bytes.len());
    if !missing.is_empty() {
        println!("这些字没有字体，印成了方框：{missing}");
    }
    Ok(ExitCode::SUCCESS)
}

async fn run(app: &App, ask: &ExportDossier, words: &Arc<Words>) -> Result<Written, AppError> {
    let who = Taker::Command(Errand::Export, ask.login.clone());
    match ask.format {
        DossierFormat::Pdf => {
            let voice = Voice::new(words.clone().teller());
            let printed = app.print_dossier(&who, &ask.id, voice).await?;
            Ok((printed.pdf, printed.missing))
        }
        DossierFormat::Json => {
            let dossier = app.take_dossier(&who, &ask.id).await?;
            let document = DossierDocument::of(dossier, Tongue::new(words, Lang::Zh));
            let unwritten = |error: serde_json::Error| AppError::Internal(error.to_string());
            let mut text = serde_json::to_vec_pretty(&document).map_err(unwritten)?;
            text.push(b'\n');
            Ok((text, Vec::new()))
        }
        DossierFormat::Vcf => {
            let card = app.take_card(&who, &ask.id).await?;
            Ok((card.text.into_bytes(), Vec::new()))
        }
    }
}
