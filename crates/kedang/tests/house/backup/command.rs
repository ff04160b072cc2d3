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
fn backup_restore_and_verify_say_the_same_digest() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let (data, out) = (path("data"), path("out").display().to_string());
    let nothing = kedang(&data, &["backup", "-o", &out]);
    assert_eq!(nothing.status.code(), Some(1), "{nothing:?}");
    let said = String::from_utf8_lossy(&nothing.stderr).into_owned();
    assert!(said.contains("这里没有客档的数据库"), "{said}");
    assert!(!data.exists());

    assert!(kedang(&data, &["init", "--with-roles"]).status.success());
    std::fs::create_dir(data.join("tls")).expect("made");
    std::fs::write(data.join("tls/ca.key"), "key").expect("written");
    let made = json(&kedang(&data, &["backup", "-o", &out, "--json"]));
    let backup = made["backup"].as_str().expect("a folder").to_owned();
    assert_eq!(
        (&made["files"], &made["engine"]),
        (&2.into(), &"sqlite".into())
    );

    let new = path("new");
    let back = json(&kedang(&new, &["restore", &backup, "--json"]));
    let checked = json(&kedang(&new, &["verify", "--json"]));
    assert_eq!(
        (&back["digest"], &checked["digest"]),
        (&made["digest"], &made["digest"])
    );
    assert_eq!(checked["counts"]["staff"], 8);
    let key = std::fs::read_to_string(new.join("tls/ca.key"));
    assert_eq!(key.expect("the key"), "key");

    let again = kedang(&new, &["restore", &backup]);
    assert_eq!(again.status.code(), Some(1), "{again:?}");
    let said = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(said.contains("不是空的；恢复不盖住任何东西"), "{said}");
    let plain = kedang(&path("third"), &["restore", &backup]);
    let said = String::from_utf8_lossy(&plain.stdout).into_owned();
    assert!(said.contains("内容摘要与备份时相同"), "{said}");
}

/// A disk that takes no more, played by the largest file a process may write.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_no_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, out) = (folder.path().join("data"), folder.path().join("out"));
    assert!(kedang(&data, &["init", "--with-roles"]).status.success());
    let limited = "trap '' XFSZ; ulimit -f 400; exec \"$0\" --data \"$1\" backup -o \"$2\"";
    let full = Command::new("sh")
        .args(["-c", limited, env!("CARGO_BIN_EXE_kedang")])
        .args([&data, &out])
        .output()
        .expect("it runs");
    assert_eq!(full.status.code(), Some(1), "{full:?}");
    let said = String::from_utf8_lossy(&full.stderr).into_owned();
    assert!(said.contains("请看看磁盘满没满、能不能写"), "{said}");
    assert_eq!(std::fs::read_dir(&out).expect("read").count(), 0);
}
