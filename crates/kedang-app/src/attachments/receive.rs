//! Takes the bytes of a file in while they come.

use std::sync::{Arc, Mutex};

use kedang_core::attachment::{Attachment, Purpose as For};
use kedang_files::{FileFault, Files, Limits, Purpose, Upload};
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::{JoinHandle, spawn_blocking};

use super::begin::{Begin, Begun, begin};
use super::keep::{Keep, keep};
use super::open::lost;
use crate::scene::Call;
use crate::{App, AppError};

/// Chunks that may wait for the disk.
const WAITING: usize = 8;

/// A file that is coming in. Dropped before [`Receiving::finish`], nothing of it stays.
pub struct Receiving {
    begun: Begun,
    call: Call,
    shared: bool,
    chunks: Sender<Piece>,
    work: JoinHandle<Result<Option<Taken>, FileFault>>,
    /// One of the places for files that come in at once.
    _place: OwnedSemaphorePermit,
}

enum Piece {
    Chunk(Vec<u8>),
    End,
}

/// What the file store made of it.
pub(super) struct Taken {
    pub(super) content: super::Content,
    pub(super) endings: &'static [&'static str],
}

/// What a file of this purpose may be.
pub(super) fn limits(purpose: For) -> Limits {
    Limits::of(match purpose {
        For::Photo => Purpose::Photo,
        For::Document => Purpose::Document,
    })
}

impl App {
    /// Begins to take a file in, after the size that was announced, if any, in bytes.
    ///
    /// # Errors
    /// As [`begin`]; `file.too_large` for an announcement over the limit.
    pub async fn receive(
        &self,
        call: &Call,
        ask: Begin,
        announced: Option<u64>,
    ) -> Result<Receiving, AppError> {
        let limits = limits(ask.purpose);
        let shared = ask.shared;
        let begun = self
            .write(call, move |tx, scene| {
                let begun = begin(tx, scene, &ask)?;
                limits.admit(announced.unwrap_or(0))?;
                Ok(begun)
            })
            .await?;
        let closed = |_| AppError::Internal("no more files are taken in".to_owned());
        let place = self.uploads.clone().acquire_owned().await;
        let place = place.map_err(closed)?;
        let (chunks, pieces) = channel(WAITING);
        let (files, gate, purpose) = (self.files.clone(), self.photos.clone(), begun.purpose);
        let work = spawn_blocking(move || take(&files, &gate, purpose, limits, pieces));
        Ok(Receiving {
            begun,
            call: call.clone(),
            shared,
            chunks,
            work,
            _place: place,
        })
    }
}

impl Receiving {
    /// Takes the next bytes; false when no more are wanted, and [`Receiving::finish`] says why.
    pub async fn push(&mut self, chunk: Vec<u8>) -> bool {
        self.chunks.send(Piece::Chunk(chunk)).await.is_ok()
    }

    /// The file is whole: keeps it.
    ///
    /// # Errors
    /// The refusals of the file store (`file.…`), and as [`keep`].
    pub async fn finish(self, app: &App) -> Result<Attachment, AppError> {
        let told = self.chunks.send(Piece::End).await.is_ok();
        let taken = self.work.await.map_err(|e| lost(&e))??;
        let broken = || AppError::Internal("an upload ended before its end".to_owned());
        let Taken { content, endings } = taken.filter(|_| told).ok_or_else(broken)?;
        let ask = Keep {
            id: self.begun.id,
            content,
            endings,
            shared: self.shared,
        };
        app.write(&self.call, move |tx, scene| keep(tx, scene, &ask))
            .await
    }
}

/// The whole way of a file, on a thread that may wait; `None` when the sender went away.
fn take(
    files: &Files,
    gate: &Arc<Mutex<()>>,
    purpose: For,
    limits: Limits,
    mut pieces: Receiver<Piece>,
) -> Result<Option<Taken>, FileFault> {
    let mut upload = files.begin(limits)?;
    loop {
        match pieces.blocking_recv() {
            Some(Piece::Chunk(chunk)) => upload.write(&chunk)?,
            Some(Piece::End) => break,
            None => return Ok(None),
        }
    }
    store(files, gate, purpose, upload).map(Some)
}

/// Puts what has come in into the store.
pub(super) fn store(
    files: &Files,
    gate: &Arc<Mutex<()>>,
    purpose: For,
    upload: Upload,
) -> Result<Taken, FileFault> {
    match purpose {
        For::Photo => photo(upload, gate),
        For::Document => paper(files, upload, gate),
    }
}

/// One picture is decoded at a time: it can need 240 MB.
fn photo(upload: Upload, gate: &Arc<Mutex<()>>) -> Result<Taken, FileFault> {
    let alone = gate
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let photo = upload.finish_photo()?;
    drop(alone);
    let kind = photo.display.kind;
    Ok(Taken {
        endings: kind.extensions(),
        content: super::Content {
            kind: kind.name(),
            size: bytes(photo.display.size),
            sha256: photo.display.sha256.as_str().to_owned(),
            source: photo.source.as_str().to_owned(),
            display: Some(photo.display.sha256.as_str().to_owned()),
            thumbnail: Some(photo.thumbnail.sha256.as_str().to_owned()),
            taken_on: photo.taken_on,
        },
    })
}

fn paper(files: &Files, upload: Upload, gate: &Arc<Mutex<()>>) -> Result<Taken, FileFault> {
    let stored = upload.finish()?;
    let alone = gate
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let preview = files.preview(&stored)?;
    drop(alone);
    let sha256 = stored.sha256.as_str().to_owned();
    let (display, thumbnail) = preview.map_or((None, None), |preview| {
        let text = |sha: &kedang_files::Sha| Some(sha.as_str().to_owned());
        (text(&preview.display), text(&preview.thumbnail))
    });
    Ok(Taken {
        endings: stored.kind.extensions(),
        content: super::Content {
            kind: stored.kind.name(),
            size: bytes(stored.size),
            source: sha256.clone(),
            sha256,
            display,
            thumbnail,
            taken_on: None,
        },
    })
}

fn bytes(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}
