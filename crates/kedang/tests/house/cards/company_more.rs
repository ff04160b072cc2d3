//! The rest of the key-account sheet (D06): plans, rivals, finance, the person in charge.

use kedang_core::CardId;
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, found, put, refused, text};
use crate::customers::opened;

fn and(more: &Value) -> Value {
    let mut answers = json!({ "company_name": "晋北恒远" });
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

/// µs.
const DAY: i64 = 86_400_000_000;

#[both_engines]
async fn d06_5_plans_have_a_day_of_review(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "plan_review_on": "2027-10-01" }),
            "plan_review_on",
            "现在不用填",
        ),
        (
            json!({ "plan_1y": "添车", "plan_review_on": "2027-10" }),
            "plan_review_on",
            "要写明年、月、日",
        ),
        (
            json!({ "plan_1y": "添车", "plan_review_on": "2027-11-26" }),
            "plan_review_on",
            "规划每年复核一次：复核日期不能晚于一年之后",
        ),
    ];
    refused(&sales, "key-account", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let plans = json!({ "plan_now": "稳价", "plan_1y": "添车", "plan_3y": "自建站台", "plan_long": "上市" });
    let bare = filled(&sales, &card, &and(&plans)).await;
    assert_eq!(found(&bare, "plan_review_on"), ["incomplete form.expected"]);
    let mut full = and(&plans);
    full["plan_review_on"] = json!("2027-11-25");
    let planned = filled(&sales, &bare, &full).await;
    assert_eq!(planned["findings"], json!([]), "a year from today");

    // The day is reached: nothing is said yet. It is past: the card says so, and a list finds it.
    let overdue = "/api/v1/customers?answer_to.key-account.plan_review_on=2027-11-25";
    let found_by = |answer: Value| answer["items"].as_array().map(Vec::len);
    assert_eq!(found_by(sales.get(overdue).await.json()), Some(1));
    let path = format!("/api/v1/cards/{}", text(&card["id"]));
    test.clock.advance(365 * DAY);
    let sales = test.caller("sales").await;
    assert_eq!(sales.get(&path).await.json()["findings"], json!([]));
    test.clock.advance(DAY);
    let sales = test.caller("sales").await;
    let due = sales.get(&path).await.json();
    assert_eq!(found(&due, "plan_review_on"), ["warning form.review_due"]);
    let shown = sales
        .get(&format!("/cards/{}", text(&card["id"])))
        .await
        .text;
    assert!(shown.contains("规划到了复核的日子"));
    full["plan_review_on"] = json!("2028-11-26");
    let reviewed = filled(&sales, &due, &full).await;
    assert_eq!(reviewed["findings"], json!([]));
    assert_eq!(found_by(sales.get(overdue).await.json()), Some(0));
}

