//! (g): queues, limits, callers that are gone, and the end.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use kedang_store::{Engine, StoreError, Tuning};
use kedang_testkit_macros::both_engines;

use crate::{Bed, Gate, NEVER, add, count, narrow};

type Call = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

#[both_engines]
async fn a_full_queue_is_busy_at_once(engine: Engine) {
    let bed = Bed::tuned(
        engine,
        &Tuning {
            queue: 2,
            ..narrow()
        },
    );
    for kind in ["read", "long", "write"] {
        let (gate, count) = (Gate::new(), Arc::new(AtomicU32::new(0)));
        let wait = gate.wait();
        let first = move |_: &mut kedang_store::Tx<'_>| {
            wait();
            Ok::<_, StoreError>(())
        };
        let next = || {
            let count = Arc::clone(&count);
            move |_: &mut kedang_store::Tx<'_>| {
                count.fetch_add(1, Ordering::SeqCst);
                Ok::<_, StoreError>(())
            }
        };
        let mut calls: Vec<Call> = vec![];
        for number in 0..4 {
            let store = &bed.store;
            calls.push(match (kind, number) {
                ("read", 0) => Box::pin(store.read(first.clone())),
                ("long", 0) => Box::pin(store.long(first.clone())),
                (_, 0) => Box::pin(store.write(first.clone())),
                ("read", _) => Box::pin(store.read(next())),
                ("long", _) => Box::pin(store.long(next())),
                _ => Box::pin(store.write(next())),
            });
            if number == 0 {
                gate.entered();
            }
        }
        let refused = calls.pop().unwrap().await;
        assert!(
            matches!(refused, Err(StoreError::Busy)),
            "{kind}: {refused:?}"
        );
        gate.open();
        for call in calls {
            call.await.unwrap();
        }
        assert_eq!(count.load(Ordering::SeqCst), 2, "{kind}");
    }
}

#[both_engines]
async fn a_job_nobody_waits_for_is_skipped(engine: Engine) {
    let bed = Bed::narrow(engine);
    let (gate, wait) = (Gate::new(), Arc::new(AtomicU32::new(0)));
    let (hold, runs) = (gate.wait(), Arc::clone(&wait));
    let held = bed.store.write(move |_| {
        hold();
        Ok::<_, StoreError>(())
    });
    gate.entered();
    let dropped = bed.store.write(move |tx| {
        runs.fetch_add(1, Ordering::SeqCst);
        add(tx, "dropped", "x")
    });
    let kept = bed.store.write(|tx| add(tx, "kept", "x"));
    drop(dropped);
    gate.open();
    held.await.unwrap();
    kept.await.unwrap();
    assert_eq!(wait.load(Ordering::SeqCst), 0);
    assert_eq!(bed.count(), 1);
}

#[both_engines]
fn a_read_over_its_limit_is_cut_off(engine: Engine) {
    let limit = Duration::from_millis(200);
    let bed = Bed::tuned(
        engine,
        &Tuning {
            read_limit: limit,
            long_limit: limit,
            ..narrow()
        },
    );
    let work = |tx: &mut kedang_store::Tx<'_>| tx.first(NEVER, &[], |row| row.get::<i64>(0));
    let done = bed.store.read_blocking(work);
    assert!(matches!(done, Err(StoreError::TimedOut)), "{done:?}");
    let done = bed.store.long_blocking(work);
    assert!(matches!(done, Err(StoreError::TimedOut)), "{done:?}");
    assert_eq!(bed.count(), 0, "the next read has its own time");
}

#[both_engines]
fn a_write_over_its_limit_is_cut_off(engine: Engine) {
    let limit = Duration::from_millis(200);
    let bed = Bed::tuned(
        engine,
        &Tuning {
            write_limit: limit,
            ..narrow()
        },
    );
    let done = bed.write(|tx| {
        add(tx, "a", "x")?;
        tx.first(NEVER, &[], |row| row.get::<i64>(0))
    });
    assert!(matches!(done, Err(StoreError::TimedOut)), "{done:?}");
    bed.write(|tx| add(tx, "b", "x")).unwrap();
    assert_eq!(bed.count(), 1);
}

#[both_engines]
fn the_closure_itself_is_within_the_limit(engine: Engine) {
    let bed = Bed::tuned(
        engine,
        &Tuning {
            read_limit: Duration::ZERO,
            ..narrow()
        },
    );
    let done = bed.store.read_blocking(count);
    assert!(matches!(done, Err(StoreError::TimedOut)), "{done:?}");
}

#[both_engines]
async fn close_finishes_what_is_queued(engine: Engine) {
    let bed = Bed::narrow(engine);
    assert!(bed.store.alive());
    let queued: Vec<_> = (0..20)
        .map(|number| bed.store.write(move |tx| add(tx, &number.to_string(), "x")))
        .collect();
    bed.store.close();
    assert!(!bed.store.alive(), "the writer has ended");
    for job in queued {
        job.await.unwrap();
    }
    let late = bed.store.write(|tx| add(tx, "late", "x")).await;
    assert!(matches!(late, Err(StoreError::Unavailable(_))), "{late:?}");
    let late = bed.store.read(count).await;
    assert!(matches!(late, Err(StoreError::Unavailable(_))), "{late:?}");
    bed.store.close();
    let again = kedang_store::Store::open_tuned(&bed.scratch.place, crate::LIST, &narrow());
    assert_eq!(again.unwrap().read(count).await.unwrap(), 20);
}

/// The synchronous client panics on a thread of the runtime, even when only dropped.
#[both_engines(flavor = "current_thread")]
async fn a_store_lives_and_dies_on_the_runtime(engine: Engine) {
    let bed = Bed::new(engine);
    bed.store.write(|tx| add(tx, "a", "x")).await.unwrap();
    bed.store.long(count).await.unwrap();
    drop(bed);
}
