//! Constraint errors name the same table and column on both engines.

use kedang_store::{ConstraintKind, Engine, StoreError};
use kedang_testkit_macros::both_engines;

use crate::{Bed, add};

/// What breaks, and where.
const BROKEN: [(&str, ConstraintKind, &str, &str); 12] = [
    (
        "insert into things (id, name) values ('a', 'x')",
        ConstraintKind::Unique,
        "things",
        "id",
    ),
    (
        "update things set id = 'a' where id = 'b'",
        ConstraintKind::Unique,
        "things",
        "id",
    ),
    (
        "insert into things (id) values ('c')",
        ConstraintKind::NotNull,
        "things",
        "name",
    ),
    (
        "insert into things (id, name, amount) values ('c', 'x', -1)",
        ConstraintKind::Check,
        "things",
        "amount",
    ),
    (
        "update things set least = 2, most = 1",
        ConstraintKind::Check,
        "things",
        "",
    ),
    (
        "insert into spots (id, thing, room, shelf, word) values ('2', 'a', '甲', 1, 'other')",
        ConstraintKind::Unique,
        "spots",
        "room,shelf",
    ),
    (
        "insert into spots (id, thing, room, shelf, word) values ('2', 'a', '甲', 2, 'WORD')",
        ConstraintKind::Unique,
        "spots",
        "spots_by_word",
    ),
    (
        "insert into spots (id, thing, room, shelf, word) values ('2', 'no', '甲', 2, 'x')",
        ConstraintKind::ForeignKey,
        "spots",
        "",
    ),
    (
        "update spots set thing = 'no'",
        ConstraintKind::ForeignKey,
        "spots",
        "",
    ),
    (
        "delete from things where id = 'a'",
        ConstraintKind::ForeignKey,
        "things",
        "",
    ),
    ("delete from lines", ConstraintKind::Trigger, "lines", ""),
    (
        "with one (id) as (select 'a') insert into lines (id) select 'l' from one",
        ConstraintKind::Unique,
        "lines",
        "id",
    ),
];

#[both_engines]
fn they_name_table_and_column(engine: Engine) {
    let bed = Bed::new(engine);
    bed.write(|tx| {
        add(tx, "a", "甲")?;
        add(tx, "b", "乙")?;
        tx.execute(
            "insert into spots (id, thing, room, shelf, word) values ('1', 'a', '甲', 1, 'word')",
            &[],
        )?;
        tx.execute("insert into lines (id) values ('l')", &[])
    })
    .unwrap();
    for (sql, wanted, at, on) in BROKEN {
        match bed.write(move |tx| tx.execute(sql, &[])) {
            Err(StoreError::Constraint {
                table,
                column,
                kind,
            }) => {
                assert_eq!((kind, &*table, &*column), (wanted, at, on), "{sql}");
            }
            other => panic!("{sql}: {other:?}"),
        }
    }
}
