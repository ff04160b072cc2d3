//! (j): from any older schema to the newest, or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::thread;

use kedang_store::{
    ColumnKind, Engine, Migrated, Migration, Place, Scratch, Store, StoreError, Tuning, Tx,
    migrate_list, schema_of,
};
use kedang_testkit_macros::both_engines;

const STEPS: &[Migration] = &[
    Migration {
        number: 1,
        name: "people",
        sqlite: "create table people (id text primary key, name text not null) strict",
        postgres: "create table people (id text primary key, name text not null)",
    },
    Migration {
        number: 2,
        name: "ages",
        sqlite: "alter table people add column age integer;
                 create table notes (id text primary key,
                   person text not null references people (id), vip integer) strict",
        postgres: "alter table people add column age bigint;
                 create table notes (id text primary key,
                   person text not null references people (id), vip boolean)",
    },
    Migration {
        number: 3,
        name: "titles",
        sqlite: "update people set name = name || '先生'",
        postgres: "update people set name = name || '先生'",
    },
];

fn open(place: &Place, list: &[Migration]) -> Result<Store, StoreError> {
    Store::open_tuned(place, list, &Tuning::default())
}

fn add(place: &Place, list: &[Migration], id: &'static str) {
    let store = open(place, list).unwrap();
    let add = move |tx: &mut Tx<'_>| {
        tx.execute(
            "insert into people (id, name) values ($1, '王')",
            &[id.into()],
        )
    };
    store
        .write_blocking(add)
        .map_err(|error: StoreError| error)
        .unwrap();
    store.close();
}

fn names(place: &Place, list: &[Migration]) -> Vec<String> {
    let store = open(place, list).unwrap();
    let all = "select name from people order by id";
    let names = store.read_blocking(move |tx| tx.query(all, &[], |row| row.get(0)));
    names.map_err(|error: StoreError| error).unwrap()
}

#[both_engines]
fn an_empty_place_gets_everything(engine: Engine) {
    let scratch = Scratch::new(engine);
    let before = open(&scratch.place, STEPS);
    assert!(matches!(
        before,
        Err(StoreError::SchemaOlder { found: 0, known: 3 })
    ));
    let done = migrate_list(&scratch.place, STEPS, 1).unwrap();
    assert_eq!(
        done,
        Migrated {
            from: 0,
            to: 3,
            copy: None
        }
    );
    assert!(names(&scratch.place, STEPS).is_empty());
    let again = migrate_list(&scratch.place, STEPS, 2).unwrap();
    assert_eq!(
        again,
        Migrated {
            from: 3,
            to: 3,
            copy: None
        }
    );
}

#[test]
fn sqlite_a_folder_is_made_if_it_is_not_there() {
    let scratch = Scratch::new(Engine::Sqlite);
    let Place::Folder(folder) = &scratch.place else {
        unreachable!()
    };
    let deep = Place::Folder(folder.join("a").join("b"));
    assert!(matches!(
        open(&deep, STEPS),
        Err(StoreError::SchemaOlder { found: 0, .. })
    ));
    assert!(!folder.join("a").exists(), "opening makes nothing");
    migrate_list(&deep, STEPS, 1).unwrap();
    open(&deep, STEPS).unwrap();
}

#[both_engines]
fn any_older_version_becomes_the_newest(engine: Engine) {
    for old in 1..STEPS.len() {
        let scratch = Scratch::new(engine);
        migrate_list(&scratch.place, &STEPS[..old], 1).unwrap();
        add(&scratch.place, &STEPS[..old], "a");
        let from = u32::try_from(old).unwrap();
        let before = open(&scratch.place, STEPS);
        assert!(
            matches!(before, Err(StoreError::SchemaOlder { found, known: 3 }) if found == from)
        );
        let done = migrate_list(&scratch.place, STEPS, 1_700_000_000_000_000).unwrap();
        assert_eq!((done.from, done.to), (from, 3));
        assert_eq!(names(&scratch.place, STEPS), ["王先生"]);
        match (&scratch.place, done.copy) {
            (Place::Postgres(_), copy) => assert_eq!(copy, None),
            (Place::Folder(folder), copy) => {
                let copy = copy.expect("a copy");
                assert_eq!(copy, folder.join("backups/before-3-1700000000000000.db"));
                let other = Scratch::new(engine);
                let Place::Folder(restored) = &other.place else {
                    unreachable!()
                };
                fs::copy(&copy, restored.join("kedang.db")).unwrap();
                assert_eq!(
                    names(&other.place, &STEPS[..old]),
                    ["王"],
                    "as it was before"
                );
            }
        }
    }
}

