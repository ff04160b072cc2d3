//! A list goes out as a file.

use std::fs::File;
use std::io::{Seek, SeekFrom};

use kedang_core::Instant;
use kedang_core::listing::Question;
use kedang_files::FileFault;
use kedang_sheet::write::Paper;
use tokio::task::{JoinError, spawn_blocking};

use super::record::Gone;
use super::sink::{Row, Sink};
use super::walk::Walk;
use super::{Format, Layout, Taker};
use crate::{App, AppError, company};

/// Which list, and as what.
#[derive(Debug, Clone)]
pub struct TakeOut {
    /// Which customers, in which order. What the columns need is read for the columns in it.
    pub question: Question,
    /// What of each, in which words.
    pub layout: Layout,
    /// As what.
    pub format: Format,
    /// What the list is called, in its reader's words.
    pub title: String,
}

/// A file that may be handed out.
#[derive(Debug)]
pub struct Taken {
    /// Rows, the head not counted.
    pub rows: u32,
    /// Bytes.
    pub size: u64,
    /// The file, without a name and at its beginning; gone with whoever holds it.
    pub file: File,
}

impl App {
    /// Writes the list into a file and notes that it went out.
    ///
    /// # Errors
    /// `export.not_allowed`, `export.too_many_rows`, and what listing them says.
    pub async fn export_customers(&self, taker: &Taker, ask: TakeOut) -> Result<Taken, AppError> {
        let began = self.clock.now();
        let paper = self.paper(taker, ask.title).await?;
        let (files, zone) = (self.files.clone(), self.zone.clone());
        let shape = (ask.format, ask.layout.clone());
        let mut sink = spawn_blocking(move || Sink::begin(shape, &files, &paper, zone))
            .await
            .map_err(|error| lost(&error))??;
        let mut walk = Walk::begin(ask.question.clone(), began);
        let mut class = None;
        while let Some(rows) = self.rows(taker, &mut walk, ask.format).await? {
            class = class.max(rows.iter().map(|(row, _)| row.customer.class).max());
            sink = spawn_blocking(move || sink.add(&rows).map(|()| sink))
                .await
                .map_err(|error| lost(&error))??;
        }
        let rows = sink.rows;
        let file = spawn_blocking(move || -> Result<_, AppError> {
            let mut file = sink.finish()?;
            let size = file.seek(SeekFrom::End(0)).map_err(FileFault::from)?;
            file.rewind().map_err(FileFault::from)?;
            Ok((file, size))
        });
        let (file, size) = file.await.map_err(|error| lost(&error))??;
        let gone = Gone {
            action: "customer.export",
            question: ask.question,
            format: ask.format.key(),
            keys: ask.layout.keys(),
            rows,
            class,
        };
        self.note_gone(taker, gone).await?;
        Ok(Taken { rows, size, file })
    }

    /// The next rows, with persons where the format has room for them.
    async fn rows(
        &self,
        taker: &Taker,
        walk: &mut Walk,
        format: Format,
    ) -> Result<Option<Vec<Row>>, AppError> {
        if format == Format::Vcf {
            return walk.next_with_persons(self, taker).await;
        }
        let rows = walk.next(self, taker).await?;
        Ok(rows.map(|rows| rows.into_iter().map(|row| (row, Vec::new())).collect()))
    }

    /// What the file says of itself: company, taker and hour, so that a print of it says so too.
    async fn paper(&self, taker: &Taker, title: String) -> Result<Paper, AppError> {
        let zone = self.zone.clone();
        self.taking(taker, move |tx, scene| {
            let (company, author) = (company::read(tx)?.name, scene.actor.name.clone());
            let at = scene.moment.at();
            let foot = format!("{company} · {author} · {}", Instant(at).local(&zone));
            Ok(Paper {
                title,
                author,
                company,
                foot,
                at,
            })
        })
        .await
    }
}

fn lost(error: &JoinError) -> AppError {
    AppError::Internal(format!("a thread that wrote a list was lost: {error}"))
}
