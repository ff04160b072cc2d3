//! `kedang form`: a folder is checked, two are compared, the forms of a database are listed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn kedang(args: &[&str]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_kedang"))
        .args(args)
        .output();
    command.expect("runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn shipped(key: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../forms")
        .join(key)
}

/// A copy of a shipped folder in which one text is another.
fn changed(folder: &Path, key: &str, file: &str, from: &str, to: &str) {
    for entry in fs::read_dir(shipped(key)).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let to = folder.join(path.file_name().expect("a name"));
            fs::copy(&path, to).expect("copied");
        }
    }
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("a text");
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).expect("written");
}

#[test]
fn a_folder_is_checked_and_its_defects_end_with_one() {
    let path = shipped("salon-card");
    let good = kedang(&["form", "lint", path.to_str().expect("a path")]);
    assert_eq!(good.status.code(), Some(0), "{}", said(&good));
    assert!(said(&good).contains("没有毛病"));
    let broken = tempfile::tempdir().expect("a folder");
    changed(
        broken.path(),
        "salon-card",
        "words.zh-CN.toml",
        "height = \"身高\"",
        "",
    );
    let path = broken.path().to_str().expect("a path");
    let bad = kedang(&["form", "lint", path]);
    assert_eq!(bad.status.code(), Some(1));
    assert!(
        said(&bad).contains("F110 words.zh-CN.label"),
        "{}",
        said(&bad)
    );
    let json = kedang(&["--json", "form", "lint", path]);
    assert!(said(&json).contains("\"code\":\"F110\""), "{}", said(&json));
    let nowhere = kedang(&["form", "lint", "/nowhere"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("打不开"));
}

#[test]
fn two_folders_are_compared() {
    let later = tempfile::tempdir().expect("a folder");
    changed(
        later.path(),
        "salon-card",
        "fields.toml",
        "max = 60\n",
        "max = 40\n",
    );
    let (old, new) = (shipped("salon-card"), later.path().to_path_buf());
    let (old, new) = (old.to_str().expect("a path"), new.to_str().expect("a path"));
    let output = kedang(&["form", "diff", old, new]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        said(&output).contains("name  LimitNarrowed  旧答案可能不合新版"),
        "{}",
        said(&output)
    );
    assert!(said(&kedang(&["form", "diff", old, old])).contains("没有改动"));
}

#[test]
fn the_forms_of_a_database_are_listed() {
    let data = tempfile::tempdir().expect("a folder");
    let data = data.path().join("data");
    let data = data.to_str().expect("a path");
    assert!(kedang(&["--data", data, "init"]).status.success());
    let list = said(&kedang(&["--data", data, "form", "list"]));
    assert!(
        list.contains("salon-card  第 3 版  美容院客户资料档案"),
        "{list}"
    );
}
