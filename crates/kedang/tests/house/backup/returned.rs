//! What comes back.

use std::fs;
use std::sync::Arc;

use axum::Router;
use kedang_app::backup::{House, take};
use kedang_app::{App, Chance, verify};
use kedang_core::Clock;
use kedang_store::{Place, Store, StoreError, backup, migrate_list, migrations};
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use kedang_words::Words;
use serde_json::json;

use super::{AT, Elsewhere, manifest, rewrite, taken, write_manifest};
use crate::customers::opened;
use crate::verify::house;

/// Cards, signatures, files and audit come back, as they stood in one moment while others wrote.
#[both_engines]
async fn a_backup_taken_while_others_write_comes_back_with_the_same_digest(engine: Engine) {
    let test = house(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let (place, files) = (test.place().clone(), test.files().to_owned());
    let to = out.path().to_owned();
    let taking = tokio::task::spawn_blocking(move || {
        let keys = to.join("no-keys");
        let house = House {
            place: &place,
            files: &files,
            keys: &keys,
        };
        take(house, &to, AT)
    });
    let sales = test.caller("sales").await;
    let mut written = 0;
    while written < 3 || (!taking.is_finished() && written < 300) {
        opened(&sales, &format!("同时建立的 {written}"), "individual").await;
        written += 1;
    }
    let taken = taking.await.expect("ended").expect("taken");
    assert!(taken.report.ok(), "{:?}", taken.report.problems);
    assert!(taken.folder.ends_with("kedang-backup-20261125T010203Z"));
    let counts = &taken.manifest.counts;
    assert!(
        (3..=3 + written).contains(&counts["customers"]),
        "{counts:?}"
    );
    assert_eq!((counts["cards"], counts["signatures"]), (2, 2));

    let there = Elsewhere::new(engine);
    let restored = there.restore(&taken.folder).expect("restored");
    assert_eq!(restored.report.digest, taken.manifest.digest);
    assert!(!restored.migrated && restored.report.ok());
    let store = Store::open(&there.place).expect("opened");
    let again = verify::verify(&store, &there.data.join("files")).expect("checked");
    assert!(again.ok(), "{:?}", again.problems);
    assert_eq!(again.digest, taken.manifest.digest);
    assert_eq!(again.counts["files"], 1);
    store.close();
    // Nothing of the way lies about.
    let folder = fs::read_dir(&there.data).expect("read");
    let mut names: Vec<_> = folder
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    let expected: &[&str] = match engine {
        Engine::Sqlite => &["files", "kedang.db"],
        Engine::Postgres => &["files"],
    };
    assert_eq!(names, expected);
}

/// What is committed while the copy is made is in none of its parts.
#[both_engines]
async fn all_parts_of_a_copy_are_of_one_moment(engine: Engine) {
    let test = TestApp::start(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let store = test.app.store.clone();
    let (count, later) = (
        "select cast(count(*) as bigint) from settings",
        "insert into settings (key, value, created_at, updated_at, version) values ('later', '1', 1, 1, 1)",
    );
    let (_, (before, after)) =
        backup::take(test.place(), out.path(), |tx| -> Result<_, StoreError> {
            let before = tx.first(count, &[], |row| row.get::<i64>(0))?;
            store.write_blocking(move |tx| tx.execute(later, &[]))?;
            Ok((before, tx.first(count, &[], |row| row.get::<i64>(0))?))
        })
        .expect("taken");
    assert_eq!(before, after);
    let now = test
        .look(move |tx| Ok(tx.first(count, &[], |row| row.get::<i64>(0))?))
        .await;
    assert_eq!(now.expect("read"), before.map(|n| n + 1));
}

/// The house that came back, behind a router of its own.
pub(crate) fn served(there: &Elsewhere) -> (Arc<App>, Router) {
    let (place, files) = (there.place.clone(), there.data.join("files"));
    let app = std::thread::spawn(move || {
        let store = Store::open(&place).expect("opened");
        App::new(store, &files, Clock::fixed(AT), Chance::counted(2)).expect("an application")
    });
    let app = Arc::new(app.join().expect("an application"));
    let words = Arc::new(Words::load().expect("the words"));
    let router = kedang::serve::router(app.clone(), words).expect("a router");
    (app, router)
}

/// A session that was ended after the backup must not live again.
#[both_engines]
async fn passwords_and_tokens_come_back_and_sessions_do_not(engine: Engine) {
    let test = TestApp::start(engine).await;
    test.app
        .set_password("sales", "correct horse")
        .await
        .expect("set");
    let body = "login=sales&password=correct+horse&next=%2Faccount";
    let signed_in = test.stranger().submit("/login", body).await;
    let session = test.stranger().with_cookie_of(&signed_in);
    assert_eq!(session.get("/customers").await.status, 200);
    let token = test.app.issue_token("sales", "t").await.expect("a token");
    let out = tempfile::tempdir().expect("a folder");
    let taken = taken(&test, out.path()).expect("taken");
    let there = Elsewhere::new(engine);
    there.restore(&taken.folder).expect("restored");

    let (app, router) = served(&there);
    let old = Caller::stranger(router.clone()).with_cookie_of(&signed_in);
    assert_eq!(old.get("/customers").await.status, 303);
    let new = Caller::stranger(router.clone())
        .submit("/login", body)
        .await;
    assert_eq!((new.status.as_u16(), new.location()), (303, "/account"));
    let program = Caller::with_token(router, &token);
    assert_eq!(program.get("/api/v1/customers").await.status, 200);
    opened(&program, "恢复之后建立的", "individual").await;
    app.store.close();
}

/// A backup of an older program is brought to this one's schema.
#[test]
fn sqlite_an_older_backup_is_migrated_on_the_way() {
    let old = &migrations()[..migrations().len() - 1];
    let from = tempfile::tempdir().expect("a folder");
    let place = Place::Folder(from.path().to_owned());
    migrate_list(&place, old, 1).expect("migrated");
    let line = json!({ "path": "kedang.db", "bytes": 0, "sha256": "" });
    let written = json!({
        "format": 1, "product": "0.0.9", "schema": old.len(), "made_at": "2026-01-01T00:00:00Z",
        "engine": "sqlite", "digest": "of other columns", "counts": {}, "faults": 0, "files": [line],
    });
    write_manifest(from.path(), &written);
    let bytes = fs::read(from.path().join("kedang.db")).expect("read");
    rewrite(from.path(), "kedang.db", &bytes);
    let there = Elsewhere::new(Engine::Sqlite);
    let restored = there.restore(from.path()).expect("restored");
    assert!(restored.migrated && restored.report.ok());
    Store::open(&there.place).expect("of this schema").close();
    assert!(!there.data.join("backups").exists());
}

#[tokio::test]
async fn postgres_an_older_backup_is_migrated_on_the_way() {
    let test = TestApp::start(Engine::Postgres).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = taken(&test, out.path()).expect("taken").folder;
    // As the program wrote it that had the class in the dossier (before 0016).
    let read = |table: &str| {
        let path = folder.join(format!("tables/{table}.copy"));
        fs::read_to_string(path).expect("read")
    };
    for (table, now, before) in [
        ("customers", "\tclass", ""),
        ("dossiers", "\tcustomer_id", "\tcustomer_id\tclass"),
    ] {
        let text = read(table);
        assert_eq!(text.lines().count(), 1, "nobody yet: {text}");
        let older = text.replace(now, before);
        assert_ne!(older, text, "{table}");
        rewrite(&folder, &format!("tables/{table}.copy"), older.as_bytes());
    }
    let applied = read("migrations");
    let kept: String = applied
        .split_inclusive('\n')
        .filter(|line| !line.contains("0016_") && !line.contains("0017_"))
        .collect();
    rewrite(&folder, "tables/migrations.copy", kept.as_bytes());
    let mut older = manifest(&folder);
    older["schema"] = 15.into();
    older["digest"] = "of other columns".into();
    write_manifest(&folder, &older);
    let there = Elsewhere::new(Engine::Postgres);
    let restored = there.restore(&folder).expect("restored");
    assert!(restored.migrated && restored.report.ok());
    let outlook = kedang_store::outlook(&there.place).expect("asked");
    assert_eq!((outlook.from, outlook.pending.len()), (outlook.to, 0));
}

/// A photo that is gone must not keep a company from having a backup; it is told each time.
#[both_engines]
async fn a_content_that_is_lost_is_told_and_the_rest_is_backed_up(engine: Engine) {
    let test = house(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let good = taken(&test, out.path()).expect("taken");
    let mut all = good.manifest.files.iter();
    let file = all.find(|file| file.path.starts_with("files/"));
    let path = file.expect("a content").path.replacen("files/", "", 1);
    fs::write(test.files().join(&path), b"another content").expect("written");
    let other = tempfile::tempdir().expect("a folder");
    let taken = taken(&test, other.path()).expect("taken");
    let codes: Vec<_> = taken.report.problems.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["verify.file_damaged"]);
    assert_eq!(taken.manifest.faults, 1);
    assert!(!taken.folder.join("files").join(&path).exists());
    let there = Elsewhere::new(engine);
    let restored = there.restore(&taken.folder).expect("restored");
    assert_eq!(restored.report.digest, taken.manifest.digest);
}
