//! Opening the application for a command.

use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use kedang_app::backups::Keep;
use kedang_app::{App, Chance};
use kedang_core::Clock;
use kedang_store::{Place, Store};

use super::At;
use super::said::schema;

impl At {
    /// The database that was named.
    pub(super) fn place(&self) -> Place {
        match &self.database {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Folder(self.data.clone()),
        }
    }

    /// Brings the database up to date and opens it.
    pub(super) fn open(&self) -> anyhow::Result<Arc<App>> {
        self.open_keeping(self.data.join("backups"))
    }

    /// The same with another folder for backups.
    pub(super) fn open_keeping(&self, out: PathBuf) -> anyhow::Result<Arc<App>> {
        let place = self.place();
        let clock = Clock::System;
        kedang_store::migrate(&place, clock.now()).map_err(schema)?;
        let store = Store::open(&place).context("数据库打不开")?;
        let files = self.data.join("files");
        let app = App::new(store, &files, clock, Chance::System);
        let app = app.context("材料文件夹打不开，或自带表样发布不了")?;
        let keep = Keep {
            place,
            keys: self.data.join("tls"),
            files,
            out,
        };
        Ok(Arc::new(app.keeping(keep)))
    }
}

/// Runs asynchronous work to its end.
pub(super) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(work)
}
