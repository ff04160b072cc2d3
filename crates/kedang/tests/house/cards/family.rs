//! The family of a person (D03-9).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, refused, text};

fn relatives(rows: &[(&str, Value)]) -> Value {
    let row = |(n, (relation, more)): (usize, &(&str, Value))| {
        let mut cells = more.clone();
        cells["relation"] = json!(relation);
        json!({ "id": format!("f{n}"), "cells": cells })
    };
    let rows: Vec<Value> = rows.iter().enumerate().map(row).collect();
    json!({ "name": { "name": "沈织云" }, "relatives": rows })
}

#[both_engines]
async fn d03_9_relatives_are_rows_and_one_spouse_is_current(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let (now, gone) = (json!({}), json!({ "ended": "divorced" }));
    let sentence = "现任夫人、丈夫只能有一位；以前的请在「离异或已故」里注明";
    let nameless = json!({ "relatives": [{ "id": "f0", "cells": { "name": "陆一舟" } }] });
    let wrong = [
        (
            relatives(&[("wife", now.clone()), ("husband", now.clone())]),
            "relatives",
            sentence,
        ),
        (
            relatives(&[("husband", now.clone()), ("husband", now.clone())]),
            "relatives",
            sentence,
        ),
        (
            relatives(&[("son", gone.clone())]),
            "relatives.f0.ended",
            "「离异」只用于夫人、丈夫",
        ),
        (
            relatives(&[("son", json!({ "age": "12" }))]),
            "relatives.f0.age",
            "「年龄」由系统算出，不用填",
        ),
        (
            relatives(&[("mother", json!({ "phone": "1390000419" }))]),
            "relatives.f0.phone",
            "电话号码位数不对，现在是 10 位",
        ),
        (nameless, "relatives.f0.relation", "请填「关系」"),
    ];
    let least = json!({ "name": { "name": "沈织云" } });
    refused(&sales, "person-profile", &least, &wrong).await;
    let card = blank(&sales, "person-profile").await;
    // More rows than the five of the document; former spouses beside the present one.
    let answers = relatives(&[
        (
            "husband",
            json!({ "name": "陆一舟", "born": "1969", "industry": "印染", "post": "厂长", "phone": "13900004191", "traits": "爱钓鱼" }),
        ),
        ("husband", gone),
        ("wife", json!({ "ended": "deceased" })),
        (
            "daughter",
            json!({ "name": "陆知微", "born": "2014-06-01" }),
        ),
        ("son", json!({})),
        ("father", json!({ "ended": "deceased" })),
        ("mother", json!({ "born": "L1945-08-20" })),
    ]);
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"], answers);
    assert_eq!(saved["computed"]["relatives.f3.age"], "12");
    let page = sales.get(&format!("/cards/{}", text(&card["id"]))).await;
    assert!(page.text.contains("12 岁") && page.text.contains("爱钓鱼"));
    // A child may be under 14: the rows are sealed, and nobody finds a relative by name.
    let open = "select count(*) from card_revisions where answers like '%陆%'";
    assert_eq!(count(&test, open).await, 0);
    assert_eq!(crate::cards::sound::candidates(&test, "知微").await, 0);
    assert_eq!(crate::cards::sound::candidates(&test, "织云").await, 1);
    let none = json!({ "name": { "name": "沈织云" }, "relatives": { "none": true } });
    let none = filled(&sales, &saved, &none).await;
    let family = &none["completeness"]["layers"][2];
    assert_eq!(family["answered"], 1, "无 is known");
}
