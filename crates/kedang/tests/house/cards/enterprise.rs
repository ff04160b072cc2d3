//! The standard enterprise file (D02-5) with what the second house asks for (D13-4, D13-6).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, found, on_file, refused, shown, text, typed};

const FORM: &str = "enterprise";

fn named() -> Value {
    json!({ "company_name": "吴江织云纺织有限公司" })
}

fn and(more: &Value) -> Value {
    let mut answers = named();
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

#[both_engines]
async fn d02_5_the_standard_fields_are_checked(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "company_name": null }),
            "company_name",
            "请填「客户名称」",
        ),
        (
            json!({ "uscc": "91440300192203821" }),
            "uscc",
            "应为 18 位（末位是校验码），现在是 17 位",
        ),
        (
            json!({ "uscc": "914403001922038217" }),
            "uscc",
            "校验位不对，请对照营业执照逐位核对",
        ),
        (
            json!({ "postcode": "21522" }),
            "postcode",
            "邮编应为 6 位数字，现在是「21522」",
        ),
        (
            json!({ "capital": "500000000" }),
            "capital_currency",
            "请填「币种」",
        ),
        (
            json!({ "capital_currency": "cny" }),
            "capital_currency",
            "要先填好「注册资本」",
        ),
        (
            json!({ "rep_kind": "other" }),
            "rep_kind",
            "要先填好「代表人姓名」",
        ),
        (
            json!({ "phone": "0512-635501" }),
            "phone",
            "电话号码位数不对",
        ),
    ];
    refused(&sales, FORM, &named(), &wrong).await;

    // A capital is typed as people write it: a bare 500 says nothing, nor does a currency inside.
    let card = blank(&sales, FORM).await;
    for (capital, sentence) in [
        ("500", "「500」没有单位，请写明元、万元或亿元"),
        (
            "500万美元",
            "「500万美元」里不写币种，「注册资本」只写数额和单位",
        ),
    ] {
        let answer = typed(
            &sales,
            &card,
            &[("capital", capital), ("capital_currency", "usd")],
        )
        .await;
        assert_eq!(answer.status, 422, "{capital}");
        assert!(answer.text.contains(sentence), "{capital}: {}", answer.text);
    }
    let pairs = [("capital", "500万元"), ("capital_currency", "usd")];
    let answer = typed(&sales, &card, &pairs).await;
    assert_eq!(answer.location(), format!("/cards/{}", text(&card["id"])));
    let card = shown(&sales, &card).await;
    assert_eq!(card["answers"]["capital"], "500000000", "分");
    let answers = and(&json!({
        "uscc": "914403001922038216", "representative": "沈织云", "rep_kind": "legal",
        "address": { "province": "江苏省", "city": "苏州市", "detail": "盛泽镇舜湖西路 88 号" },
        "postcode": "215228", "phone": "0512-63550118", "fax": { "none": true },
        "scope": "化纤面料织造、销售", "capital": "500000000", "capital_currency": "usd",
    }));
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"], answers);
    assert_eq!(saved["findings"], json!([]));
}

#[both_engines]
async fn d13_4_nothing_is_founded_after_today(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "founded_on": "2026-11-26" }),
            "founded_on",
            "「成立时间」不能晚于今天（2026-11-25）",
        ),
        (
            json!({ "nature": "monopoly" }),
            "nature",
            "「企业性质」没有「monopoly」这一项",
        ),
        (json!({ "email": "zhiyun@" }), "email", "不是邮箱地址"),
        (
            json!({ "contact_phone": "1390000418" }),
            "contact_phone",
            "电话号码位数不对",
        ),
    ];
    refused(&sales, FORM, &named(), &wrong).await;
    let card = blank(&sales, FORM).await;
    let answers = and(&json!({
        "owner": "盛泽恒源投资有限公司", "founded_on": "2026-11-25", "nature": "private", "industry": "化纤织造",
        "registration": "苏州市吴江区市场监督管理局", "contact": "陆鸣", "contact_phone": "13900004186",
        "email": "office@zhiyun-textile.example",
        "address": { "detail": "盛泽镇舜湖西路 88 号" }, "phone": "0512-63550118", "fax": "0512-63550119",
        "registration_file": [on_file(&sales, &card, "licence.pdf").await],
    }));
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
    let line = "select count(*) from card_values where field = 'industry'";
    assert_eq!(count(&test, line).await, 1, "for filters");
}

#[both_engines]
async fn d13_6_what_marks_the_customer_is_kept_and_judgements_are_found_by_nobody(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let decider = |cells: Value| json!({ "deciders": [{ "id": "d1", "cells": cells }] });
    let wrong = [
        (json!({ "staff": "-1" }), "staff", "「员工人数」不能小于 0"),
        (json!({ "staff": "1.5" }), "staff", "最多 0 位小数"),
        (json!({ "turnover": "-1" }), "turnover", "不能小于 0"),
        (
            json!({ "turnover_year": "2025" }),
            "turnover_year",
            "要先填好「营业额」",
        ),
        (
            decider(json!({ "likes": "评弹" })),
            "deciders.d1.name",
            "请填「姓名」",
        ),
        (
            decider(json!({ "name": "沈织云", "birth": "2027" })),
            "deciders.d1.birth",
            "不能晚于今天",
        ),
    ];
    refused(&sales, FORM, &named(), &wrong).await;
    let card = blank(&sales, FORM).await;
    let bare = filled(&sales, &card, &and(&json!({ "turnover": "3200000000" }))).await;
    assert_eq!(
        found(&bare, "turnover_year"),
        ["incomplete form.expected"],
        "of which year"
    );
    let answers = and(&json!({
        "turnover": "3200000000", "turnover_year": "2025", "staff": "186",
        "buying": "采购部提出，总经理拍板", "needs": "每月三十吨消光丝", "trend": "新增喷气织机",
        "deciders": [{ "id": "d1", "cells": {
            "name": "沈织云", "post": "总经理", "likes": "评弹", "preference": "当面谈", "birth": "L1968-08-15",
        } }],
    }));
    let saved = filled(&sales, &bare, &answers).await;
    assert_eq!(saved["answers"], answers);
    assert_eq!(saved["findings"], json!([]));
    for (token, hits) in [("消光", 1), ("织云", 1), ("评弹", 0), ("当面", 0)] {
        let found = crate::cards::sound::candidates(&test, token).await;
        assert_eq!(found, hits, "{token}");
    }
}