#[both_engines]
fn a_newer_schema_is_left_alone(engine: Engine) {
    let scratch = Scratch::new(engine);
    migrate_list(&scratch.place, STEPS, 1).unwrap();
    for done in [
        open(&scratch.place, &STEPS[..2]).map(drop),
        migrate_list(&scratch.place, &STEPS[..2], 2).map(drop),
    ] {
        let error = done.unwrap_err();
        assert!(
            matches!(error, StoreError::SchemaNewer { found: 3, known: 2 }),
            "{error}"
        );
        assert!(error.to_string().contains("newer program"), "{error}");
    }
}

#[both_engines]
fn another_history_is_left_alone(engine: Engine) {
    let scratch = Scratch::new(engine);
    migrate_list(&scratch.place, &STEPS[..1], 1).unwrap();
    let other = [
        Migration {
            name: "boats",
            ..STEPS[0]
        },
        STEPS[1],
    ];
    let done = migrate_list(&scratch.place, &other, 2);
    assert!(
        matches!(done, Err(StoreError::SchemaDiffers { number: 1, .. })),
        "{done:?}"
    );
}

#[both_engines]
fn a_step_that_fails_leaves_everything_as_it_was(engine: Engine) {
    let scratch = Scratch::new(engine);
    migrate_list(&scratch.place, &STEPS[..1], 1).unwrap();
    add(&scratch.place, &STEPS[..1], "a");
    let broken = Migration {
        number: 3,
        sqlite: "nonsense",
        postgres: "nonsense",
        ..STEPS[2]
    };
    migrate_list(&scratch.place, &[STEPS[0], STEPS[1], broken], 2).unwrap_err();
    assert_eq!(names(&scratch.place, &STEPS[..1]), ["王"]);
    assert_eq!(
        schema_of(&scratch.place).unwrap().len(),
        2,
        "people and the ledger"
    );
}

#[test]
fn sqlite_a_step_may_not_leave_a_reference_dangling() {
    let scratch = Scratch::new(Engine::Sqlite);
    let dangling = "insert into notes (id, person) values ('n', 'nobody')";
    let list = [
        STEPS[0],
        STEPS[1],
        Migration {
            sqlite: dangling,
            ..STEPS[2]
        },
    ];
    let done = migrate_list(&scratch.place, &list, 1);
    assert!(matches!(done, Err(StoreError::Unsupported(_))), "{done:?}");
}

#[both_engines]
fn two_at_once_migrate_once(engine: Engine) {
    let scratch = Scratch::new(engine);
    let from: Vec<u32> = thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| migrate_list(&scratch.place, STEPS, 1)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap().unwrap().from)
            .collect()
    });
    assert_eq!(
        from.iter().filter(|from| **from == 0).count(),
        1,
        "{from:?}"
    );
    open(&scratch.place, STEPS).unwrap();
}

#[test]
fn sqlite_a_file_of_another_program_is_left_alone() {
    let scratch = Scratch::new(Engine::Sqlite);
    let Place::Folder(folder) = &scratch.place else {
        unreachable!()
    };
    let file = folder.join("kedang.db");
    fs::write(
        &file,
        "not a database at all, but long enough to be looked at as one",
    )
    .unwrap();
    let done = migrate_list(&scratch.place, STEPS, 1);
    assert!(matches!(done, Err(StoreError::Unsupported(_))), "{done:?}");
    fs::remove_file(&file).unwrap();
    let foreign = rusqlite::Connection::open(&file).unwrap();
    foreign
        .execute_batch("create table recipes (id integer primary key)")
        .unwrap();
    drop(foreign);
    let done = migrate_list(&scratch.place, STEPS, 1);
    assert!(matches!(done, Err(StoreError::Unsupported(_))), "{done:?}");
}

#[both_engines]
fn the_schema_reads_the_same(engine: Engine) {
    let scratch = Scratch::new(engine);
    migrate_list(&scratch.place, STEPS, 1).unwrap();
    let columns = |columns: &[(&str, ColumnKind, bool)]| {
        columns
            .iter()
            .map(|(name, kind, not_null)| ((*name).to_owned(), (kind.clone(), *not_null)))
            .collect::<BTreeMap<_, _>>()
    };
    let (int, text) = (ColumnKind::Int, ColumnKind::Text);
    let wanted = [
        (
            "migrations",
            columns(&[
                ("number", int.clone(), true),
                ("name", text.clone(), true),
                ("applied_at", int.clone(), true),
            ]),
        ),
        (
            "notes",
            columns(&[
                ("id", text.clone(), true),
                ("person", text.clone(), true),
                ("vip", int.clone(), false),
            ]),
        ),
        (
            "people",
            columns(&[
                ("id", text.clone(), true),
                ("name", text, true),
                ("age", int, false),
            ]),
        ),
    ];
    let wanted: BTreeMap<_, _> = wanted
        .into_iter()
        .map(|(table, columns)| (table.to_owned(), columns))
        .collect();
    assert_eq!(schema_of(&scratch.place).unwrap(), wanted);
}
