//! How many threads, how long the queues, how long a job may take.

use std::time::Duration;

/// Sizes of a [`Store`](crate::Store). The defaults are those of ADR 16; tests shrink them.
#[derive(Clone, Debug)]
pub struct Tuning {
    /// Threads for short reads.
    pub reads: usize,
    /// Threads for exports, reports and other long reads.
    pub long: usize,
    /// Threads for writes on PostgreSQL. SQLite has one writer.
    pub writes: usize,
    /// Jobs that may wait for each group of threads; one more is `Busy`.
    pub queue: usize,
    /// How long a short read may take.
    pub read_limit: Duration,
    /// How long a long read may take.
    pub long_limit: Duration,
    /// How long one write may take; it stops every other write on SQLite, so not for ever.
    pub write_limit: Duration,
    /// A group commit on SQLite closes at this many jobs …
    pub batch_jobs: usize,
    /// … or after this long.
    pub batch_window: Duration,
    /// How often a write is tried in all before its conflict is reported.
    pub tries: u32,
    /// The most pages the SQLite file may have, as a quota; none is the disk.
    pub max_pages: Option<u32>,
}

impl Default for Tuning {
    fn default() -> Self {
        Tuning {
            reads: 4,
            long: 2,
            writes: 8,
            queue: 1024,
            read_limit: Duration::from_secs(5),
            long_limit: Duration::from_secs(600),
            write_limit: Duration::from_secs(60),
            batch_jobs: 256,
            batch_window: Duration::from_millis(20),
            tries: 5,
            max_pages: None,
        }
    }
}
