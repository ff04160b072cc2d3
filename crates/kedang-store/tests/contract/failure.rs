//! (b): a failed statement spoils its transaction until a savepoint rolls back.

use kedang_store::{Engine, StoreError, Tx};
use kedang_testkit_macros::both_engines;

use crate::{Bed, COUNT, ENDLESS, add, count};

/// Fails, and leaves the transaction as a failed insert does.
fn collide(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    add(tx, "a", "again")
}

#[both_engines]
fn a_hidden_failure_does_not_commit(engine: Engine) {
    let bed = Bed::new(engine);
    let done = bed.write(|tx| {
        add(tx, "a", "甲")?;
        drop(collide(tx));
        Ok(())
    });
    assert!(matches!(done, Err(StoreError::Poisoned)), "{done:?}");
    assert_eq!(bed.count(), 0);
}

#[both_engines]
fn nothing_runs_after_a_failure(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        add(tx, "a", "甲")?;
        assert!(matches!(collide(tx), Err(StoreError::Constraint { .. })));
        let later = [
            count(tx).map(drop),
            add(tx, "b", "乙"),
            tx.query(COUNT, &[], |_| Ok(())).map(drop),
            tx.each(COUNT, &[], |_| Ok(())),
            tx.insert_many(
                crate::ADD,
                &[kedang_store::Kind::Text; 2],
                &[["c".into(), "丙".into()]],
            )
            .map(drop),
            tx.attempt(|tx| count(tx)).map(drop),
            tx.prepare_only(COUNT),
        ];
        for done in later {
            assert!(matches!(done, Err(StoreError::Poisoned)), "{done:?}");
        }
        Err::<(), _>(StoreError::Busy)
    })
    .unwrap_err();
    assert_eq!(bed.count(), 0);
}

#[both_engines]
fn a_read_is_spoilt_too(engine: Engine) {
    let bed = Bed::new(engine);
    let done = bed.store.read_blocking(|tx| {
        drop(tx.execute("select nonsense", &[]));
        Ok::<_, StoreError>(7)
    });
    assert!(matches!(done, Err(StoreError::Poisoned)), "{done:?}");
    assert_eq!(bed.count(), 0, "the connection is as good as new");
}

#[both_engines]
fn an_attempt_undoes_its_own_work_only(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        add(tx, "a", "甲")?;
        let tried = tx.attempt(|tx| {
            add(tx, "b", "乙")?;
            collide(tx)
        });
        assert!(
            matches!(tried, Err(StoreError::Constraint { .. })),
            "{tried:?}"
        );
        assert_eq!(count(tx)?, 1);
        tx.attempt(|tx| add(tx, "c", "丙"))
    })
    .unwrap();
    assert_eq!(bed.count(), 2);
}

#[both_engines]
fn an_attempt_that_hides_a_failure_is_undone(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        add(tx, "a", "甲")?;
        let tried = tx.attempt(|tx| {
            add(tx, "b", "乙")?;
            drop(collide(tx));
            Ok::<_, StoreError>(())
        });
        assert!(matches!(tried, Err(StoreError::Poisoned)), "{tried:?}");
        Ok(())
    })
    .unwrap();
    assert_eq!(bed.count(), 1);
}

#[both_engines]
fn attempts_nest(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        tx.attempt(|tx| {
            add(tx, "a", "甲")?;
            let inner = tx.attempt(|tx| {
                add(tx, "b", "乙")?;
                Err::<(), _>(StoreError::Busy)
            });
            assert!(matches!(inner, Err(StoreError::Busy)), "{inner:?}");
            add(tx, "c", "丙")?;
            // The outer savepoint is still the one from before 甲.
            tx.attempt(|tx| add(tx, "d", "丁"))?;
            collide(tx)
        })
        .unwrap_err();
        assert_eq!(count(tx)?, 0);
        add(tx, "e", "戊")
    })
    .unwrap();
    assert_eq!(bed.count(), 1);
}

#[both_engines]
fn an_error_of_the_rows_spoils_too(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        add(tx, "a", "甲")?;
        let tried = tx.attempt(|tx| tx.each(ENDLESS, &[], |_| Err(StoreError::Busy)));
        assert!(matches!(tried, Err(StoreError::Busy)), "{tried:?}");
        drop(tx.query(COUNT, &[], |row| row.get::<String>(0)));
        assert!(matches!(count(tx), Err(StoreError::Poisoned)));
        Ok(())
    })
    .unwrap_err();
    assert_eq!(bed.count(), 0);
}