#[both_engines]
async fn d06_6_rivals_and_partners_are_rows_with_a_name(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let row = |id: &str, cells: Value| json!([{ "id": id, "cells": cells }]);
    let wrong = [
        (
            json!({ "rivals": row("r1", json!({ "situation": "价格战" })) }),
            "rivals.r1.rival",
            "请填",
        ),
        (
            json!({ "partners": row("p1", json!({ "strength": "自备车" })) }),
            "partners.p1.partner",
            "请填",
        ),
    ];
    refused(&sales, "key-account", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let rival =
        json!({ "rival": { "name": "朔州同达" }, "situation": "价格战", "measure": "长约" });
    let partner = json!({ "partner": { "name": "大秦物流" }, "condition": "平稳", "strength": "自备车 300 辆" });
    // Rows that are new get a stable name, which stays with them.
    let answers =
        and(&json!({ "rivals": row("new-1", rival.clone()), "partners": row("new-1", partner) }));
    let saved = filled(&sales, &card, &answers).await;
    let id = text(&saved["answers"]["rivals"][0]["id"]);
    assert!(CardId::parse(&id).is_ok(), "{id}");
    assert_ne!(id, text(&saved["answers"]["partners"][0]["id"]));
    let again = filled(&sales, &saved, &and(&json!({ "rivals": row(&id, rival) }))).await;
    assert_eq!(again["answers"]["rivals"], saved["answers"]["rivals"]);
}

#[both_engines]
async fn d06_6_a_rival_on_file_is_linked_by_who_may_read_it(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other, gm) = (
        test.caller("sales").await,
        test.caller("sales2").await,
        test.caller("gm").await,
    );
    let rival = opened(&sales, "朔州同达", "organization").await;
    let hidden = opened(&other, "别人的客户", "organization").await;
    let row = |name: &str, to: &str| {
        and(
            &json!({ "rivals": [{ "id": "r1", "cells": { "rival": { "name": name, "ref": to } } }] }),
        )
    };
    let card = blank(&sales, "key-account").await;
    // Who is hidden is as unknown as who is not there.
    for (to, sentence) in [
        (
            "KH-09999",
            "没有找到客户编号「KH-09999」，请核对，或只写名称",
        ),
        (&text(&hidden["code"]), "没有找到客户编号"),
        (&text(&hidden["id"]), "没有找到客户编号"),
        (
            &text(&card["customer_id"]),
            "这就是本客户自己，请写另一家的客户编号",
        ),
    ] {
        let refused = put(&sales, &card, &row("甲", to)).await;
        assert_eq!(refused.status, 422, "{to}");
        assert!(
            refused.detail("rivals.r1.rival").contains(sentence),
            "{}",
            refused.text
        );
    }
    // By its code; what is kept is the id.
    let saved = filled(&sales, &card, &row("朔州同达", &text(&rival["code"]))).await;
    let link = |card: &Value| card["answers"]["rivals"][0]["cells"]["rival"]["ref"].clone();
    assert_eq!(link(&saved), rival["id"]);
    let path = format!("/cards/{}", text(&card["id"]));
    let page = sales.get(&path).await.text;
    assert!(page.contains(&format!(
        "href=\"/customers/{}\">朔州同达</a>",
        text(&rival["id"])
    )));
    assert!(
        sales
            .get(&format!("{path}/edit"))
            .await
            .text
            .contains(&text(&rival["code"]))
    );
    // A link to somebody else's customer is not shown to its reader, and stays with the name.
    let linked = filled(&gm, &saved, &row("别人的客户", &text(&hidden["code"]))).await;
    assert_eq!(link(&linked), hidden["id"]);
    let seen = sales.get(&format!("/api/v1{path}")).await.json();
    assert_eq!(link(&seen), Value::Null);
    assert!(!sales.get(&path).await.text.contains(&text(&hidden["id"])));
    let mut more = row("别人的客户", "x");
    more["rivals"][0]["cells"] = json!({ "rival": { "name": "别人的客户" }, "measure": "长约" });
    filled(&sales, &seen, &more).await;
    let again = gm.get(&format!("/api/v1{path}")).await.json();
    assert_eq!(link(&again), hidden["id"]);
    more["rivals"][0]["cells"]["rival"] = json!({ "name": "改了名" });
    let seen = sales.get(&format!("/api/v1{path}")).await.json();
    filled(&sales, &seen, &more).await;
    assert_eq!(
        link(&gm.get(&format!("/api/v1{path}")).await.json()),
        Value::Null
    );
}

#[both_engines]
async fn d06_8_finance_is_chosen_from_its_lists_and_sealed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "bank_credit": "ok" }),
            "bank_credit",
            "没有「ok」这一项",
        ),
        (
            json!({ "payment": "never" }),
            "payment",
            "没有「never」这一项",
        ),
        (
            json!({ "founded_on": "2026-12" }),
            "founded_on",
            "不能晚于今天",
        ),
        (
            json!({ "bank_account": "0504-x" }),
            "bank_account",
            "账号里不会有「x」",
        ),
        (json!({ "capital": "-1" }), "capital", "不能小于 0"),
    ];
    refused(&sales, "key-account", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let answers = and(&json!({
        "bank_name": "工商银行大同分行", "bank_account": "0504020109300012345", "bank_credit": "good",
        "capital": "500000000", "founded_on": "2003-05-20", "funds": "tight", "equity": "80000000",
        "taxpayer": "ordinary", "books": "incomplete", "funds_overview": "回款慢", "peer_credit": "very_poor",
        "payment": "default", "licence_no": "140200000012345",
    }));
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
    assert_eq!(
        count(&test, "select count(*) from sealed").await,
        8,
        "what is finance is sealed"
    );
    let capital = "select number_value from card_values where field = 'capital'";
    assert_eq!(count(&test, capital).await, 500_000_000, "分, for filters");
}

#[both_engines]
async fn d06_9_the_person_in_charge_is_described_from_lists(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (json!({ "temper": "nice" }), "temper", "没有「nice」这一项"),
        (
            json!({ "education": "doctor" }),
            "education",
            "没有「doctor」这一项",
        ),
        (json!({ "head_age": "57" }), "head_age", "这张表没有这一栏"),
        (
            json!({ "head_birth": "2027" }),
            "head_birth",
            "不能晚于今天",
        ),
    ];
    refused(&sales, "key-account", &and(&json!({})), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let answers = and(&json!({
        "head_name": "郭远山", "head_birth": "1968-11-25", "temper": "cheerful", "bearing": "quiet",
        "marriage": "divorced", "education": "university", "major": "采矿", "speech": "awkward",
        "thinking": "radical", "drink": "much", "smoke": "no", "other_likes": "垂钓珍藏", "weaknesses": "好面子",
    }));
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(
        saved["computed"]["head_age"], "58",
        "from the birthday, today"
    );
    // Judgements (P3) are found by nobody; the name is.
    for (token, hits) in [("远山", 1), ("垂钓", 0), ("面子", 0)] {
        let found = crate::cards::sound::candidates(&test, token).await;
        assert_eq!(found, hits, "{token}");
    }
}
