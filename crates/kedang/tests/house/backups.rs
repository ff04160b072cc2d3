//! T-47: backups from a page, for the administrator alone.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use kedang_testkit::{Caller, Engine, TestApp, both_engines};

/// The page once nothing is under way any more.
async fn rested(caller: &Caller) -> String {
    ended(caller).await;
    caller.get("/backups").await.text
}

async fn ended(caller: &Caller) {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let progress = caller.get("/backups/progress").await.json();
        if progress["over"] == true {
            return;
        }
        assert!(Instant::now() < until, "it does not end");
        tokio::task::yield_now().await;
    }
}

/// The folders that lie there, oldest first.
fn there(test: &TestApp) -> Vec<PathBuf> {
    let found = fs::read_dir(test.backups()).expect("read");
    let mut found: Vec<_> = found.map(|entry| entry.expect("an entry").path()).collect();
    found.sort();
    found
}

fn name(folder: &std::path::Path) -> String {
    let name = folder.file_name().expect("a name");
    name.to_string_lossy().into_owned()
}

#[both_engines]
async fn t_47_backups_are_for_the_administrator_and_of_the_folder_alone(engine: Engine) {
    let test = TestApp::start(engine).await;
    for role in [
        "sales",
        "head",
        "steward",
        "archivist",
        "gm",
        "auditor",
        "security",
    ] {
        let caller = test.caller(role).await;
        for path in ["/backups", "/backups/progress"] {
            assert_eq!(caller.get(path).await.status, 403, "{role} {path}");
        }
        assert_eq!(caller.submit("/backups", "").await.status, 403, "{role}");
        let page = caller.get("/account").await.text;
        assert!(!page.contains("href=\"/backups\""), "{role}");
    }
    assert_eq!(there(&test), Vec::<PathBuf>::new(), "nobody took one");
    let admin = test.caller("admin").await;
    let page = admin.get("/backups").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("还没有备份"), "{}", page.text);
    for wrong in ["..", "%2e%2e%2fx", "kedang-backup-20200101T000000Z", "x"] {
        for deed in ["check", "removal"] {
            let answer = admin.submit(&format!("/backups/{wrong}/{deed}"), "").await;
            assert_eq!(answer.status, 404, "{wrong} {deed}");
        }
    }
}

#[both_engines]
async fn t_47_a_backup_is_taken_listed_and_whole(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let body = serde_json::json!({ "name": "澄岸机械", "kind": "organization", "how_met": "展会" });
    assert_eq!(sales.post("/api/v1/customers", &body).await.status, 201);
    let admin = test.caller("admin").await;
    assert_eq!(admin.submit("/backups", "").await.status, 303);
    let page = rested(&admin).await;
    assert!(page.contains("备份好了：kedang-backup-"), "{page}");
    let folders = there(&test);
    assert_eq!(folders.len(), 1);
    let only = name(&folders[0]);
    assert!(
        page.contains("2026-11-25 09:00") && page.contains(&only),
        "{page}"
    );
    assert!(
        page.contains("kedang restore") && page.contains("完整"),
        "{page}"
    );
    assert!(!page.contains("澄岸"), "no content of a dossier");
    // A link of its own for each deed, and the last one that is whole stays.
    admin.submit(&format!("/backups/{only}/check"), "").await;
    assert!(rested(&admin).await.contains("完好"));
    let kept = admin.submit(&format!("/backups/{only}/removal"), "").await;
    assert_eq!(kept.status, 409);
    assert!(
        kept.text.contains("这是唯一一份完整的备份"),
        "{}",
        kept.text
    );
    assert!(folders[0].is_dir());
    let deeds = test.look(|tx| {
        let sql =
            "select action, object_id from audit where object_type = 'backup' order by action";
        Ok(tx.query(sql, &[], |row| {
            Ok((row.get::<String>(0)?, row.get::<String>(1)?))
        })?)
    });
    let deeds = deeds.await.expect("looked");
    assert!(deeds.iter().all(|(_, of)| *of == only), "{deeds:?}");
    let deeds: Vec<_> = deeds.into_iter().map(|(deed, _)| deed).collect();
    assert_eq!(
        deeds,
        ["backup.take", "backup.verify"],
        "none for what was refused"
    );
}

#[both_engines]
async fn t_47_a_damaged_one_is_named_and_goes(engine: Engine) {
    let test = TestApp::start(engine).await;
    let admin = test.caller("admin").await;
    for _ in 0..2 {
        admin.submit("/backups", "").await;
        rested(&admin).await;
        test.clock.advance(1_000_000);
    }
    let folders = there(&test);
    assert_eq!(folders.len(), 2);
    let file = match engine {
        Engine::Sqlite => "kedang.db",
        Engine::Postgres => "tables/audit.copy",
    };
    let path = folders[0].join(file);
    let mut bytes = fs::read(&path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).expect("written");
    let first = name(&folders[0]);
    admin.submit(&format!("/backups/{first}/check"), "").await;
    let page = rested(&admin).await;
    assert!(page.contains(&format!("{first} 坏了")), "{page}");
    assert!(page.contains(file), "{page}");
    // Without a manifest it is none, and says why; the page stands.
    fs::write(folders[0].join("manifest.json"), b"{").expect("written");
    let page = admin.get("/backups").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("不完整"), "{}", page.text);
    let gone = admin.submit(&format!("/backups/{first}/removal"), "").await;
    assert_eq!(gone.status, 303);
    assert_eq!(there(&test), [folders[1].clone()]);
    // A week later the page asks for a new one.
    test.clock.advance(8 * 86_400_000_000);
    let admin = test.caller("admin").await;
    let page = admin.get("/backups").await.text;
    assert!(page.contains("一个星期以前"), "{page}");
}

#[both_engines]
async fn t_47_what_cannot_be_written_is_told(engine: Engine) {
    let test = TestApp::start(engine).await;
    let admin = test.caller("admin").await;
    let folder = test.backups().to_owned();
    fs::remove_dir_all(&folder).expect("removed");
    fs::write(&folder, b"a file in its place").expect("written");
    let page = admin.get("/backups").await;
    assert_eq!(page.status, 409);
    assert!(page.text.contains("备份文件夹打不开"), "{}", page.text);
    admin.submit("/backups", "").await;
    ended(&admin).await;
    fs::remove_file(&folder).expect("removed");
    fs::create_dir(&folder).expect("made");
    let page = admin.get("/backups").await.text;
    assert!(page.contains("是一个文件，请指一个文件夹"), "{page}");
    assert_eq!(there(&test), Vec::<PathBuf>::new(), "nothing half is left");
}
