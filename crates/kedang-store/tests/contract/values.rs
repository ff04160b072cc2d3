//! (c): which value goes where, and comes back as what.

use kedang_store::{Engine, Row, StoreError, Value};
use kedang_testkit_macros::both_engines;

use crate::{Bed, text};

/// One statement per column, and what may be stored there.
const SET: [(&str, &str, &str); 8] = [
    ("name", "update things set name = $1 where id = 'a'", "Text"),
    (
        "amount",
        "update things set amount = $1 where id = 'a'",
        "Int",
    ),
    ("vip", "update things set vip = $1 where id = 'a'", "Bool"),
    (
        "ratio",
        "update things set ratio = $1 where id = 'a'",
        "Real Int",
    ),
    ("body", "update things set body = $1 where id = 'a'", "Text"),
    ("data", "update things set data = $1 where id = 'a'", "Blob"),
    (
        "least",
        "update things set least = $1 where id = 'a'",
        "Int",
    ),
    ("most", "update things set most = $1 where id = 'a'", "Int"),
];

fn values() -> [(&'static str, Value); 5] {
    [
        ("Bool", true.into()),
        ("Int", 1.into()),
        ("Real", 0.5.into()),
        ("Text", text("\"甲\"")),
        ("Blob", vec![0_u8, 255].into()),
    ]
}

/// What SQLite stores although the pair is not on the list, because it converts what it can and
/// has no truth values. PostgreSQL, where every use case is tested too, refuses.
fn sqlite_converts(column: &str, kind: &str) -> bool {
    matches!(
        (column, kind),
        ("name" | "body", "Bool" | "Int" | "Real")
            | ("vip", "Int")
            | ("amount" | "least" | "most" | "ratio", "Bool")
    )
}

#[both_engines]
fn only_the_listed_pairs_are_stored(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| crate::add(tx, "a", "甲")).unwrap();
    for (column, sql, kinds) in SET {
        for (kind, value) in values() {
            let done = bed.write(move |tx| tx.execute(sql, std::slice::from_ref(&value)));
            let listed = kinds.split(' ').any(|listed| listed == kind);
            if listed || (engine == Engine::Sqlite && sqlite_converts(column, kind)) {
                assert!(matches!(done, Ok(1)), "{kind} to {column}: {done:?}");
            } else {
                assert!(
                    matches!(done, Err(StoreError::Type(_))),
                    "{kind} to {column}: {done:?}"
                );
            }
        }
    }
}

#[both_engines]
fn null_goes_everywhere_it_may(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| crate::add(tx, "a", "甲")).unwrap();
    for (column, sql, _) in SET.into_iter().filter(|(column, ..)| *column != "name") {
        let done = bed.write(move |tx| tx.execute(sql, &[Value::Null]));
        assert!(matches!(done, Ok(1)), "{column}: {done:?}");
    }
}

#[both_engines]
fn what_went_in_comes_out(engine: Engine) {
    let bed = Bed::new(engine);
    let set = "insert into things (id, name, amount, vip, ratio, body, data) \
               values ($1, $2, $3, $4, $5, $6, $7)";
    let name = "喆堃玥镕 𠀀\t\n'\"\\";
    bed.write(move |tx| {
        let full = [
            "full".into(),
            name.into(),
            i64::MAX.into(),
            true.into(),
            Value::Real(-1.5e300),
            text("{\"a\": 1}"),
            vec![0_u8, 1, 255].into(),
        ];
        tx.execute(set, &full)?;
        let [id, name] = [text("void"), text("")];
        let void = [
            id,
            name,
            Value::Null,
            Value::Null,
            Value::Null,
            Value::Null,
            Value::Null,
        ];
        tx.execute(set, &void)
    })
    .unwrap();
    let rows = bed
        .store
        .read_blocking(|tx| {
            let all = "select name, amount, vip, ratio, body, data from things order by id";
            tx.query(all, &[], |row| {
                assert_eq!(row.text(0)?, row.get::<String>(0)?);
                Ok((
                    row.get::<String>(0)?,
                    row.get::<Option<i64>>(1)?,
                    row.get::<Option<bool>>(2)?,
                    row.get::<Option<f64>>(3)?,
                    row.get::<Option<String>>(4)?,
                    row.get::<Option<Vec<u8>>>(5)?,
                ))
            })
        })
        .map_err(|error: StoreError| error)
        .unwrap();
    let full = (
        name.to_owned(),
        Some(i64::MAX),
        Some(true),
        Some(-1.5e300),
        Some("{\"a\": 1}".to_owned()),
        Some(vec![0, 1, 255]),
    );
    assert_eq!(rows, [full, (String::new(), None, None, None, None, None)]);
}

