//! `kedang print`.

use std::fs;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use kedang_app::customers::{Errand, Taker};
use kedang_app::paper::{BlankForm, PrintCard, Printed, RunAsk, Voice, Whom};
use kedang_app::{App, AppError};
use kedang_core::listing::Question;
use kedang_core::{CardId, Problem};
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use super::open::block_on;
use super::said::refused;
use super::{At, Print, PrintFile};

pub(super) fn print(at: &At, ask: &Print) -> anyhow::Result<ExitCode> {
    let words = Arc::new(Words::load()?);
    let voice = Voice::new(words.clone().teller());
    let app = at.open()?;
    let started = Instant::now();
    let done = block_on(async { Ok(run(&app, ask, voice).await) })?;
    let printed = done.map_err(|error| refused(Tongue::new(&words, Lang::Zh), error))?;
    let PrintFile { out, .. } = file(ask);
    fs::write(out, &printed.pdf).with_context(|| format!("写不了 {}", out.display()))?;
    report(at, &printed, &out.display().to_string(), started);
    Ok(ExitCode::SUCCESS)
}

async fn run(app: &App, ask: &Print, voice: Voice) -> Result<Printed, AppError> {
    let who = Taker::Command(Errand::Print, file(ask).login.clone());
    match ask {
        Print::Card { id, part, .. } => {
            let unknown = || Problem::not_found("card.not_found");
            let card = CardId::parse(id).ok().ok_or_else(unknown)?;
            let part = part.clone();
            app.print_card(&who, PrintCard { card, part }, voice).await
        }
        Print::Cards {
            form,
            filter,
            blank,
            ..
        } => {
            let ask = RunAsk {
                whom: Whom::Listed(Question::from_query(filter)?),
                form: form.clone(),
                blank: *blank,
            };
            Ok(app.print_run(&who, ask, voice).await?.0)
        }
        Print::Form { key, lang, .. } => {
            let form = BlankForm {
                key: key.clone(),
                tag: lang.clone(),
            };
            app.print_form(&who, form, voice).await
        }
    }
}

fn file(ask: &Print) -> &PrintFile {
    match ask {
        Print::Card { file, .. } | Print::Cards { file, .. } | Print::Form { file, .. } => file,
    }
}

fn report(at: &At, printed: &Printed, out: &str, started: Instant) {
    let seconds = started.elapsed().as_secs_f64();
    let missing: String = printed.missing.iter().collect();
    if at.json {
        let said = json!({
            "file": out, "pages": printed.pages, "bytes": printed.pdf.len(),
            "missing": missing, "seconds": seconds,
        });
        println!("{said}");
        return;
    }
    println!("打印 {} 页到 {out}（{seconds:.2} 秒）", printed.pages);
    if !missing.is_empty() {
        println!("这些字没有字体，印成了方框：{missing}");
    }
}
