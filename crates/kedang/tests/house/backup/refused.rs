//! What is refused, in which words, and that nothing was touched.

use std::fs;

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::Value;

use super::{Elsewhere, manifest, sentence, taken, write_manifest};
use crate::verify::house;

#[both_engines]
async fn a_flipped_byte_of_a_backup_is_refused_and_its_file_named(engine: Engine) {
    let test = house(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let taken = taken(&test, out.path()).expect("taken");
    let there = Elsewhere::new(engine);
    let database = match engine {
        Engine::Sqlite => "kedang.db",
        Engine::Postgres => "tables/card_revisions.copy",
    };
    let files = &taken.manifest.files;
    let content = files.iter().find(|file| file.path.starts_with("files/"));
    for path in [database, &content.expect("a content").path] {
        let file = taken.folder.join(path);
        let whole = fs::read(&file).expect("read");
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        for broken in [&flipped[..], &whole[..whole.len() - 1]] {
            fs::write(&file, broken).expect("written");
            let said = sentence(there.restore(&taken.folder));
            let expected = format!("备份里的文件 {path} 与清单不符，已损坏或被改动");
            assert!(said.contains(&expected), "{said}");
            assert!(there.is_untouched(), "{path}");
        }
        fs::remove_file(&file).expect("removed");
        let said = sentence(there.restore(&taken.folder));
        assert!(said.contains(&format!("备份里缺少文件 {path}")), "{said}");
        fs::write(&file, &whole).expect("written");
    }
    assert!(there.is_untouched());
    there.restore(&taken.folder).expect("whole again");
}

/// What was changed together with its line in the manifest is caught by the digest.
#[both_engines]
async fn another_digest_is_told_and_nothing_is_kept(engine: Engine) {
    let test = TestApp::start(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = taken(&test, out.path()).expect("taken").folder;
    let whole = manifest(&folder);
    let there = Elsewhere::new(engine);
    let mut changed = whole.clone();
    changed["digest"] = "0".repeat(64).into();
    write_manifest(&folder, &changed);
    let said = sentence(there.restore(&folder));
    assert!(
        said.contains("恢复出来的内容与备份时不同，没有留下"),
        "{said}"
    );
    assert!(there.is_untouched());
    let mut changed = whole;
    changed["counts"]["staff"] = 8.into();
    write_manifest(&folder, &changed);
    let said = sentence(there.restore(&folder));
    assert!(said.contains("恢复出来的内容与备份时不同"), "{said}");
    assert!(there.is_untouched());
}

#[both_engines]
async fn a_manifest_that_is_not_ours_is_refused(engine: Engine) {
    let test = TestApp::start(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = taken(&test, out.path()).expect("taken").folder;
    let whole = manifest(&folder);
    let there = Elsewhere::new(engine);
    let other = match engine {
        Engine::Sqlite => ("postgres", "这是 PostgreSQL 的备份，请用 --database"),
        Engine::Postgres => ("sqlite", "这是 SQLite 的备份，请去掉 --database"),
    };
    let path = |path: &str| -> Value {
        [serde_json::json!({
        "path": path, "bytes": 1, "sha256": "" })]
        .as_slice()
        .into()
    };
    for (key, value, words) in [
        ("format", 2.into(), "备份是第 2 种格式，本程序不认识"),
        (
            "schema",
            99.into(),
            "备份是第 99 版的，本程序只认识到第 17 版",
        ),
        ("engine", other.0.into(), other.1),
        (
            "files",
            path("../../etc/passwd"),
            "路径「../../etc/passwd」不在备份里面",
        ),
        (
            "files",
            path("/etc/passwd"),
            "路径「/etc/passwd」不在备份里面",
        ),
        (
            "files",
            path("files/../../x"),
            "路径「files/../../x」不在备份里面",
        ),
        ("files", path("files/ab/cd"), "manifest.json 读不懂"),
        ("files", "none".into(), "manifest.json 读不懂"),
        ("format", Value::Null, "manifest.json 读不懂"),
    ] {
        let mut changed = whole.clone();
        changed[key] = value;
        write_manifest(&folder, &changed);
        let said = sentence(there.restore(&folder));
        assert!(said.contains(words), "{key}: {said}");
    }
    fs::write(folder.join("manifest.json"), "{").expect("written");
    assert!(sentence(there.restore(&folder)).contains("manifest.json 读不懂"));
    fs::remove_file(folder.join("manifest.json")).expect("removed");
    let said = sentence(there.restore(&folder));
    assert!(
        said.contains("里没有 manifest.json，不是一份完整的备份"),
        "{said}"
    );
    assert!(there.is_untouched());
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_that_leads_out_of_a_backup_is_not_followed() {
    let test = TestApp::start(Engine::Sqlite).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = taken(&test, out.path()).expect("taken").folder;
    fs::rename(folder.join("kedang.db"), out.path().join("outside.db")).expect("moved");
    std::os::unix::fs::symlink(out.path().join("outside.db"), folder.join("kedang.db"))
        .expect("a link");
    let there = Elsewhere::new(Engine::Sqlite);
    let said = sentence(there.restore(&folder));
    assert!(said.contains("备份里缺少文件 kedang.db"), "{said}");
    assert!(there.is_untouched());
}

#[both_engines]
async fn where_something_is_nothing_is_restored(engine: Engine) {
    let test = TestApp::start(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = taken(&test, out.path()).expect("taken").folder;
    let there = Elsewhere::new(engine);
    fs::create_dir(&there.data).expect("made");
    fs::write(there.data.join("letter.txt"), "mine").expect("written");
    let said = sentence(there.restore(&folder));
    assert!(
        said.contains("不是空的；恢复不盖住任何东西，请用 --data"),
        "{said}"
    );
    let kept = fs::read_to_string(there.data.join("letter.txt"));
    assert_eq!(kept.expect("still there"), "mine");
    fs::remove_file(there.data.join("letter.txt")).expect("removed");
    there.restore(&folder).expect("an empty folder will do");
    if engine == Engine::Postgres {
        fs::remove_dir_all(&there.data).expect("removed");
        let said = sentence(there.restore(&folder));
        assert!(
            said.contains("这个数据库不是空的；恢复不盖住任何东西"),
            "{said}"
        );
        assert!(!there.data.exists());
    }
}

#[both_engines]
async fn a_backup_covers_nothing_and_leaves_no_half(engine: Engine) {
    let test = TestApp::start(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let first = taken(&test, out.path()).expect("taken");
    let said = sentence(taken(&test, out.path()));
    assert!(said.contains("已经在了，备份不盖住任何东西"), "{said}");
    assert_eq!(
        manifest(&first.folder)["digest"],
        first.manifest.digest.as_str()
    );
    let file = out.path().join("a-file");
    fs::write(&file, "x").expect("written");
    let said = sentence(taken(&test, &file));
    assert!(said.contains("是一个文件，请指一个文件夹"), "{said}");
    let said = sentence(taken(&test, &file.join("under")));
    assert!(said.contains("写不了"), "{said}");
    let names = fs::read_dir(out.path()).expect("read").count();
    assert_eq!(names, 2, "the backup and the file");
}
