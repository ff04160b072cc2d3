//! (g): one text for many rows.

use kedang_store::{Engine, Kind, StoreError, Value};
use kedang_testkit_macros::both_engines;

use crate::{ADD, Bed, text};

const LIKE: &str = "select id, amount from things where name = $1 order by id limit 2";
const RENAME: &str = "update things set name = $2, amount = case when $3 < 0 then amount else $3 end, body = $4 where id = $1";
const KINDS: [Kind; 4] = [Kind::Text, Kind::Text, Kind::Int, Kind::Json];

fn filled(engine: Engine) -> Bed {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        let rows = [
            ("1", "甲"),
            ("2", "乙"),
            ("3", "甲"),
            ("4", "甲"),
            ("5", "丙"),
        ];
        let rows = rows.map(|(id, name)| [text(id), text(name)]);
        tx.insert_many(ADD, &[Kind::Text, Kind::Text], &rows)
    })
    .unwrap();
    bed
}

#[both_engines]
fn a_question_is_answered_for_each_row(engine: Engine) {
    let bed = filled(engine);
    let found = bed.store.read_blocking(|tx| {
        let mut found = vec![Vec::new(); 4];
        let rows = ["乙", "丁", "甲", "甲"].map(|name| [text(name)]);
        tx.ask_many(LIKE, &[Kind::Text], &rows, |at, row| {
            assert_eq!(row.get::<Option<i64>>(1)?, None);
            found[at].push(row.get::<String>(0)?);
            Ok(())
        })?;
        tx.ask_many(LIKE, &[Kind::Text], &[] as &[[Value; 1]], |_, _| {
            Err(StoreError::TooManyRows)
        })?;
        Ok::<_, StoreError>(found)
    });
    let found = found.unwrap();
    assert_eq!(found, [vec!["2"], vec![], vec!["1", "3"], vec!["1", "3"]]);
}

#[both_engines]
fn whoever_asks_may_stop(engine: Engine) {
    let bed = filled(engine);
    let done = bed.store.read_blocking(|tx| {
        let rows = ["甲", "乙"].map(|name| [text(name)]);
        tx.ask_many(LIKE, &[Kind::Text], &rows, |_, row| {
            row.get::<i64>(0).map(drop)
        })
    });
    assert!(matches!(done, Err(StoreError::Type(_))), "{done:?}");
}

#[both_engines]
fn many_rows_are_brought_up_to_date(engine: Engine) {
    let bed = filled(engine);
    let changed = bed.write(|tx| {
        let rows = [
            ("1", "戊", 7, "{}"),
            ("4", "己", -1, "[1]"),
            ("9", "庚", 1, "[]"),
        ];
        let rows = rows
            .map(|(id, name, amount, body)| [text(id), text(name), Value::Int(amount), text(body)]);
        tx.update_many(RENAME, &KINDS, &rows)
    });
    assert_eq!(changed.unwrap(), 2, "nobody is called 9");
    let all = bed.store.read_blocking(|tx| {
        tx.query("select name, amount from things order by id", &[], |row| {
            Ok((row.get::<String>(0)?, row.get::<Option<i64>>(1)?))
        })
    });
    let all: Vec<_> = all.unwrap();
    let all: Vec<_> = all
        .iter()
        .map(|(name, amount)| (name.as_str(), *amount))
        .collect();
    let expected = [
        ("戊", Some(7)),
        ("乙", None),
        ("甲", None),
        ("己", None),
        ("丙", None),
    ];
    assert_eq!(all, expected);
}

#[both_engines]
fn one_that_does_not_hold_undoes_them_all(engine: Engine) {
    let bed = filled(engine);
    let done = bed.write(|tx| {
        let set = "update things set amount = $2 where id = $1";
        let rows = [("1", 7), ("2", -7)].map(|(id, n)| [text(id), Value::Int(n)]);
        let tried = tx.attempt(|tx| tx.update_many(set, &[Kind::Text, Kind::Int], &rows));
        assert!(
            matches!(tried, Err(StoreError::Constraint { .. })),
            "{tried:?}"
        );
        tx.first("select amount from things where id = '1'", &[], |row| {
            row.get::<Option<i64>>(0)
        })
    });
    assert_eq!(done.unwrap(), Some(None));
}

#[both_engines]
fn a_text_of_another_shape_is_refused(engine: Engine) {
    let bed = filled(engine);
    for sql in [
        "update things set name = $1",
        "update things set name = (select $1 where true) where id = $1",
        "delete from things where id = $1",
    ] {
        let done = bed.write(move |tx| tx.update_many(sql, &[Kind::Text], &[[text("1")]]));
        assert!(matches!(done, Err(StoreError::Type(_))), "{sql}: {done:?}");
    }
    let done = bed.write(|tx| {
        tx.ask_many(
            "delete from things",
            &[Kind::Text],
            &[[text("1")]],
            |_, _| Ok(()),
        )
    });
    assert!(matches!(done, Err(StoreError::Type(_))), "{done:?}");
}
