//! The one writer: takes what is queued, commits it in one go, answers afterwards.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use super::Session;
use super::session::Open;
use crate::db::job::{Fate, Job, Verdict};
use crate::db::late::{self, Late};
use crate::db::pool::Jobs;
use crate::db::tx::Over;
use crate::db::{StoreError, Tx};
use crate::dialect::search;

/// When a batch closes and how often a job is tried.
#[derive(Clone, Copy, Debug)]
pub(in crate::db) struct Batch {
    pub(in crate::db) jobs: usize,
    pub(in crate::db) window: Duration,
    pub(in crate::db) tries: u32,
}

/// Runs writing jobs until the queue is closed.
pub(in crate::db) fn write(mut session: Session, batch: Batch, queue: &Jobs) {
    while let Some(first) = queue.take() {
        // Only a destructor of the caller's values can unwind up to here; it must not end the
        // writer. The batch's callers see their sender dropped.
        let done = catch_unwind(AssertUnwindSafe(|| {
            group(&mut session, batch, first, queue);
        }));
        if done.is_err() {
            tracing::error!("a value panicked while the writer dropped it");
            session.reset();
        }
    }
}

/// Why a batch did not commit.
enum Lost {
    /// It never began.
    Begin(StoreError),
    /// The transaction or the connection is gone: nobody is told it worked.
    Broken(String),
    /// Every job ran, the commit did not: one of them may be the cause.
    Commit,
}

fn group(session: &mut Session, batch: Batch, first: Box<dyn Job>, queue: &Jobs) {
    if first.gone() {
        return;
    }
    let mut jobs = vec![first];
    match together(session, batch, &mut jobs, queue) {
        Ok(()) => jobs.into_iter().for_each(|job| job.reply(Fate::Done)),
        Err(Lost::Begin(error)) => refuse(jobs, &error),
        Err(Lost::Broken(reason)) => {
            session.reset();
            tracing::error!(reason, jobs = jobs.len(), "a batch of writes was lost");
            refuse(jobs, &StoreError::Unavailable(reason));
        }
        Err(Lost::Commit) => {
            session.reset();
            for mut job in jobs {
                let fate = alone(session, batch, &mut *job);
                job.reply(fate);
            }
        }
    }
}

/// Runs the first job and what is queued behind it in one transaction, without waiting for more.
fn together(
    session: &mut Session,
    batch: Batch,
    jobs: &mut Vec<Box<dyn Job>>,
    queue: &Jobs,
) -> Result<(), Lost> {
    let limit = session.limit;
    let open = begin(session)?;
    let started = Instant::now();
    let mut late = Vec::new();
    // Whether anything would be lost with the whole transaction.
    let mut kept = false;
    loop {
        if let Some(job) = jobs.last_mut() {
            let done = one(open, limit, batch.tries, &mut **job, kept)?;
            kept |= done.is_some();
            late.extend(done.into_iter().flatten());
        }
        let next = loop {
            if jobs.len() >= batch.jobs || started.elapsed() >= batch.window {
                break None;
            }
            match queue.try_take() {
                Some(job) if job.gone() => {}
                next => break next,
            }
        };
        match next {
            Some(job) => jobs.push(job),
            None => return commit(open, limit, late),
        }
    }
}

/// Runs one job in its own transaction, after a commit of several failed.
fn alone(session: &mut Session, batch: Batch, job: &mut dyn Job) -> Fate {
    let limit = session.limit;
    let done = begin(session).and_then(|open| {
        let late = one(open, limit, batch.tries, job, false)?;
        commit(open, limit, late.unwrap_or_default())
    });
    let error = match done {
        Ok(()) => return Fate::Done,
        Err(Lost::Begin(error)) => error,
        Err(Lost::Broken(reason)) => StoreError::Unavailable(reason),
        Err(Lost::Commit) => StoreError::Unavailable("the commit failed".into()),
    };
    session.reset();
    Fate::Failed(error)
}

fn begin(session: &mut Session) -> Result<&Open, Lost> {
    let open = session.open().map_err(Lost::Begin)?;
    open.run("begin immediate")
        .map_err(|failure| Lost::Begin(failure.error))?;
    Ok(open)
}

/// Runs one job so that its failure undoes nothing of its neighbours; what it left to the end, and
/// none when it failed. With nothing kept before it the transaction itself can go: a savepoint would
/// have every page copied before its first change.
fn one(
    open: &Open,
    limit: Duration,
    tries: u32,
    job: &mut dyn Job,
    kept: bool,
) -> Result<Option<Vec<Late>>, Lost> {
    let mut tries = 1..=tries;
    loop {
        tries.next();
        if kept {
            run(open, "savepoint j")?;
        }
        let deadline = Instant::now() + limit;
        open.limit.set(deadline);
        let mut tx = Tx::new(Over::Sqlite(&open.conn), deadline);
        let verdict = job.run(&mut tx);
        let (fatal, late) = (tx.fatal(), tx.take_late());
        drop(tx);
        open.limit.lift();
        // After a full disk or an I/O error SQLite may have ended the transaction by itself: what
        // ran before is gone, what would run now would commit by itself.
        if fatal || open.conn.is_autocommit() {
            return Err(Lost::Broken("the transaction was ended by SQLite".into()));
        }
        match (verdict == Verdict::Keep, kept) {
            (true, true) => run(open, "release savepoint j")?,
            (true, false) => {}
            (false, true) => {
                run(open, "rollback to savepoint j")?;
                run(open, "release savepoint j")?;
            }
            (false, false) => {
                run(open, "rollback")?;
                run(open, "begin immediate")?;
            }
        }
        if verdict == Verdict::Keep {
            return Ok(Some(late));
        }
        if verdict != Verdict::Again || tries.is_empty() {
            return Ok(None);
        }
    }
}

fn commit(open: &Open, limit: Duration, late: Vec<Late>) -> Result<(), Lost> {
    let mut tx = Tx::new(Over::Sqlite(&open.conn), Instant::now() + limit);
    search::write_late(&mut tx, late::latest(late)).map_err(|error| {
        tracing::error!(%error, "what was left to the end of a transaction failed");
        Lost::Commit
    })?;
    drop(tx);
    open.run("commit").map(drop).map_err(|failure| {
        tracing::error!(error = %failure.error, "a commit failed");
        Lost::Commit
    })
}

fn run(open: &Open, sql: &str) -> Result<(), Lost> {
    open.run(sql)
        .map(drop)
        .map_err(|failure| Lost::Broken(failure.error.to_string()))
}

fn refuse(jobs: Vec<Box<dyn Job>>, error: &StoreError) {
    for job in jobs {
        job.reply(Fate::Failed(match error {
            StoreError::Busy => StoreError::Busy,
            other => StoreError::Unavailable(other.to_string()),
        }));
    }
}
