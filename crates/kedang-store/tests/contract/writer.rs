//! (e) and (f): what one job does to another, and how often a closure runs.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use kedang_store::{Engine, StoreError, Tuning, Tx};
use kedang_testkit_macros::both_engines;

use crate::{Bed, Gate, add, narrow};

/// A caller's own error, with nothing of the store's left in it.
#[derive(Debug, PartialEq)]
enum Problem {
    Mine(u32),
    Store,
}

impl From<StoreError> for Problem {
    fn from(_: StoreError) -> Self {
        Problem::Store
    }
}

/// Queues these jobs behind one that holds the writer, so that they are one batch on SQLite, and
/// gives their results.
async fn batch<J>(bed: &Bed, jobs: Vec<J>) -> Vec<Result<(), StoreError>>
where
    J: Fn(&mut Tx<'_>) -> Result<(), StoreError> + Send + Sync + 'static,
{
    let gate = Gate::new();
    let wait = gate.wait();
    let held = bed.store.write(move |_| {
        wait();
        Ok::<_, StoreError>(())
    });
    gate.entered();
    let calls: Vec<_> = jobs.into_iter().map(|job| bed.store.write(job)).collect();
    gate.open();
    // The holder shares the batch's fate.
    drop(held.await);
    let mut results = Vec::new();
    for call in calls {
        results.push(call.await);
    }
    results
}

type Boxed = Box<dyn Fn(&mut Tx<'_>) -> Result<(), StoreError> + Send + Sync>;

fn adds(id: &'static str) -> Boxed {
    Box::new(move |tx| add(tx, id, id))
}

#[both_engines]
async fn a_failed_job_undoes_only_itself(engine: Engine) {
    let bed = Bed::narrow(engine);
    let refused: Boxed = Box::new(|tx| {
        add(tx, "refused", "x")?;
        Err(StoreError::Busy)
    });
    let hidden: Boxed = Box::new(|tx| {
        add(tx, "hidden", "x")?;
        drop(add(tx, "a", "again"));
        Ok(())
    });
    let results = batch(&bed, vec![adds("a"), refused, hidden, adds("a"), adds("b")]).await;
    assert!(matches!(
        results[..],
        [
            Ok(()),
            Err(StoreError::Busy),
            Err(StoreError::Poisoned),
            Err(StoreError::Constraint { .. }),
            Ok(())
        ]
    ));
    assert_eq!(bed.count(), 2);
}

#[both_engines]
async fn a_panic_hurts_only_its_own_job(engine: Engine) {
    let bed = Bed::narrow(engine);
    let panics: Boxed = Box::new(|tx| {
        add(tx, "lost", "x")?;
        panic!("on purpose")
    });
    let results = batch(&bed, vec![adds("a"), panics, adds("b")]).await;
    assert!(matches!(&results[1], Err(StoreError::Panicked(said)) if said == "on purpose"));
    assert!(results[0].is_ok() && results[2].is_ok(), "{results:?}");
    assert_eq!(bed.count(), 2);
    let read = bed
        .store
        .read(|_| -> Result<(), StoreError> { panic!("here too") })
        .await;
    assert!(matches!(read, Err(StoreError::Panicked(_))), "{read:?}");
    assert_eq!(bed.count(), 2, "the reader lives");
}

/// A value that panics when it is dropped, on the store's thread.
struct Trap;

impl Drop for Trap {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("dropped");
        }
    }
}

#[both_engines]
async fn a_destructor_that_panics_does_not_end_the_threads(engine: Engine) {
    let bed = Bed::narrow(engine);
    let gate = Gate::new();
    let wait = gate.wait();
    let held = bed.store.write(move |_| {
        wait();
        Ok::<_, StoreError>(Trap)
    });
    gate.entered();
    drop(held);
    gate.open();
    bed.store
        .write(|tx| add(tx, "a", "x"))
        .await
        .unwrap_or_else(|error| {
            // It may have shared the batch whose answer was lost, which says nothing of its outcome.
            assert!(matches!(error, StoreError::Unavailable(_)), "{error}");
        });
    bed.store.write(|tx| add(tx, "b", "x")).await.unwrap();
    assert!(bed.store.alive());
}

#[both_engines]
fn a_conflict_runs_the_closure_again(engine: Engine) {
    let bed = Bed::new(engine);
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let result = bed.store.write_blocking(move |tx| {
        let run = counted.fetch_add(1, Ordering::SeqCst) + 1;
        add(tx, &format!("run {run}"), "x")?;
        if run < 3 {
            // Whatever the caller makes of the store's error.
            tx.conflict().map_err(|_stores| Problem::Mine(run))?;
        }
        Ok::<_, Problem>(run)
    });
    assert_eq!(result, Ok(3), "the result is that of the run that counted");
    assert_eq!(bed.count(), 1, "the runs before left nothing");
}

#[both_engines]
fn a_conflict_that_stays_is_reported(engine: Engine) {
    let bed = Bed::new(engine);
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let result = bed.store.write_blocking(move |tx| {
        counted.fetch_add(1, Ordering::SeqCst);
        add(tx, "a", "x")?;
        Ok::<_, Problem>(tx.conflict()?)
    });
    assert_eq!(result, Err(Problem::Store));
    assert_eq!(runs.load(Ordering::SeqCst), 5);
    assert_eq!(bed.count(), 0);
}

