//! Takes whole files in for a command, each in the name of somebody and at a moment of its own.

use std::sync::Arc;

use kedang_core::attachment::Attachment;

use super::begin::{Begin, begin};
use super::keep::{Keep, keep};
use super::open::lost;
use super::receive::{limits, store};
use crate::{App, AppError};

/// A file that lies before a command.
#[derive(Debug, Clone)]
pub struct Bring {
    /// Where it goes and under which name.
    pub begin: Begin,
    /// In whose name.
    pub login: String,
    /// When, µs.
    pub at: i64,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl App {
    /// Goes the whole way of each file: pending row, bytes, kept row. The rows are written in two
    /// transactions, the bytes side by side: a disk that syncs slowly is waited for once. `name` is
    /// the command.
    ///
    /// # Errors
    /// As [`begin`] and [`keep`]; the refusals of the file store (`file.…`).
    pub async fn bring(
        &self,
        name: &'static str,
        asks: Vec<Bring>,
    ) -> Result<Vec<Attachment>, AppError> {
        let asks = Arc::new(asks);
        let asked = asks.clone();
        let begun = self
            .write_as(name, move |tx, cast| {
                let one = |ask: &Bring| {
                    let scene = cast.scene(tx, &ask.login, ask.at)?;
                    begin(tx, &scene, &ask.begin)
                };
                asked.iter().map(one).collect::<Result<Vec<_>, AppError>>()
            })
            .await?;
        let mut works = Vec::new();
        for (nth, begun) in begun.iter().enumerate() {
            let (files, gate, purpose) = (self.files.clone(), self.photos.clone(), begun.purpose);
            let (asks, place) = (asks.clone(), self.uploads.clone().acquire_owned().await);
            works.push(tokio::task::spawn_blocking(move || {
                let _place = place;
                let mut upload = files.begin(limits(purpose))?;
                if let Some(ask) = asks.get(nth) {
                    upload.write(&ask.bytes)?;
                }
                store(&files, &gate, purpose, upload)
            }));
        }
        let mut keeps = Vec::new();
        for ((work, begun), ask) in works.into_iter().zip(begun).zip(asks.iter()) {
            let taken = work.await.map_err(|e| lost(&e))??;
            keeps.push(Keep {
                id: begun.id,
                content: taken.content,
                endings: taken.endings,
                shared: ask.begin.shared,
            });
        }
        self.write_as(name, move |tx, cast| {
            let one = |(keeping, ask): (&Keep, &Bring)| {
                let scene = cast.scene(tx, &ask.login, ask.at)?;
                keep(tx, &scene, keeping)
            };
            let all = keeps.iter().zip(asks.iter()).map(one);
            all.collect::<Result<Vec<_>, AppError>>()
        })
        .await
    }
}
