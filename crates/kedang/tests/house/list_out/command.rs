//! `kedang export`: what it writes, and how it ends.

use std::path::{Path, PathBuf};
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

fn said(output: &[u8]) -> String {
    String::from_utf8_lossy(output).into_owned()
}

/// A folder with two customers.
fn two_customers(folder: &Path) -> PathBuf {
    let (data, file) = (folder.join("data"), folder.join("in.csv"));
    assert!(kedang(&data, &["init", "--with-roles"]).status.success());
    let rows = "code,name,kind,how_met,mobile,grade,note\nKH1,王雪,个人,展会,13800001111,A,=1+1\nKH2,澄岸,企业,展会,,,\n";
    std::fs::write(&file, rows).expect("written");
    let file = file.display().to_string();
    assert!(
        kedang(&data, &["import", "customers", &file])
            .status
            .success()
    );

    data
}

#[test]
fn t_30_the_command_says_why_it_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = two_customers(folder.path());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let csv = path("out.csv");
    let refused = kedang(&data, &["export", "customers", "-o", &csv, "--as", "sales"]);
    assert!(!refused.status.success());
    assert!(
        said(&refused.stderr).contains("不能导出或打印客户列表和整份档案"),
        "{refused:?}"
    );
    let nobody = kedang(&data, &["export", "customers", "-o", &csv, "--as", "ghost"]);
    assert!(
        said(&nobody.stderr).contains("没有可以导出的账号"),
        "{nobody:?}"
    );
    let nowhere = kedang(&data, &["export", "customers", "-o", &path("no/out.csv")]);
    assert!(
        said(&nowhere.stderr).contains("写不了这个文件"),
        "{nowhere:?}"
    );
    let wrong = kedang(
        &data,
        &["export", "customers", "--format", "doc", "-o", &csv],
    );
    assert_eq!(wrong.status.code(), Some(2), "{wrong:?}");
    assert!(!Path::new(&csv).exists());
}

#[test]
fn t_30_the_command_writes_every_field_by_its_name_in_the_interface() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = two_customers(folder.path());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (csv, lines) = (path("out.csv"), path("out.jsonl"));
    let done = kedang(&data, &["export", "customers", "-o", &csv, "--json"]);
    assert!(done.status.success(), "{done:?}");
    let report: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(
        (&report["rows"], &report["file"]),
        (&2.into(), &csv.clone().into())
    );
    assert!(report["seconds"].is_f64());
    let text = std::fs::read_to_string(&csv).expect("read");
    let sheet = kedang_app::imports::sheet(text.as_bytes()).expect("a table");
    let of = |row: usize, name: &str| {
        let at = sheet.headers.iter().position(|head| head == name);
        sheet.rows[row].cells[at.expect("a column")].clone()
    };
    assert_eq!(of(0, "code"), "KH1");
    assert_eq!(
        ["name", "mobile", "grade", "kind"].map(|name| of(0, name)),
        ["王雪", "13800001111", "A", "individual"]
    );
    assert_eq!(
        (of(1, "name"), of(1, "mobile")),
        ("澄岸".to_owned(), String::new())
    );
    assert!(text.contains("'=1+1"), "{text}");

    let done = kedang(
        &data,
        &["export", "customers", "--format", "jsonl", "-o", &lines],
    );
    assert!(said(&done.stdout).contains("导出 2 位客户"), "{done:?}");
    let text = std::fs::read_to_string(&lines).expect("read");
    let all: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(
        (&all[0]["note"], &all[1]["code"]),
        (&"=1+1".into(), &"KH2".into())
    );
    let sheet = path("out.xlsx");
    assert!(
        kedang(
            &data,
            &["export", "customers", "--format", "xlsx", "-o", &sheet]
        )
        .status
        .success()
    );
    assert!(std::fs::read(&sheet).expect("read").starts_with(b"PK"));
}

#[test]
fn t_30_the_command_writes_a_dossier_and_business_cards() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = two_customers(folder.path());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let out = path("out");
    let run = |more: &[&str]| {
        let args = [&["export", "dossier", "KH1", "-o", &out], more].concat();
        kedang(&data, &args)
    };
    let refused = run(&["--as", "sales"]);
    assert!(said(&refused.stderr).contains("整份档案"), "{refused:?}");
    let absent = kedang(&data, &["export", "dossier", "KH9", "-o", &out]);
    assert!(
        said(&absent.stderr).contains("没有这位客户，或您不能查阅"),
        "{absent:?}"
    );
    let lang = ["print", "form", "salon-card", "--lang", "xx", "-o", &out];
    let lang = kedang(&data, &lang);
    assert!(
        said(&lang.stderr).contains("没有这种语言：xx，这张表样有 zh-CN、en"),
        "{lang:?}"
    );
    let ghost = ["print", "form", "salon-card", "--as", "ghost", "-o", &out];
    let ghost = kedang(&data, &ghost);
    assert!(
        said(&ghost.stderr).contains("没有可以打印的账号"),
        "{ghost:?}"
    );
    assert!(!Path::new(&out).exists());

    let read = || std::fs::read(&out).expect("read");
    assert!(run(&[]).status.success());
    assert!(read().starts_with(b"%PDF-"));
    assert!(run(&["--format", "json"]).status.success());
    let found: Value = serde_json::from_slice(&read()).expect("JSON");
    assert_eq!(found["customer"]["mobile"], "13800001111");
    assert!(run(&["--format", "vcf"]).status.success());
    assert!(said(&read()).contains("N:王;雪;;;\r\n"));
    let list = ["export", "customers", "--format", "vcf", "-o", &out];
    assert!(kedang(&data, &list).status.success());
    assert_eq!(said(&read()).matches("BEGIN:VCARD").count(), 2);
}
