//! (a): writers as if one after the other, reads on one snapshot.

use std::sync::Arc;
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use kedang_store::{Engine, Store, StoreError, Tuning, Tx};
use kedang_testkit_macros::both_engines;

use crate::{Bed, COUNT_NAMED, Gate, LIST, add, count};

/// Adds a thing unless there is one of that name; what a use case does without a unique index.
fn add_once(tx: &mut Tx<'_>, id: &str, name: &str, between: impl Fn()) -> Result<bool, StoreError> {
    let there: Option<i64> = tx.first(COUNT_NAMED, &[name.into()], |row| row.get(0))?;
    between();
    if there != Some(0) {
        return Ok(false);
    }
    add(tx, id, name)?;
    Ok(true)
}

/// Two writers at a time try to add each of `names`; returns how many succeeded.
fn race(
    stores: [&Store; 2],
    names: u32,
    between: &(impl Fn() + Clone + Send + Sync + 'static),
) -> u32 {
    let added = AtomicU32::new(0);
    thread::scope(|scope| {
        for (writer, store) in stores.into_iter().enumerate() {
            let added = &added;
            let between = between.clone();
            scope.spawn(move || {
                for name in 0..names {
                    let (between, name) = (between.clone(), name.to_string());
                    let id = format!("{name}-{writer}");
                    let won = store.write_blocking(move |tx| add_once(tx, &id, &name, &between));
                    added.fetch_add(u32::from(won.unwrap()), Ordering::Relaxed);
                }
            });
        }
    });
    added.into_inner()
}

#[both_engines]
fn check_then_insert_makes_one(engine: Engine) {
    let bed = Bed::new(engine);
    assert_eq!(race([&bed.store, &bed.store], 50, &|| {}), 50);
    assert_eq!(bed.count(), 50);
}

#[both_engines]
fn two_handles_on_one_place_make_one(engine: Engine) {
    let bed = Bed::new(engine);
    let other = Store::open_tuned(&bed.scratch.place, LIST, &Tuning::default()).unwrap();
    assert_eq!(race([&bed.store, &other], 50, &|| {}), 50);
    assert_eq!(bed.count(), 50);
}

/// Both writers have looked before either inserts: without SERIALIZABLE this makes two.
#[test]
fn postgres_sees_through_a_forced_interleaving() {
    let bed = Bed::new(Engine::Postgres);
    let (barrier, runs) = (Arc::new(Barrier::new(2)), Arc::new(AtomicU32::new(0)));
    let between = {
        let runs = Arc::clone(&runs);
        move || {
            if runs.fetch_add(1, Ordering::SeqCst) < 2 {
                barrier.wait();
            }
        }
    };
    assert_eq!(race([&bed.store, &bed.store], 1, &between), 1);
    assert_eq!(bed.count(), 1);
    assert!(
        runs.load(Ordering::SeqCst) > 2,
        "one of them had to run again"
    );
}

#[both_engines]
async fn a_read_is_one_snapshot(engine: Engine) {
    let bed = Bed::new(engine);
    let gate = Gate::new();
    let wait = gate.wait();
    let read = bed.store.read(move |tx| {
        let before = count(tx)?;
        wait();
        Ok::<_, StoreError>((before, count(tx)?))
    });
    gate.entered();
    bed.write(|tx| add(tx, "a", "甲")).unwrap();
    gate.open();
    assert_eq!(read.await.unwrap(), (0, 0));
    assert_eq!(bed.count(), 1);
}

#[both_engines]
fn a_read_must_not_write(engine: Engine) {
    let bed = Bed::new(engine);
    let done = bed.store.read_blocking(|tx| add(tx, "a", "甲"));
    assert!(matches!(done, Err(StoreError::ReadOnly)), "{done:?}");
    let done = bed.store.long_blocking(|tx| add(tx, "a", "甲"));
    assert!(matches!(done, Err(StoreError::ReadOnly)), "{done:?}");
    assert_eq!(bed.count(), 0);
}

#[both_engines(flavor = "multi_thread")]
async fn what_was_answered_is_there(engine: Engine) {
    let bed = Bed::new(engine);
    let tasks: Vec<_> = (0..16)
        .map(|task| {
            let store = bed.store.clone();
            tokio::spawn(async move {
                for number in 0..10 {
                    let id = format!("{task}-{number}");
                    let (written, asked) = (id.clone(), id);
                    store.write(move |tx| add(tx, &written, &written)).await?;
                    let found = store
                        .read(move |tx| tx.first(COUNT_NAMED, &[asked.into()], |row| row.get(0)))
                        .await?;
                    assert_eq!(found, Some(1_i64));
                }
                Ok::<_, StoreError>(())
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(bed.count(), 160);
}
