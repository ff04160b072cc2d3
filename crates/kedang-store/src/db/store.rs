//! The handle the house holds: hands closures to the threads that own the connections.

use std::future::Future;
use std::sync::Arc;

use crossbeam_channel as channel;
use tokio::sync::oneshot;

use super::job::Call;
use super::pool::{Pool, ended};
use super::pools::Pools;
use super::reply::Reply;
use super::{Engine, Place, StoreError, Tuning, Tx};
use crate::migrate::{self, Migration};

/// An open database. Cloning is cheap and gives another handle on the same threads; they finish
/// what is queued and end when the last handle is dropped.
#[derive(Clone)]
pub struct Store(Arc<Pools>);

impl Store {
    /// Opens a place whose schema is the program's own; does not migrate.
    ///
    /// # Errors
    /// [`StoreError::SchemaOlder`] and [`StoreError::SchemaNewer`] if the schema is another, and
    /// what the engine says if the place cannot be opened.
    pub fn open(place: &Place) -> Result<Self, StoreError> {
        Self::open_tuned(place, migrate::MIGRATIONS, &Tuning::default())
    }

    /// Opens a place that was migrated with `list`, with other sizes than the usual ones.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_tuned(
        place: &Place,
        list: &[Migration],
        tuning: &Tuning,
    ) -> Result<Self, StoreError> {
        migrate::check(place, list)?;
        Ok(Store(Arc::new(Pools::start(place, tuning)?)))
    }

    /// The engine underneath.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// False once the writer has ended; the process should end too and be started again.
    #[must_use]
    pub fn alive(&self) -> bool {
        self.0.writes.alive()
    }

    /// Finishes what is queued, ends all threads and waits for them; later calls are
    /// [`StoreError::Unavailable`].
    pub fn close(&self) {
        for pool in [&self.0.writes, &self.0.long, &self.0.reads] {
            pool.close();
        }
    }

    /// Reads on one snapshot, within 5 s. The job is queued by the call itself; dropping the
    /// future before its turn takes it out again.
    ///
    /// # Errors
    /// The closure's own; [`StoreError::Busy`] if the queue is full, [`StoreError::TimedOut`],
    /// [`StoreError::Unavailable`], [`StoreError::Panicked`].
    pub fn read<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        awaited(&self.0.reads, once(work))
    }

    /// Reads on one snapshot, within 10 min and on threads of its own: exports, reports, digests.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn long<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        awaited(&self.0.long, once(work))
    }

    /// Writes in a serializable transaction and answers after the commit. The closure may run up to
    /// five times, so nothing outside `tx` may happen in it: ids, times and salts come in with it.
    /// An `Err` rolls back its own work only.
    ///
    /// # Errors
    /// As [`Store::read`]; [`StoreError::Poisoned`] if the closure hid a failed statement.
    pub fn write<T, E, F>(
        &self,
        work: F,
    ) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        awaited(&self.0.writes, work)
    }

    /// [`Store::read`] for commands: blocks this thread.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_blocking<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        blocking(&self.0.reads, once(work))
    }

    /// [`Store::long`] for commands: blocks this thread.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn long_blocking<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        blocking(&self.0.long, once(work))
    }

    /// [`Store::write`] for commands: blocks this thread.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_blocking<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        blocking(&self.0.writes, work)
    }
}

/// Makes a closure that runs once callable as jobs are.
fn once<T, E: From<StoreError>>(
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> impl FnMut(&mut Tx<'_>) -> Result<T, E> {
    let mut work = Some(work);
    move |tx| match work.take() {
        Some(work) => work(tx),
        None => Err(StoreError::Unavailable("a read runs once".into()).into()),
    }
}

fn awaited<T, E, F>(
    pool: &Pool,
    work: F,
) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (sender, receiver) = oneshot::channel();
    let queued = pool.push(Box::new(Call::new(work, Reply::Future(sender))));
    async move {
        queued?;
        receiver
            .await
            .unwrap_or_else(|_dropped| Err(ended().into()))
    }
}

fn blocking<T, E, F>(pool: &Pool, work: F) -> Result<T, E>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (sender, receiver) = channel::bounded(1);
    pool.push(Box::new(Call::new(work, Reply::Thread(sender))))?;
    receiver
        .recv()
        .unwrap_or_else(|_dropped| Err(ended().into()))
}
