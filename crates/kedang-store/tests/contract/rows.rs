//! (g): how many rows at a time.

use kedang_store::{Engine, Kind, StoreError, Value};
use kedang_testkit_macros::both_engines;

use crate::{Bed, ENDLESS, text};

const UP_TO: &str = "with recursive n (i) as (select cast(1 as bigint) union all \
                     select i + 1 from n where i < $1) select i from n";
const ALL: &str = "insert into things (id, name, amount, vip, ratio, body, data) \
                   values ($1, coalesce($2, '无'), $3, $4, $5, $6, $7) on conflict (id) do nothing";
const KINDS: [Kind; 7] = [
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Bool,
    Kind::Real,
    Kind::Json,
    Kind::Blob,
];

fn numbers(bed: &Bed, up_to: i64) -> Result<Vec<i64>, StoreError> {
    bed.store
        .read_blocking(move |tx| tx.query(UP_TO, &[up_to.into()], |row| row.get(0)))
}

#[both_engines]
fn a_query_gives_a_thousand_rows_and_no_more(engine: Engine) {
    let bed = Bed::new(engine);
    assert_eq!(numbers(&bed, 1_000).unwrap().len(), 1_000);
    for up_to in [1_001, 1_000_000_000] {
        let done = numbers(&bed, up_to);
        assert!(
            matches!(done, Err(StoreError::TooManyRows)),
            "{up_to}: {done:?}"
        );
    }
    assert_eq!(
        numbers(&bed, 3).unwrap(),
        [1, 2, 3],
        "the connection is as good as new"
    );
}

#[both_engines]
fn first_is_the_first_or_none(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        let first = tx.first(UP_TO, &[5.into()], |row| row.get::<i64>(0))?;
        let none = tx.first("select id from things", &[], |row| row.get::<String>(0))?;
        assert_eq!((first, none), (Some(1), None));
        Ok(())
    })
    .unwrap();
    let done = bed
        .store
        .read_blocking(|tx| tx.first(ENDLESS, &[], |row| row.get::<i64>(0)));
    assert!(matches!(done, Err(StoreError::TooManyRows)), "{done:?}");
}

/// A returning statement is run to its end, so that what fails at its end is seen.
#[both_engines]
fn first_sees_an_error_behind_the_first_row(engine: Engine) {
    let bed = Bed::new(engine);
    let done = bed.write(|tx| {
        let sql = "insert into spots (id, thing, room, shelf, word) \
                   values ('1', 'no', 'r', 1, 'w') returning id";
        tx.first(sql, &[], |row| row.get::<String>(0))
    });
    assert!(
        matches!(done, Err(StoreError::Constraint { .. })),
        "{done:?}"
    );
}

/// Rows come one at a time: the result has no end, yet its beginning arrives.
#[both_engines]
fn each_streams(engine: Engine) {
    let bed = Bed::new(engine);
    let done = bed.store.read_blocking(|tx| {
        let mut sum = 0;
        tx.each(ENDLESS, &[], |row| {
            sum += row.get::<i64>(0)?;
            if sum == 5_000 * 5_001 / 2 {
                Err(StoreError::Busy)
            } else {
                Ok(())
            }
        })
    });
    assert!(matches!(done, Err(StoreError::Busy)), "{done:?}");
    assert_eq!(
        numbers(&bed, 3).unwrap(),
        [1, 2, 3],
        "the connection is as good as new"
    );
}

fn row(number: i64) -> [Value; 7] {
    if number % 7 == 0 {
        let id = text(&format!("{number:05}"));
        return [
            id,
            Value::Null,
            Value::Null,
            Value::Null,
            Value::Null,
            Value::Null,
            Value::Null,
        ];
    }
    [
        text(&format!("{number:05}")),
        text(&format!("客户 {number}")),
        number.into(),
        (number % 2 == 0).into(),
        Value::Real(0.5),
        text(&format!("{{\"n\": {number}}}")),
        vec![1_u8, 2, 3].into(),
    ]
}

#[both_engines]
fn insert_many_inserts_many(engine: Engine) {
    let bed = Bed::new(engine);
    let changed = bed.write(|tx| {
        let rows: Vec<[Value; 7]> = (1..=5_000).map(row).collect();
        assert_eq!(tx.insert_many(ALL, &KINDS, &rows[..10])?, 10);
        tx.insert_many(ALL, &KINDS, &rows)
    });
    assert_eq!(changed.unwrap(), 4_990, "ten were there");
    bed.store
        .read_blocking(|tx| {
            let mut number = 0;
            let all = "select id, name, amount, vip, ratio, body, data from things order by id";
            tx.each(all, &[], |found| {
                number += 1;
                let [id, name, amount, vip, ratio, body, data] = row(number);
                let name = if name == Value::Null {
                    text("无")
                } else {
                    name
                };
                assert_eq!(Value::from(found.get::<String>(0)?), id);
                assert_eq!(Value::from(found.get::<String>(1)?), name);
                assert_eq!(Value::from(found.get::<Option<i64>>(2)?), amount);
                assert_eq!(Value::from(found.get::<Option<bool>>(3)?), vip);
                assert_eq!(Value::from(found.get::<Option<f64>>(4)?), ratio);
                assert_eq!(Value::from(found.get::<Option<String>>(5)?), body);
                assert_eq!(Value::from(found.get::<Option<Vec<u8>>>(6)?), data);
                Ok(())
            })?;
            assert_eq!(number, 5_000);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[both_engines]
fn insert_many_is_all_or_nothing(engine: Engine) {
    let bed = Bed::new(engine);
    let add = "insert into things (id, name) values ($1, $2)";
    let done = bed.write(move |tx| {
        let tried = tx.attempt(|tx| {
            let rows = ["a", "b", "a"].map(|id| [text(id), text("x")]);
            tx.insert_many(add, &[Kind::Text, Kind::Text], &rows)
        });
        assert!(
            matches!(tried, Err(StoreError::Constraint { .. })),
            "{tried:?}"
        );
        tx.insert_many(add, &[Kind::Text, Kind::Text], &[] as &[[Value; 2]])
    });
    assert_eq!(done.unwrap(), 0);
    assert_eq!(bed.count(), 0);
}

#[both_engines]
fn insert_many_refuses_what_does_not_fit(engine: Engine) {
    let bed = Bed::new(engine);
    let add = "insert into things (id, name) values ($1, $2)";
    let wrong: [(&'static str, Vec<Value>); 4] = [
        (add, vec![text("a"), 7.into()]),
        (add, vec![text("a")]),
        (add, vec![text("a"), text("a\0")]),
        (
            "insert into things (id, name) select $1, $2",
            vec![text("a"), text("b")],
        ),
    ];
    for (sql, row) in wrong {
        let done = bed.write(move |tx| {
            tx.insert_many(sql, &[Kind::Text, Kind::Text], std::slice::from_ref(&row))
        });
        assert!(matches!(done, Err(StoreError::Type(_))), "{sql}: {done:?}");
    }
    let ratio = "insert into things (id, name, ratio) values ($1, $1, $2)";
    let done = bed.write(move |tx| {
        tx.insert_many(
            ratio,
            &[Kind::Text, Kind::Real],
            &[[text("a"), Value::Real(f64::NAN)]],
        )
    });
    assert!(matches!(done, Err(StoreError::Type(_))), "NaN: {done:?}");
}
