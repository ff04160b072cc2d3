//! One thread's PostgreSQL connection, opened when first needed and again after it broke.

use std::hash::{BuildHasher, RandomState};
use std::thread;
use std::time::{Duration, Instant};

use postgres::Config;

use super::Link;
use crate::db::job::{Fate, Job, Verdict};
use crate::db::pool::{Jobs, serve};
use crate::db::tx::Over;
use crate::db::{StoreError, Tx};

/// What a thread needs to have a connection at any time.
pub(in crate::db) struct Session {
    pub(in crate::db) config: Config,
    /// How long a job and each of its statements may take.
    pub(in crate::db) limit: Duration,
    /// How often a write is tried in all.
    pub(in crate::db) tries: u32,
    /// The connection, if there is one in a known state.
    pub(in crate::db) link: Option<Link>,
}

/// How a try at a write ended.
enum Tried {
    /// With this, for good.
    Over(Fate),
    /// With a conflict or a lost connection before the commit: nothing happened, try again.
    Again(Fate),
}

impl Session {
    /// Runs reading jobs until the queue is closed.
    pub(in crate::db) fn read_all(mut self, jobs: &Jobs) {
        serve(jobs, |mut job| {
            let fate = self.read(&mut *job);
            job.reply(fate);
        });
    }

    /// Runs writing jobs until the queue is closed.
    pub(in crate::db) fn write_all(mut self, jobs: &Jobs) {
        serve(jobs, |mut job| {
            let fate = self.write(&mut *job);
            job.reply(fate);
        });
    }

    /// Runs one job on one snapshot.
    fn read(&mut self, job: &mut dyn Job) -> Fate {
        let deadline = Instant::now() + self.limit;
        let link = match self.begin("begin isolation level repeatable read read only") {
            Ok(link) => link,
            Err(error) => return Fate::Failed(error),
        };
        job.run(&mut Tx::new(Over::Postgres(&mut *link), deadline));
        // The rows came from one snapshot whatever happens now.
        if link.run("rollback").is_err() {
            self.link = None;
        }
        Fate::Done
    }

    /// Runs one job, again after a conflict, and commits it.
    fn write(&mut self, job: &mut dyn Job) -> Fate {
        let mut tries = 1;
        loop {
            match self.try_write(job) {
                Tried::Over(fate) => return fate,
                Tried::Again(fate) if tries >= self.tries => return fate,
                Tried::Again(_) => {
                    thread::sleep(pause(tries));
                    tries += 1;
                }
            }
        }
    }

    fn try_write(&mut self, job: &mut dyn Job) -> Tried {
        let deadline = Instant::now() + self.limit;
        let link = match self.begin("begin isolation level serializable") {
            Ok(link) => link,
            Err(error) => return Tried::Again(Fate::Failed(error)),
        };
        let verdict = job.run(&mut Tx::new(Over::Postgres(&mut *link), deadline));
        if verdict != Verdict::Keep {
            if link.run("rollback").is_err() {
                self.link = None;
            }
            return if verdict == Verdict::Again {
                Tried::Again(Fate::Done)
            } else {
                Tried::Over(Fate::Done)
            };
        }
        let Err(failure) = link.run("commit") else {
            return Tried::Over(Fate::Done);
        };
        if failure.fatal {
            // The answer to the commit was lost: it may have happened, so it must not run twice.
            self.link = None;
            let reason = format!("the outcome of the commit is unknown: {}", failure.error);
            return Tried::Over(Fate::Failed(StoreError::Unavailable(reason)));
        }
        if link.run("rollback").is_err() {
            self.link = None;
        }
        let fate = Fate::Failed(failure.error);
        if failure.retry {
            Tried::Again(fate)
        } else {
            Tried::Over(fate)
        }
    }

    /// Opens a transaction. A connection that broke while idle (a restarted server) is replaced
    /// once, since nothing ran on it.
    fn begin(&mut self, sql: &str) -> Result<&mut Link, StoreError> {
        let kept = self.link.take().filter(|link| !link.spent());
        let link = match kept {
            Some(mut link) => link.run(sql).is_ok().then_some(link),
            None => None,
        };
        let link = match link {
            Some(link) => link,
            None => {
                let mut link = Link::open(&self.config, self.limit)?;
                link.run(sql).map_err(|failure| failure.error)?;
                link
            }
        };
        Ok(self.link.insert(link))
    }
}

/// How long to wait before try number `tries + 1`: 2, 4, 8 … ms and up to as much again, so that
/// two writers that collided do not collide in step.
fn pause(tries: u32) -> Duration {
    let step = 2_000_u64 << tries.min(8);
    let jitter = RandomState::new().hash_one(tries) % step;
    Duration::from_micros(step / 2 + jitter)
}
