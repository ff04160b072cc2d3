//! Threads the store owns, fed by one bounded queue.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};

use super::StoreError;
use super::job::Job;

/// What a thread takes from its queue.
pub(super) enum Work {
    /// Something to run.
    Job(Box<dyn Job>),
    /// End this thread.
    Stop,
}

/// A group of threads. Dropping it lets them finish what is queued and end.
pub(super) struct Pool {
    queue: Sender<Work>,
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
        B: FnOnce(&Receiver<Work>) + Send + 'static,
    {
        let (queue, jobs) = bounded(bound);
        let alive = Arc::new(AtomicBool::new(true));
        let mut threads = Vec::with_capacity(count);
        for number in 0..count {
            let (jobs, body, mark) = (jobs.clone(), make(), Ended(Arc::clone(&alive)));
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
        self.queue
            .try_send(Work::Job(job))
            .map_err(|refused| match refused {
                TrySendError::Full(_) => StoreError::Busy,
                TrySendError::Disconnected(_) => ended(),
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
        for _ in &threads {
            if self.queue.send(Work::Stop).is_err() {
                break;
            }
        }
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

/// Marks the pool when its thread ends, however it ends.
struct Ended(Arc<AtomicBool>);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

/// Runs the queue's jobs one by one until told to stop, and skips those nobody waits for.
pub(super) fn serve(jobs: &Receiver<Work>, mut run: impl FnMut(Box<dyn Job>)) {
    while let Ok(Work::Job(job)) = jobs.recv() {
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
