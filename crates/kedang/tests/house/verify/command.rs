//! The command itself: what it prints and how it ends.

use std::path::Path;
use std::process::{Command, Output};

fn kedang(data: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kedang"))
        .arg("--data")
        .arg(data)
        .args(args)
        .output()
        .expect("it runs")
}

/// Exit code 0 with a digest on a sound folder, 1 with a sentence when a page was turned over.
#[test]
fn verify_says_what_it_found_and_ends_accordingly() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    assert!(kedang(&data, &["init", "--with-roles"]).status.success());
    let clean = kedang(&data, &["verify", "--json"]);
    assert_eq!(clean.status.code(), Some(0), "{clean:?}");
    let said: serde_json::Value = serde_json::from_slice(&clean.stdout).expect("JSON");
    assert_eq!(said["ok"], true);
    assert_eq!(said["problems"], serde_json::json!([]));
    assert_eq!(said["counts"]["staff"], 8);
    assert_eq!(said["digest"].as_str().map(str::len), Some(64));
    let plain = kedang(&data, &["verify"]);
    let text = String::from_utf8_lossy(&plain.stdout).into_owned();
    assert!(text.contains("检查完毕，没有发现问题"), "{text}");

    // Pages of the middle of the file, so that it still opens.
    let file = data.join("kedang.db");
    let mut bytes = std::fs::read(&file).expect("read");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 8 * 4096].fill(0x5a);
    std::fs::write(&file, bytes).expect("written");
    let found = kedang(&data, &["verify"]);
    assert_eq!(found.status.code(), Some(1), "{found:?}");
    let text = String::from_utf8_lossy(&found.stdout).into_owned();
    assert!(
        text.contains("请停止使用，用最近的备份恢复"),
        "{text} {found:?}"
    );
}
