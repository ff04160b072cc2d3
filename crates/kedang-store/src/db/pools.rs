//! The three groups of threads of a store: short reads, long reads, writes.

use std::path::Path;
use std::time::Duration;

use super::pool::{Jobs, Pool};
use super::sqlite::Batch;
use super::{Engine, Place, StoreError, Tuning, postgres, sqlite};

/// The threads behind a store. Each owns its connection for life and opens it when first needed.
pub(super) struct Pools {
    pub(super) engine: Engine,
    pub(super) reads: Pool,
    pub(super) long: Pool,
    pub(super) writes: Pool,
}

impl Pools {
    pub(super) fn start(place: &Place, tuning: &Tuning) -> Result<Self, StoreError> {
        match place {
            Place::Folder(folder) => sqlite_threads(folder, tuning),
            Place::Postgres(url) => postgres_threads(url, tuning),
        }
    }
}

fn sqlite_threads(folder: &Path, tuning: &Tuning) -> Result<Pools, StoreError> {
    let session = |limit, writes| sqlite::Session {
        file: sqlite::open::file(folder),
        limit,
        writes,
        max_pages: tuning.max_pages,
        open: None,
    };
    let reading = |name, count, limit: Duration| {
        Pool::start(name, count, tuning.queue, || {
            let session = session(limit, false);
            move |jobs: &Jobs| session.read_all(jobs)
        })
    };
    let batch = Batch {
        jobs: tuning.batch_jobs,
        window: tuning.batch_window,
        tries: tuning.tries,
    };
    Ok(Pools {
        engine: Engine::Sqlite,
        reads: reading("kedang-read", tuning.reads, tuning.read_limit)?,
        long: reading("kedang-long", tuning.long, tuning.long_limit)?,
        writes: Pool::start("kedang-write", 1, tuning.queue, || {
            let session = session(tuning.write_limit, true);
            move |jobs: &Jobs| sqlite::write(session, batch, jobs)
        })?,
    })
}

fn postgres_threads(url: &str, tuning: &Tuning) -> Result<Pools, StoreError> {
    let config = postgres::connect::config(url)?;
    let session = |limit| postgres::Session {
        config: config.clone(),
        limit,
        tries: tuning.tries,
        link: None,
    };
    let reading = |name, count, limit: Duration| {
        Pool::start(name, count, tuning.queue, || {
            let session = session(limit);
            move |jobs: &Jobs| session.read_all(jobs)
        })
    };
    Ok(Pools {
        engine: Engine::Postgres,
        reads: reading("kedang-read", tuning.reads, tuning.read_limit)?,
        long: reading("kedang-long", tuning.long, tuning.long_limit)?,
        writes: Pool::start("kedang-write", tuning.writes, tuning.queue, || {
            let session = session(tuning.write_limit);
            move |jobs: &Jobs| session.write_all(jobs)
        })?,
    })
}
