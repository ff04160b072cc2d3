//! Threads the store owns, fed by one bounded queue.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::StoreError;
use super::job::Job;
use super::queue::{Queue, Refused};

/// What waits for a thread.
pub(super) type Jobs = Queue<Box<dyn Job>>;

/// A group of threads. Dropping it lets them finish what is queued and end.
pub(super) struct Pool {
    queue: Arc<Jobs>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    alive: Arc<AtomicBool>,
}

impl Pool {
    /// Starts `count` threads that each run `body` over the queue until it returns.
    pub(super) fn start<B>(
        name: &str,
        count: usize,
        bound: usize,
        mut make: impl FnMut() -> B,
    ) -> Result<Self, StoreError>
    where
        B: FnOnce(&Jobs) + Send + 'static,
    {
        let queue = Arc::new(Jobs::new(bound, count));
        let alive = Arc::new(AtomicBool::new(true));
        let mut threads = Vec::with_capacity(count);
        for number in 0..count {
            let (jobs, body) = (Arc::clone(&queue), make());
            let mark = Ended {
                alive: Arc::clone(&alive),
                queue: Arc::clone(&queue),
            };
            let thread = thread::Builder::new()
                .name(format!("{name}-{number}"))
                .spawn(move || {
                    let _mark = mark;
                    body(&jobs);
                })
                .map_err(|error| StoreError::Unavailable(format!("no thread: {error}")))?;
            threads.push(thread);
        }
        Ok(Pool {
            queue,
            threads: Mutex::new(threads),
            alive,
        })
    }

    /// Queues a job, or says `Busy` at once.
    pub(super) fn push(&self, job: Box<dyn Job>) -> Result<(), StoreError> {
        self.queue.push(job).map_err(|refused| match refused {
            Refused::Full => StoreError::Busy,
            Refused::Closed => ended(),
        })
    }

    /// False once a thread has ended.
    pub(super) fn alive(&self) -> bool {
        self.alive.load(Ordering::Acquire)
    }

    /// Lets the threads finish what is queued, and waits for them.
    pub(super) fn close(&self) {
        let threads =
            std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        self.queue.close();
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a database thread ended by a panic");
            }
        }
    }
}

/// The error of a job for threads that are no more.
pub(super) fn ended() -> StoreError {
    StoreError::Unavailable("the store is closed".into())
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue.close();
    }
}

/// Marks the pool when its thread ends, however it ends.
struct Ended {
    alive: Arc<AtomicBool>,
    queue: Arc<Jobs>,
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.alive.store(false, Ordering::Release);
        self.queue.leave();
    }
}

/// Runs the queue's jobs one by one until it is closed, and skips those nobody waits for.
pub(super) fn serve(jobs: &Jobs, mut run: impl FnMut(Box<dyn Job>)) {
    while let Some(job) = jobs.take() {
        if job.gone() {
            continue;
        }
        // Only a destructor of the caller's values can unwind up to here: the closure itself is
        // caught in `Job::run`.
        if catch_unwind(AssertUnwindSafe(|| run(job))).is_err() {
            tracing::error!("a value panicked while a database thread dropped it");
        }
    }
}
