//! What is refused, in which words, and that nothing was touched.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use kedang_app::moving::{Step, Watch, bring_in, take_out};
use kedang_core::Moment;
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::Value;

use super::{brought, taken};
use crate::backup::{AT, Elsewhere, manifest, sentence, write_manifest};
use crate::verify::house;

/// A house that left, and an empty place of the same engine.
async fn left(engine: Engine) -> (TestApp, tempfile::TempDir, Elsewhere) {
    let test = house(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    taken(&test, &out.path().join("all")).expect("taken out");
    (test, out, Elsewhere::new(engine))
}

fn refused(there: &Elsewhere, folder: &Path) -> String {
    let said = sentence(brought(there, folder));
    assert!(there.is_untouched(), "{said}");
    said
}

/// Every file, each with one byte turned round, cut short and taken away.
#[both_engines]
async fn a_flipped_byte_of_an_export_is_refused_and_its_line_named(engine: Engine) {
    let (_test, out, there) = left(engine).await;
    let folder = out.path().join("all");
    let files = manifest(&folder)["files"]
        .as_array()
        .expect("files")
        .clone();
    for file in &files {
        let path = file["path"].as_str().expect("a path");
        let whole = fs::read(folder.join(path)).expect("read");
        fs::remove_file(folder.join(path)).expect("removed");
        let said = refused(&there, &folder);
        assert!(said.contains(&format!("导出里缺少文件 {path}")), "{said}");
        let Some(last) = whole.len().checked_sub(2) else {
            fs::write(folder.join(path), &whole).expect("written");
            continue;
        };
        let mut flipped = whole.clone();
        flipped[last] ^= 1;
        fs::write(folder.join(path), &flipped).expect("written");
        let said = refused(&there, &folder);
        let lines = whole.split(|byte| *byte == b'\n').count() - 1;
        let expected = if path.starts_with("tables/") {
            format!("导出里的文件 {path} 第 {lines} 行与导出时不同")
        } else {
            format!("导出里的文件 {path} 与清单不符")
        };
        assert!(said.contains(&expected), "{said}");
        if path.starts_with("tables/") {
            fs::write(folder.join(path), &whole[..=last]).expect("written");
            let said = refused(&there, &folder);
            let expected = format!("{path} 第 {lines} 行不完整，文件被截断了");
            assert!(said.contains(&expected), "{said}");
            let before = whole[..=last].iter().rposition(|byte| *byte == b'\n');
            fs::write(folder.join(path), &whole[..before.map_or(0, |at| at + 1)]).expect("written");
            let said = refused(&there, &folder);
            assert!(
                said.contains(&format!("{path} 从第 {lines} 行起缺了")),
                "{said}"
            );
        }
        fs::write(folder.join(path), &whole).expect("written");
    }
    brought(&there, &folder).expect("whole again");
}

#[both_engines]
async fn a_manifest_that_is_not_of_an_export_is_refused(engine: Engine) {
    let (test, out, there) = left(engine).await;
    let folder = out.path().join("all");
    let whole = manifest(&folder);
    let file = |path: &str| -> Value {
        let line = serde_json::json!({ "path": path, "bytes": 1, "sha256": "" });
        Value::Array(vec![line])
    };
    for (key, value, words) in [
        ("format", 2.into(), "导出是第 2 种格式，本程序不认识"),
        ("schema", 99.into(), "导出是第 99 版的，本程序只认识到第"),
        ("schema", 0.into(), "manifest.json 读不懂"),
        (
            "files",
            file("../../etc/passwd"),
            "路径「../../etc/passwd」不在导出里面",
        ),
        (
            "files",
            file("/etc/passwd"),
            "路径「/etc/passwd」不在导出里面",
        ),
        (
            "files",
            file("tables/../../x"),
            "路径「tables/../../x」不在导出里面",
        ),
        ("files", file("kedang.db"), "路径「kedang.db」不在导出里面"),
        (
            "files",
            file("files/ab/cd"),
            "路径「files/ab/cd」不在导出里面",
        ),
        ("files", Value::Array(Vec::new()), "导出清单里少了 tables/"),
        (
            "tables",
            Value::Array(Vec::new()),
            "导出清单里的表 answer_origins 与第",
        ),
        ("files", "none".into(), "manifest.json 读不懂"),
        ("format", Value::Null, "manifest.json 读不懂"),
        ("kind", "another".into(), "manifest.json 读不懂"),
        (
            "digest",
            "0".repeat(64).into(),
            "导入的内容与导出时不同，没有留下",
        ),
    ] {
        let mut changed = whole.clone();
        changed[key] = value;
        write_manifest(&folder, &changed);
        let said = refused(&there, &folder);
        assert!(said.contains(words), "{key}: {said}");
    }
    fs::write(folder.join("manifest.json"), "{").expect("written");
    assert!(refused(&there, &folder).contains("manifest.json 读不懂"));
    fs::remove_file(folder.join("manifest.json")).expect("removed");
    let said = refused(&there, &folder);
    assert!(
        said.contains("里没有 manifest.json，不是一份完整的全部导出"),
        "{said}"
    );
    let backup = crate::backup::taken(&test, out.path()).expect("a backup");
    let said = refused(&there, &backup.folder);
    assert!(said.contains("请用 kedang restore 恢复它"), "{said}");
}

#[both_engines]
async fn where_something_is_nothing_comes_in(engine: Engine) {
    let (_test, out, there) = left(engine).await;
    let folder = out.path().join("all");
    fs::create_dir(&there.data).expect("made");
    fs::write(there.data.join("letter.txt"), "mine").expect("written");
    let said = sentence(brought(&there, &folder));
    assert!(said.contains("不是空的；全部导入只进空的地方"), "{said}");
    fs::remove_file(there.data.join("letter.txt")).expect("removed");
    brought(&there, &folder).expect("an empty folder will do");
    let said = sentence(brought(&there, &folder));
    assert!(said.contains("不是空的；全部导入只进空的地方"), "{said}");
    if engine == Engine::Postgres {
        fs::remove_dir_all(&there.data).expect("removed");
        let said = sentence(brought(&there, &folder));
        assert!(
            said.contains("这个数据库不是空的；全部导入只进空的数据库"),
            "{said}"
        );
        assert!(!there.data.exists());
    }
}

#[both_engines]
async fn an_export_covers_nothing(engine: Engine) {
    let test = TestApp::start(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("all");
    let first = taken(&test, &folder).expect("taken out");
    let said = sentence(taken(&test, &folder));
    assert!(said.contains("不是空的；导出不盖住任何东西"), "{said}");
    assert_eq!(manifest(&folder)["digest"], first.manifest.digest.as_str());
    let file = out.path().join("a-file");
    fs::write(&file, "x").expect("written");
    let said = sentence(taken(&test, &file));
    assert!(said.contains("是一个文件，请指一个文件夹"), "{said}");
    let said = sentence(taken(&test, &file.join("under")));
    assert!(said.contains("写不了"), "{said}");
    let names = fs::read_dir(out.path()).expect("read").count();
    assert_eq!(names, 2, "the export and the file");
}

/// Broken off in the middle of a table, neither side keeps anything.
#[both_engines]
async fn what_is_broken_off_leaves_nothing_behind(engine: Engine) {
    let (test, out, there) = left(engine).await;
    let stop = AtomicBool::new(false);
    let on = |step: Step<'_>| {
        if matches!(step, Step::Table("cards", 0)) {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let watch = Watch {
        on: &on,
        stop: &stop,
    };
    let (folder, again) = (out.path().join("all"), out.path().join("again"));
    let moment = Moment::new(AT + 1, [8; 32]);
    let taken = take_out((test.place(), test.files()), &again, &moment, &watch);
    assert!(sentence(taken).contains("已经按您的要求中断"));
    assert_eq!(fs::read_dir(out.path()).expect("read").count(), 1);
    stop.store(false, Ordering::Relaxed);
    let came = bring_in(&folder, (&there.place, &there.data), AT, &watch);
    assert!(sentence(came).contains("已经按您的要求中断"));
    assert!(there.is_untouched());
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_that_leads_out_of_an_export_is_not_followed() {
    let (_test, out, there) = left(Engine::Sqlite).await;
    let folder = out.path().join("all");
    for path in ["tables/staff.jsonl", "sums/staff.txt"] {
        let outside = out.path().join("outside");
        fs::rename(folder.join(path), &outside).expect("moved");
        std::os::unix::fs::symlink(&outside, folder.join(path)).expect("a link");
        let said = refused(&there, &folder);
        assert!(said.contains(&format!("导出里缺少文件 {path}")), "{said}");
        fs::remove_file(folder.join(path)).expect("removed");
        fs::rename(&outside, folder.join(path)).expect("moved");
    }
}
