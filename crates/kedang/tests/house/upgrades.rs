//! Upgrades: looked at before, one step or many at once, and never onto what is not known (W-5).

use std::process::{Command, Output};

use kedang_store::{Place, Scratch, Store, migrate, migrate_list, migrations};
use kedang_testkit::{Engine, both_engines};
use serde_json::{Value, json};

/// Runs the program on a place.
fn kedang(place: &Place, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kedang"));
    match place {
        Place::Folder(folder) => command.arg("--data").arg(folder),
        Place::Postgres(url) => command.arg("--database").arg(url),
    };
    command.args(args).output().expect("it runs")
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

#[both_engines]
fn w_5_check_names_the_steps_and_takes_none(engine: Engine) {
    let scratch = Scratch::new(engine);
    let (all, newest) = (migrations(), migrations().len());
    migrate_list(&scratch.place, &all[..newest - 2], 1).expect("migrated");
    let names: Vec<_> = all[newest - 2..].iter().map(|step| step.name).collect();
    for _ in 0..2 {
        let looked = kedang(&scratch.place, &["migrate", "--check", "--json"]);
        assert_eq!(looked.status.code(), Some(0), "{looked:?}");
        assert_eq!(
            json_of(&looked),
            json!({ "from": newest - 2, "to": newest, "pending": names })
        );
    }
    let said = kedang(&scratch.place, &["migrate", "--check"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(
        said.contains("什么都没有改动") && said.contains(names[1]),
        "{said}"
    );
    migrate(&scratch.place, 2).expect("migrated");
    let looked = kedang(&scratch.place, &["migrate", "--check", "--json"]);
    assert_eq!(json_of(&looked)["pending"], json!([]));
}

#[both_engines]
fn w_5_a_newer_database_is_refused_in_words_and_left_alone(engine: Engine) {
    let scratch = Scratch::new(engine);
    migrate(&scratch.place, 1).expect("migrated");
    let store = Store::open(&scratch.place).expect("opened");
    let newer = "insert into migrations (number, name, applied_at) values (99, '0099_later', 1)";
    store
        .write_blocking(move |tx| tx.execute(newer, &[]))
        .expect("written");
    store.close();
    for (args, code) in [
        (&["serve", "--listen", "127.0.0.1:0"] as &[&str], 1),
        (&["migrate"], 1),
        (&["verify"], 1),
        (&["migrate", "--check"], 3),
    ] {
        let refused = kedang(&scratch.place, args);
        assert_eq!(refused.status.code(), Some(code), "{args:?} {refused:?}");
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        let words = "数据库是第 99 版，本程序只认识到第 17 版：请换用较新的 kedang";
        assert!(said.contains(words), "{args:?} {said}");
    }
    let looked = kedang(&scratch.place, &["migrate", "--check", "--json"]);
    assert!(json_of(&looked)["error"].is_string());
}

#[both_engines]
fn w_5_any_older_version_becomes_the_newest_at_once(engine: Engine) {
    let (all, newest) = (migrations(), migrations().len());
    for old in 1..newest {
        let scratch = Scratch::new(engine);
        migrate_list(&scratch.place, &all[..old], 1).expect("migrated");
        let done = kedang(&scratch.place, &["migrate", "--json"]);
        assert!(done.status.success(), "{old}: {done:?}");
        let said = json_of(&done);
        assert_eq!((&said["from"], &said["to"]), (&old.into(), &newest.into()));
        // A file is copied before it is changed.
        let copy = said["copy"].as_str().map(std::path::PathBuf::from);
        assert_eq!(
            copy.is_some_and(|copy| copy.is_file()),
            engine == Engine::Sqlite
        );
        Store::open(&scratch.place).expect("of this schema").close();
    }
}

/// Codes that came in before the counter minded them are not given again.
#[both_engines]
fn the_counter_of_codes_goes_on_behind_those_that_are_there(engine: Engine) {
    let scratch = Scratch::new(engine);
    let all = migrations();
    let before = all
        .iter()
        .position(|step| step.name == "0017_counter_of_codes");
    migrate_list(&scratch.place, &all[..before.expect("a step")], 1).expect("migrated");
    let store = Store::open_tuned(&scratch.place, &all[..16], &kedang_store::Tuning::default());
    let store = store.expect("opened");
    let filled = store.write_blocking(|tx| {
        tx.execute("insert into departments (id, name, sort_key, created_at, updated_at, version) values ('d', '总', 'z', 1, 1, 1)", &[])?;
        tx.execute("insert into staff (id, login, name, sort_key, department_id, status, language, theme, density, created_at, updated_at, version) values ('s', 's', '甲', 'j', 'd', 'active', 'zh-CN', 'light', 'normal', 1, 1, 1)", &[])?;
        for code in ["KH-00041", "KH-7", "KH-00042A", "KH-9999999999", "K-00099", "KH-"] {
            tx.execute("insert into customers (id, code, kind, name, name_key, sort_key, how_met, stage, department_id, created_by, created_at, updated_at, version) values ($1, $1, 'individual', '乙', '乙', 'y', '展会', 'proposed', 'd', 's', 1, 1, 1)", &[code.into()])?;
        }
        Ok::<_, kedang_store::StoreError>(())
    });
    filled.expect("filled");
    store.close();
    migrate(&scratch.place, 2).expect("migrated");
    let store = Store::open(&scratch.place).expect("opened");
    let next = store.read_blocking(|tx| {
        tx.first(
            "select next from counters where name = 'customer.code'",
            &[],
            |row| row.get::<i64>(0),
        )
    });
    assert_eq!(next.expect("read"), Some(42));
    store.close();
}