#[both_engines]
fn a_column_is_read_as_its_own_type_only(engine: Engine) {
    fn read(row: &Row<'_>, column: usize, kind: &str) -> Result<(), StoreError> {
        match kind {
            "i64" => row.get::<i64>(column).map(drop),
            "f64" => row.get::<f64>(column).map(drop),
            "String" => row.get::<String>(column).map(drop),
            "Vec<u8>" => row.get::<Vec<u8>>(column).map(drop),
            _ => row.get::<bool>(column).map(drop),
        }
    }
    let bed = Bed::new(engine);
    let kinds = ["i64", "f64", "String", "Vec<u8>"];
    bed.write(move |tx| {
        let set = "insert into things (id, name, amount, vip, ratio, data) \
                   values ('a', 'a', 2, $1, 0.5, $2)";
        tx.execute(set, &[true.into(), vec![1_u8].into()])?;
        let get = "select amount, ratio, name, data, body from things";
        tx.each(get, &[], |row| {
            for column in 0..4 {
                for (place, kind) in kinds.into_iter().enumerate() {
                    let done = read(row, column, kind);
                    assert_eq!(
                        done.is_ok(),
                        column == place,
                        "{kind} of column {column}: {done:?}"
                    );
                }
                assert!(
                    read(row, column, "bool").is_err(),
                    "column {column} is no truth value"
                );
            }
            for kind in kinds {
                assert!(read(row, 4, kind).is_err(), "{kind} of NULL");
                assert!(
                    read(row, 5, kind).is_err(),
                    "{kind} of a column that is not there"
                );
            }
            Ok(())
        })
    })
    .unwrap();
}

#[both_engines]
fn parameters_are_bound_by_their_digit(engine: Engine) {
    let bed = Bed::new(engine);
    let found = bed
        .write(|tx| {
            crate::add(tx, "a", "甲")?;
            let backwards = "select $2 || id from things where id = $1";
            let twice = "select $1 || $2 || $1 from things where id = $3";
            Ok([
                tx.first(backwards, &[text("a"), text("x-")], |row| {
                    row.get::<String>(0)
                })?,
                tx.first(twice, &[text("1"), text("2"), text("a")], |row| row.get(0))?,
            ])
        })
        .unwrap();
    assert_eq!(found, [Some("x-a".into()), Some("121".into())]);
}

#[both_engines]
fn a_call_that_does_not_fit_the_text_is_refused(engine: Engine) {
    let bed = Bed::new(engine);
    let by_id = "select name from things where id = $1";
    let calls: [(&'static str, &'static [&'static str]); 5] = [
        (by_id, &[]),
        (by_id, &["a", "b"]),
        ("select name from things where id = ?", &["a"]),
        ("select name from things where id = :id", &["a"]),
        ("select name from things where id = \"a\"", &[]),
    ];
    for (sql, args) in calls {
        let done = bed.store.read_blocking(move |tx| {
            let args: Vec<Value> = args.iter().map(|arg| text(arg)).collect();
            tx.query(sql, &args, |_| Ok(()))
        });
        assert!(
            matches!(done, Err(StoreError::Type(_) | StoreError::Other(_))),
            "{sql}: {done:?}"
        );
    }
    let done = bed.write(move |tx| tx.execute(by_id, &[text("a")]));
    assert!(
        matches!(done, Err(StoreError::Type(_))),
        "rows from execute: {done:?}"
    );
}

#[both_engines]
fn what_an_engine_would_change_is_refused(engine: Engine) {
    let bed = Bed::new(engine);
    let ratio = "insert into things (id, name, ratio) values ('a', 'a', $1)";
    for value in [f64::NAN, f64::INFINITY] {
        let done = bed.write(move |tx| tx.execute(ratio, &[Value::Real(value)]));
        assert!(
            matches!(done, Err(StoreError::Type(_))),
            "{value}: {done:?}"
        );
    }
    let done = bed.write(|tx| crate::add(tx, "a", "a\0b"));
    assert!(matches!(done, Err(StoreError::Type(_))), "NUL: {done:?}");
    assert_eq!(bed.count(), 0);
}

#[both_engines]
fn a_text_can_be_checked_without_running_it(engine: Engine) {
    let bed = Bed::new(engine);
    let check = |sql: &'static str| {
        bed.store
            .read_blocking(move |tx| tx.prepare_only(sql))
            .map_err(|error: StoreError| error)
    };
    check(crate::ADD).unwrap();
    for sql in [
        "select nothing from things",
        "select id from things where id = ?",
        "selec 1",
    ] {
        assert!(check(sql).is_err(), "{sql}");
    }
    if engine == Engine::Postgres {
        // Only PostgreSQL can tell: a sum of bigint is numeric, and no `Value` is a timestamp.
        for sql in ["select sum(amount) from things", "select $1 < now()"] {
            assert!(matches!(check(sql), Err(StoreError::Type(_))), "{sql}");
        }
    }
    assert_eq!(bed.count(), 0);
}
