//! Rows that were edited by hand, sums and manifest to match: the database itself refuses them, and
//! the sentence names file and line.

use std::fs;

use kedang_testkit::{Engine, both_engines};

use super::{brought, edit, taken};
use crate::backup::{Elsewhere, rewrite, sentence};
use crate::verify::house;

type Change = fn(&str) -> String;

/// The n-th line changed.
fn in_line(text: &str, n: usize, from: &str, to: &str) -> String {
    let lines = text.split_inclusive('\n').enumerate();
    lines
        .map(|(at, line)| {
            if at + 1 == n {
                line.replacen(from, to, 1)
            } else {
                line.to_owned()
            }
        })
        .collect()
}

const CASES: &[(&str, Change, &str)] = &[
    (
        "customers",
        |text| in_line(text, 2, "\"owner_id\":\"", "\"owner_id\":\"nobody-"),
        "customers.jsonl 第 2 行引用了 staff 里没有的一行",
    ),
    (
        "cards",
        |text| in_line(text, 1, "\"form_version\":", "\"form_version\":9"),
        "cards.jsonl 第 1 行引用了 forms 里没有的一行",
    ),
    (
        "signatures",
        |text| in_line(text, 2, "\"card_id\":\"", "\"card_id\":\"none-"),
        "signatures.jsonl 第 2 行引用了 cards 里没有的一行",
    ),
    (
        "customers",
        |text| in_line(text, 3, "\"kind\":\"", "\"kind\":\"robot-"),
        "customers.jsonl 第 3 行与别的行重复，或有不许有的值",
    ),
    (
        "customers",
        |text| {
            let code = |n: usize| text.lines().nth(n).and_then(|line| line.split('"').nth(7));
            let (first, third) = (code(0).expect("a code"), code(2).expect("a code"));
            text.replace(third, first)
        },
        "customers.jsonl 第 3 行与别的行重复，或有不许有的值",
    ),
    (
        "customers",
        |text| in_line(text, 2, "\"version\":", "\"version\":null,\"x\":"),
        "customers.jsonl 第 2 行多出「x」",
    ),
    (
        "customers",
        |text| in_line(text, 2, "\"code\":", "\"cade\":"),
        "customers.jsonl 第 2 行缺少「code」",
    ),
    (
        "customers",
        |text| in_line(text, 1, "\"created_at\":", "\"created_at\":0."),
        "customers.jsonl 第 1 行的「created_at」不是这一栏该有的值",
    ),
    (
        "customers",
        |text| {
            in_line(
                text,
                2,
                "\"sort_key\":\"",
                "\"sort_key\":null,\"how_met\":\"\",\"x\":\"",
            )
            .replace("\"x\"", "\"how_met\"")
        },
        "customers.jsonl 第 2 行与别的行重复，或有不许有的值",
    ),
    (
        "audit",
        |text| in_line(text, 4, "}\n", "\n"),
        "audit.jsonl 第 4 行不是一个 JSON 对象",
    ),
    (
        "audit",
        |text| text.trim_end().to_owned(),
        "行不完整，文件被截断了",
    ),
    (
        "customers",
        |text| text.replace("温絮宁", "温絮甯"),
        "导入的内容与导出时不同，没有留下",
    ),
];

#[both_engines]
async fn a_row_that_does_not_do_is_refused_with_its_file_and_line(engine: Engine) {
    let test = house(engine).await;
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("all");
    taken(&test, &folder).expect("taken out");
    let there = Elsewhere::new(engine);
    for (table, change, words) in CASES {
        let whole = fs::read(folder.join(format!("tables/{table}.jsonl"))).expect("read");
        edit(&folder, table, change);
        let said = sentence(brought(&there, &folder));
        assert!(said.contains(words), "{said}");
        assert!(there.is_untouched(), "{said}");
        rewrite(&folder, &format!("tables/{table}.jsonl"), &whole);
    }
    brought(&there, &folder).expect("whole again");
}
