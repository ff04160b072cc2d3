//! One closure on its way through a database thread, with its result kept back until the commit.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::reply::Reply;
use super::{StoreError, Tx};

/// What the thread does with the transaction after the closure ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Keep its work.
    Keep,
    /// Roll it back; the result is an error.
    Undo,
    /// Roll it back and run it again: a conflict, not the closure's fault.
    Again,
}

/// How a job ended.
pub(super) enum Fate {
    /// The closure's own result counts.
    Done,
    /// The store could not keep what the closure did.
    Failed(StoreError),
}

/// A closure with its types erased, as the queues hold it.
pub(super) trait Job: Send {
    /// True if the caller stopped waiting.
    fn gone(&self) -> bool;
    /// Runs the closure once. Never unwinds because of the closure.
    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict;
    /// Sends the result kept back, or `fate`'s error.
    fn reply(self: Box<Self>, fate: Fate);
}

/// A closure, its last result and its caller.
pub(super) struct Call<F, T, E> {
    run: F,
    result: Option<Result<T, E>>,
    reply: Reply<Result<T, E>>,
}

impl<F, T, E> Call<F, T, E> {
    pub(super) fn new(run: F, reply: Reply<Result<T, E>>) -> Self {
        Call {
            run,
            result: None,
            reply,
        }
    }
}

impl<F, T, E> Job for Call<F, T, E>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn gone(&self) -> bool {
        self.reply.gone()
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict {
        let ran = catch_unwind(AssertUnwindSafe(|| (self.run)(tx)));
        let (result, verdict) = match ran {
            Ok(Ok(value)) if !tx.poisoned() => (Ok(value), Verdict::Keep),
            Ok(Ok(_)) => (Err(StoreError::Poisoned.into()), undo(tx)),
            Ok(Err(error)) => (Err(error), undo(tx)),
            Err(panic) => (
                Err(StoreError::Panicked(said(&*panic)).into()),
                Verdict::Undo,
            ),
        };
        self.result = Some(result);
        verdict
    }

    fn reply(self: Box<Self>, fate: Fate) {
        let Call { result, reply, .. } = *self;
        let result = match (fate, result) {
            (Fate::Done, Some(result)) => result,
            (Fate::Done, None) => Err(StoreError::Unavailable("the job did not run".into()).into()),
            (Fate::Failed(error), _) => Err(error.into()),
        };
        reply.send(result);
    }
}

fn undo(tx: &Tx<'_>) -> Verdict {
    if tx.retryable() {
        Verdict::Again
    } else {
        Verdict::Undo
    }
}

/// The message of a panic, if it has one.
fn said(panic: &(dyn Any + Send)) -> String {
    if let Some(text) = panic.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = panic.downcast_ref::<String>() {
        text.clone()
    } else {
        "no message".to_owned()
    }
}
