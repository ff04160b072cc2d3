//! The customer profile (D03-1 to D03-4): its class, its invoice lines, its ladder.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, blank_for, count, filled, found, put_as, refused, shown, text};
use crate::customers::opened;

fn and(more: &Value) -> Value {
    let mut answers = json!({ "name": "吴江织云纺织有限公司" });
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

fn invoice() -> Value {
    json!({
        "invoice_title": "吴江织云纺织有限公司", "bank": "农业银行盛泽支行", "account": "10540101040012345",
        "tax_no": "9144030071526726XG", "invoice_address": "苏州市吴江区盛泽镇西二环 99 号",
        "invoice_phone": "0512-63550118",
    })
}

/// Design §2.8: the dossier takes the highest class of its forms, and class 3 is owner and gm.
#[both_engines]
async fn d03_1_the_profile_shuts_the_dossier_to_all_but_owner_and_gm(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let id = text(&opened(&sales, "澄岸纺织", "organization").await["id"]);
    let path = format!("/api/v1/customers/{id}");
    let sees = [
        ("sales", true),
        ("sales2", false),
        ("head", false),
        ("steward", false),
        ("archivist", false),
        ("gm", true),
        ("admin", false),
    ];
    // Who would shut himself out does not open it, and is not offered it.
    for login in ["head", "steward"] {
        let caller = test.caller(login).await;
        let cards = format!("{path}/cards");
        let answer = caller
            .post(&cards, &json!({ "form": "customer-profile" }))
            .await;
        assert_eq!(answer.status, 403, "{login}: {}", answer.text);
        assert_eq!(answer.code(), "form.class_beyond", "{login}");
        assert!(
            answer.text.contains("请由这位客户的负责人或总经理来开"),
            "{}",
            answer.text
        );
        let page = caller.get(&format!("/customers/{id}")).await.text;
        assert!(!page.contains("value=\"customer-profile\""), "{login}");
        assert!(page.contains("value=\"key-account\""), "{login}");
    }
    assert_eq!(count(&test, "select count(*) from cards").await, 0);
    assert_eq!(sales.get(&path).await.json()["class"], 1);
    let page = sales.get(&format!("/customers/{id}")).await.text;
    assert!(page.contains("value=\"customer-profile\""));

    let card = blank_for(&sales, &id, "customer-profile").await;
    assert_eq!(sales.get(&path).await.json()["class"], 3);
    let raised = "select count(*) from audit a join audit_payloads p on p.audit_id = a.id where a.action = 'card.open' and a.class = 3 and p.payload like '%\"class\":3%'";
    assert_eq!(count(&test, raised).await, 1, "the deed says the class");
    let nowhere = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    for (login, sees) in sees {
        let caller = test.caller(login).await;
        for path in [path.clone(), format!("/api/v1/cards/{}", text(&card["id"]))] {
            let answer = caller.get(&path).await;
            assert_eq!(answer.status == 200, sees, "{login} {path}");
            if !sees {
                let gone = path.replace(&id, nowhere);
                let gone = gone.replace(&text(&card["id"]), nowhere);
                assert_eq!(answer.text, caller.get(&gone).await.text, "{login}");
            }
        }
        for path in [
            "/api/v1/customers",
            "/api/v1/search?q=%E6%BE%84%E5%B2%B8",
            "/palette?q=%E6%BE%84%E5%B2%B8",
        ] {
            let answer = caller.get(path).await;
            assert_eq!(answer.text.contains(&id), sees, "{login} {path}");
        }
        let count = caller.get("/customers/count").await.text;
        let shown = format!("共 {} 位", i32::from(sees));
        assert!(count.contains(&shown), "{login}: {count}");
    }
}

#[both_engines]
async fn d03_2_the_background_says_when_the_customer_works(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let hours =
        |from: &str, to: &str| json!({ "hours": { "days": ["1", "5"], "from": from, "to": to } });
    let wrong = [
        (json!({ "name": null }), "name", "请填「客户名称」"),
        (
            hours("17:30", "08:30"),
            "hours",
            "「客户作息时间」的结束时间要晚于开始时间",
        ),
    ];
    refused(&sales, "customer-profile", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "customer-profile").await;
    let mut answers = and(&hours("08:30", "17:30"));
    answers["address"] =
        json!({ "province": "江苏省", "city": "苏州市", "detail": "盛泽镇西二环 99 号" });
    answers["superior"] = json!({ "none": true });
    answers["intro"] = json!("化纤织造，三班倒");
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
}

#[both_engines]
async fn d03_3_invoice_lines_are_checked_and_copied_together(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "tax_no": "0512-63550118", "invoice_phone": "0512-63550118" }),
            "tax_no",
            "「0512-63550118」是电话号码，「税号」应填 18 位统一社会信用代码",
        ),
        (json!({ "tax_no": "13900004188" }), "tax_no", "是电话号码"),
        (
            json!({ "tax_no": "9144030071526726XH" }),
            "tax_no",
            "校验位不对",
        ),
        (
            json!({ "account": "1054-0101-O" }),
            "account",
            "账号里不会有「O」，只能是数字",
        ),
    ];
    refused(&sales, "customer-profile", &and(&invoice()), &wrong).await;
    let card = blank(&sales, "customer-profile").await;
    let page = format!("/cards/{}", text(&card["id"]));
    let bare = sales.get(&page).await.text;
    assert!(
        !bare.contains("data-island=\"copy\""),
        "nothing to copy yet"
    );
    let answers = and(&invoice());
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
    let lines = "<p class=\"text\">客户开票全称：吴江织云纺织有限公司\n开户银行：农业银行盛泽支行\n\
        账号：10540101040012345\n税号：9144030071526726XG\n\
        地址、电话：苏州市吴江区盛泽镇西二环 99 号 0512-63550118</p>";
    let read = sales.get(&page).await.text;
    assert!(read.contains(lines), "{read}");
    assert!(read.contains("开票资料") && read.contains("复制这 5 行"));
    let mut less = invoice();
    less["bank"] = json!({ "none": true });
    less["invoice_address"] = Value::Null;
    let closed = json!({ "effective_on": "2026-11-20", "proof": "销户通知" });
    let body = json!({ "answers": and(&less), "change": closed });
    let saved = put_as(&sales, &shown(&sales, &card).await, &body).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let read = sales.get(&page).await.text;
    assert!(read.contains("\n电话：0512-63550118</p>"), "{read}");
    assert!(read.contains("复制这 4 行"));
}