#[both_engines]
fn a_closures_own_error_is_not_retried(engine: Engine) {
    let bed = Bed::new(engine);
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let result: Result<(), Problem> = bed.store.write_blocking(move |tx| {
        add(tx, "a", "x")?;
        Err(Problem::Mine(counted.fetch_add(1, Ordering::SeqCst)))
    });
    assert_eq!(result, Err(Problem::Mine(0)));
    assert_eq!(bed.count(), 0);
}

/// Fills the disk with one row: SQLite ends the whole transaction by itself.
const FILL: &str = "insert into things (id, name, data) values ('big', 'x', zeroblob(40000000))";
/// Fills it row by row: SQLite undoes the statement and leaves the transaction open.
const FILL_SLOWLY: &str = "insert into things (id, name, data) \
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 400) \
    select 'big' || i, 'x', zeroblob(100000) from n";

#[tokio::test]
async fn sqlite_a_full_disk_loses_the_batch_and_no_more() {
    for fill in [FILL, FILL_SLOWLY] {
        let bed = Bed::tuned(
            Engine::Sqlite,
            &Tuning {
                max_pages: Some(1_000),
                ..narrow()
            },
        );
        let big: Boxed = Box::new(move |tx| {
            // An attempt cannot mend it: the space is gone for its neighbours too.
            let tried = tx.attempt(|tx| tx.execute(fill, &[]));
            assert!(matches!(tried, Err(StoreError::Full)), "{tried:?}");
            let later = add(tx, "later", "x");
            assert!(matches!(later, Err(StoreError::Poisoned)), "{later:?}");
            Ok(())
        });
        let results = batch(&bed, vec![adds("a"), big, adds("b")]).await;
        // What stood behind the failure is the next batch.
        let [
            Err(StoreError::Unavailable(_)),
            Err(StoreError::Unavailable(_)),
            Ok(()),
        ] = results[..]
        else {
            panic!("{fill}: {results:?}");
        };
        assert_eq!(bed.count(), 1, "what was not acknowledged is not there");
        assert!(bed.store.alive());
    }
}

/// A job that fails only at the commit takes nobody with it: they run again one by one.
#[tokio::test]
async fn sqlite_a_failed_commit_runs_the_jobs_alone() {
    let bed = Bed::narrow(Engine::Sqlite);
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let spoiler: Boxed = Box::new(move |tx| {
        counted.fetch_add(1, Ordering::SeqCst);
        tx.execute("pragma defer_foreign_keys = on", &[])?;
        let dangling =
            "insert into spots (id, thing, room, shelf, word) values ('1', 'no', 'r', 1, 'w')";
        tx.execute(dangling, &[]).map(drop)
    });
    let results = batch(&bed, vec![adds("a"), spoiler, adds("b")]).await;
    assert!(
        matches!(
            results[..],
            [Ok(()), Err(StoreError::Unavailable(_)), Ok(())]
        ),
        "{results:?}"
    );
    assert_eq!(runs.load(Ordering::SeqCst), 2, "once together, once alone");
    assert_eq!(bed.count(), 2);
}

/// Cuts the connection under the running transaction.
const CUT: &str = "select pg_terminate_backend(pg_backend_pid())";

#[test]
fn postgres_a_broken_connection_is_replaced() {
    let bed = Bed::narrow(Engine::Postgres);
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    let result = bed.write(move |tx| {
        add(tx, "a", "x")?;
        if counted.fetch_add(1, Ordering::SeqCst) == 0 {
            tx.first(CUT, &[], |row| row.get::<bool>(0))?;
        }
        Ok(())
    });
    result.unwrap();
    assert_eq!((runs.load(Ordering::SeqCst), bed.count()), (2, 1));
}

#[test]
fn postgres_a_connection_cut_while_idle_is_replaced() {
    let bed = Bed::narrow(Engine::Postgres);
    assert_eq!(bed.count(), 0);
    // The writer cuts every connection of this database but its own.
    bed.write(|tx| {
        let others = "select pg_terminate_backend(pid, 10000) from pg_stat_activity \
                      where datname = current_database() and pid <> pg_backend_pid() \
                      and backend_type = 'client backend'";
        let cut = tx.query(others, &[], |row| row.get::<bool>(0))?;
        assert!(cut.contains(&true), "the reader's");
        Ok(())
    })
    .unwrap();
    assert_eq!(bed.count(), 0);
}

/// A migration beside a running server changes what a prepared statement returns.
#[test]
fn postgres_a_stale_plan_is_prepared_again() {
    let bed = Bed::narrow(Engine::Postgres);
    let all = "select * from lines";
    let look = move |tx: &mut Tx<'_>| tx.query(all, &[], |row| row.get::<String>(0)).map(drop);
    bed.write(look).unwrap();
    let other =
        kedang_store::Store::open_tuned(&bed.scratch.place, crate::LIST, &narrow()).unwrap();
    other
        .write_blocking(|tx| tx.execute("alter table lines add column extra text", &[]))
        .map_err(|error: StoreError| error)
        .unwrap();
    bed.write(look).unwrap();
}
