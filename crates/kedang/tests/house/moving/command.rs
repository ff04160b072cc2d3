//! The commands themselves: what they print and how they end.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn kedang(data: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kedang"))
        .arg("--data")
        .arg(data)
        .args(args)
        .output()
        .expect("it runs")
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("one JSON document and nothing else")
}

#[test]
fn export_import_and_verify_say_the_same_digest() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let (data, out) = (path("data"), path("out").display().to_string());
    let nothing = kedang(&data, &["export", "all", "-o", &out]);
    assert_eq!(nothing.status.code(), Some(1), "{nothing:?}");
    let said = String::from_utf8_lossy(&nothing.stderr).into_owned();
    assert!(said.contains("这里没有客档的数据库"), "{said}");
    assert!(!data.exists() && !path("out").exists());

    assert!(kedang(&data, &["init", "--with-roles"]).status.success());
    let made = json(&kedang(&data, &["export", "all", "-o", &out, "--json"]));
    let checked = json(&kedang(&data, &["verify", "--json"]));
    assert_eq!(made["digest"], checked["digest"]);
    let new = path("new");
    let came = kedang(&new, &["import", "all", &out, "--json"]);
    let told = String::from_utf8_lossy(&came.stderr).into_owned();
    assert!(
        told.contains("要独占这个地方") && told.contains("表 customers"),
        "{told}"
    );
    let came = json(&came);
    let checked = json(&kedang(&new, &["verify", "--json"]));
    assert_eq!(
        (&came["digest"], &checked["digest"]),
        (&made["digest"], &made["digest"])
    );
    assert_eq!(came["counts"]["staff"], 8);

    let again = kedang(&new, &["import", "all", &out]);
    assert_eq!(again.status.code(), Some(1), "{again:?}");
    let said = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(said.contains("不是空的；全部导入只进空的地方"), "{said}");
    let plain = kedang(&path("third"), &["import", "all", &out]);
    let said = String::from_utf8_lossy(&plain.stdout).into_owned();
    assert!(said.contains("内容摘要与导出时相同"), "{said}");
}

/// A disk that takes no more, played by the largest file a process may write.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_no_export() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, out) = (folder.path().join("data"), folder.path().join("out"));
    assert!(kedang(&data, &["init", "--with-roles"]).status.success());
    let limited = "trap '' XFSZ; ulimit -f 400; exec \"$0\" --data \"$1\" export all -o \"$2/all\"";
    let full = Command::new("sh")
        .args(["-c", limited, env!("CARGO_BIN_EXE_kedang")])
        .args([&data, &out])
        .output()
        .expect("it runs");
    assert_eq!(full.status.code(), Some(1), "{full:?}");
    let said = String::from_utf8_lossy(&full.stderr).into_owned();
    assert!(said.contains("磁盘满"), "{said}");
    assert_eq!(std::fs::read_dir(&out).expect("read").count(), 0);
}
