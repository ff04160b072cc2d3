//! `--json`: every command reports so that a script can read it.

use std::process::{Command, Output};

use serde_json::{Value, json};

fn kedang(data: &str, args: &[&str]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_kedang"))
        .args(["--data", data, "--json"])
        .args(args)
        .output();
    command.expect("runs")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("one JSON document and nothing else")
}

#[test]
fn accounts_posts_and_tokens_are_reported_as_json() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a path");
    let made = kedang(data, &["init", "--with-roles"]);
    assert_eq!(json(&made)["accounts"].as_array().map(Vec::len), Some(8));

    let refused = kedang(
        data,
        &["user", "post", "--user", "sales", "--post", "gardener"],
    );
    assert_eq!(refused.status.code(), Some(1));
    let said = json(&refused)["error"].as_str().unwrap_or("").to_owned();
    assert!(said.contains("没有 gardener 这种职务"), "{said}");
    let given = kedang(
        data,
        &["user", "post", "--user", "sales", "--post", "expert"],
    );
    assert_eq!(json(&given), json!({ "user": "sales", "post": "expert" }));

    let nobody = kedang(data, &["token", "create", "--user", "nobody"]);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(json(&nobody)["error"].is_string());
    let token = json(&kedang(data, &["token", "create", "--user", "sales"]));
    assert_eq!(token["user"], "sales");
    assert!(
        token["token"]
            .as_str()
            .is_some_and(|t| t.starts_with("kd_"))
    );
}
