//! The way back from a database thread to whoever asked: a future or a blocked thread.

use crossbeam_channel as channel;
use tokio::sync::oneshot;

/// Where a job's result goes.
pub(super) enum Reply<R> {
    /// Somebody awaits it.
    Future(oneshot::Sender<R>),
    /// A thread is blocked until it comes.
    Thread(channel::Sender<R>),
}

impl<R> Reply<R> {
    /// True if nobody waits any more; the job need not run.
    pub(super) fn gone(&self) -> bool {
        match self {
            Reply::Future(sender) => sender.is_closed(),
            Reply::Thread(_) => false,
        }
    }

    /// Hands the result over; one nobody waits for is dropped.
    pub(super) fn send(self, result: R) {
        match self {
            Reply::Future(sender) => drop(sender.send(result)),
            Reply::Thread(sender) => drop(sender.send(result)),
        }
    }
}