fn rung(id: &str, rank: &str, name: &str) -> Value {
    json!({ "id": id, "cells": { "rank": rank, "person": { "name": name } } })
}

#[both_engines]
async fn d03_4_a_rank_is_held_once_and_fixes_the_weight(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let ladder = |rows: &[Value]| json!({ "ladder": rows });
    let mut typed = rung("p1", "first", "沈织云");
    typed["cells"]["weight"] = json!("60");
    let mut early = rung("p1", "first", "沈织云");
    early["cells"]["birth"] = json!("2027");
    let five: Vec<Value> = (1..=5)
        .map(|n| rung(&format!("p{n}"), "first", &format!("甲{n}")))
        .collect();
    let wrong = [
        (
            ladder(&[rung("p1", "first", "沈织云"), rung("p2", "first", "陆鸣")]),
            "ladder.p2.rank",
            "「级别」与另一行相同",
        ),
        (
            ladder(&[rung("p1", "first", "沈织云"), rung("p2", "third", "沈织云")]),
            "ladder.p2.person",
            "「姓名」与另一行相同",
        ),
        (
            ladder(&[typed]),
            "ladder.p1.weight",
            "「话语权」由系统算出，不用填",
        ),
        (ladder(&[early]), "ladder.p1.birth", "不能晚于今天"),
        (
            ladder(&[rung("p1", "fifth", "沈织云")]),
            "ladder.p1.rank",
            "没有「fifth」这一项",
        ),
        (ladder(&five), "ladder", "最多 4 行"),
    ];
    refused(&sales, "customer-profile", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "customer-profile").await;
    let ranks = ["first", "second", "third", "fourth"];
    let mut rows: Vec<Value> = ranks
        .iter()
        .zip(["沈织云", "陆鸣", "顾小满", "周恒"])
        .map(|(rank, name)| rung(rank, rank, name))
        .collect();
    rows[0]["cells"]["birth"] = json!("1971-04-12");
    rows[0]["cells"]["office_phone"] = json!("0512-63550118");
    rows[1]["cells"]["sex"] = json!("male");
    let answers = and(&ladder(&rows));
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"], answers);
    for (rank, weight) in ranks.iter().zip(["90", "70", "50", "30"]) {
        let path = format!("ladder.{rank}.weight");
        assert_eq!(saved["computed"][&path], weight, "{rank}");
    }
    assert_eq!(saved["computed"]["ladder.first.age"], "55", "on 2026-11-25");
    assert_eq!(saved["computed"]["ladder.second.age"], Value::Null);
    let page = sales.get(&format!("/cards/{}", text(&card["id"]))).await;
    for shown in ["90%", "70%", "50%", "30%", "55 岁", "一号主管"] {
        assert!(page.text.contains(shown), "{shown}");
    }
}

/// Background first, then people; 不详 fills nothing.
#[both_engines]
async fn d03_10_the_meter_goes_from_background_to_people(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "customer-profile").await;
    assert_eq!(card["completeness"]["next_unknown"], "name");
    let known = |card: &Value| {
        let layers = card["completeness"]["layers"].as_array().cloned();
        let layers = layers.unwrap_or_default().into_iter();
        let layers = layers.map(|l| {
            (
                text(&l["layer"]),
                l["answered"].as_i64(),
                l["applicable"].as_i64(),
            )
        });
        layers.collect::<Vec<_>>()
    };
    let at = |background, people| {
        [
            ("background".to_owned(), Some(background), Some(11)),
            ("people".to_owned(), Some(people), Some(1)),
        ]
    };
    let mut answers = and(&invoice());
    for key in ["superior", "intro", "bank"] {
        answers[key] = json!("不详");
    }
    let unsure = filled(&sales, &card, &answers).await;
    assert_eq!(known(&unsure), at(6, 0), "不详 is not known");
    assert_eq!(found(&unsure, "intro"), ["warning form.unknown_typed"]);
    assert_eq!(unsure["completeness"]["next_unknown"], "superior");
    answers["superior"] = json!({ "none": true });
    answers["ladder"] = json!([rung("p1", "second", "陆鸣")]);
    let better = filled(&sales, &unsure, &answers).await;
    assert_eq!(known(&better), at(7, 1), "无 is known");
    assert_eq!(better["completeness"]["next_unknown"], "address");
}
