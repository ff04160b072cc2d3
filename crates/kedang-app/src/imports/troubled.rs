//! The rows that somebody has to look at, as a workbook to be mended and brought in again.

use std::sync::Arc;

use kedang_sheet::write::{Cell, Head, Paper, WriteFault, XlsxWriter};
use kedang_store::Tx;
use kedang_store::imports;
use tokio::task::spawn_blocking;

use super::chunk::CHUNK;
use super::finding::{Finding, kept};
use super::plan::Plan;
use super::run::plans;
use super::who::{Who, find};
use crate::{App, AppError};

/// Says a finding in words.
pub type Say = Arc<dyn Fn(&Finding) -> String + Send + Sync>;

/// How the workbook is worded.
#[derive(Clone)]
pub struct Wording {
    /// The title.
    pub title: String,
    /// Over the number of the row in the file.
    pub row: String,
    /// Over what is wrong with it.
    pub why: String,
    /// What is wrong.
    pub say: Say,
}

/// What is read of one table.
struct Troubled {
    author: String,
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl App {
    /// A workbook of the rows of one table that are refused or flagged, each with its number and
    /// what is wrong with it.
    ///
    /// # Errors
    /// `import.not_found`.
    pub async fn troubled_rows(
        &self,
        who: &Who,
        id: &str,
        place: i64,
        wording: Wording,
    ) -> Result<Vec<u8>, AppError> {
        let mut at = 0;
        let mut all: Option<Troubled> = None;
        loop {
            let (moment, house, who) = (self.moment()?, self.house(), who.clone());
            let (id, say) = (id.to_owned(), wording.say.clone());
            let work = move |tx: &mut Tx| -> Result<_, AppError> {
                let scene = who.scene(tx, &moment, &house)?;
                find(tx, &scene, &id)?;
                let plans = plans(tx, &scene.house.forms, &id)?;
                let plan = plans.iter().find(|plan| plan.place == place);
                let headers = plan.map_or(Vec::new(), |plan: &Plan| plan.headers().to_vec());
                let staged = imports::after(tx, &id, at, CHUNK as i64)?;
                let mut rows = Vec::new();
                for row in staged.iter().filter(|row| row.place == place) {
                    let findings: Vec<Finding> = kept(&row.findings)?;
                    if findings.is_empty() {
                        continue;
                    }
                    let why: Vec<String> = findings.iter().map(|one| say(one)).collect();
                    let cells = row.cells.as_deref();
                    let mut cells: Vec<String> = cells.map_or(Ok(Vec::new()), kept)?;
                    cells.resize(headers.len(), String::new());
                    cells.insert(0, row.number.to_string());
                    cells.push(why.join("\n"));
                    rows.push(cells);
                }
                let last = staged.last().map(|row| row.seq);
                let author = scene.actor.name.clone();
                let read = Troubled {
                    author,
                    headers,
                    rows,
                };
                Ok((read, last))
            };
            let (read, last) = self.store.read(work).await?;
            match &mut all {
                Some(all) => all.rows.extend(read.rows),
                None => all = Some(read),
            }
            match last {
                Some(last) => at = last,
                None => break,
            }
        }
        let lost = || AppError::Internal("no rows were read".to_owned());
        let (all, files, at) = (all.ok_or_else(lost)?, self.files.clone(), self.clock.now());
        let written = spawn_blocking(move || write(&all, &wording, &files.scratch_folder(), at));
        let written = written
            .await
            .map_err(|e| AppError::Internal(format!("a thread that wrote was lost: {e}")))?;
        written.map_err(|e| AppError::Internal(format!("a workbook: {e}")))
    }
}

fn write(
    all: &Troubled,
    wording: &Wording,
    beside: &std::path::Path,
    at: i64,
) -> Result<Vec<u8>, WriteFault> {
    let head = |text: &str, width| Head {
        text: text.to_owned(),
        width,
    };
    let mut heads = vec![head(&wording.row, 8)];
    heads.extend(all.headers.iter().map(|text| head(text, 18)));
    heads.push(head(&wording.why, 48));
    let paper = Paper {
        title: wording.title.clone(),
        author: all.author.clone(),
        company: String::new(),
        foot: wording.title.clone(),
        at,
    };
    let out = std::io::Cursor::new(Vec::new());
    let mut writer = XlsxWriter::begin(out, &heads, &paper, beside)?;
    for row in &all.rows {
        let cells: Vec<Cell> = row.iter().map(|text| Cell::Text(text.clone())).collect();
        writer.row(&cells)?;
    }
    Ok(writer.finish()?.into_inner())
}
