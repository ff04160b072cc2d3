//! The key-account sheet (D06) and the customer card (D10-5).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, filled, found, on_file, put, refused};

fn named() -> Value {
    json!({ "company_name": "晋北恒远煤炭运销有限公司" })
}

fn and(more: &Value) -> Value {
    let mut answers = named();
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

#[both_engines]
async fn d06_1_identity_is_checked_and_ethnic_groups_are_the_56(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "company_name": null }),
            "company_name",
            "请填「客户单位名称」",
        ),
        (
            json!({ "website": "http:///index.html" }),
            "website",
            "没有网站名，应像 www.example.com",
        ),
        (
            json!({ "rep_ethnic": "martian" }),
            "rep_ethnic",
            "没有「martian」这一项",
        ),
        (
            json!({ "postcode": "37000" }),
            "postcode",
            "邮编应为 6 位数字，现在是「37000」",
        ),
        (json!({ "email": "zhiyun@" }), "email", "不是邮箱地址"),
        (json!({ "rep_birth": "2027" }), "rep_birth", "不能晚于今天"),
    ];
    refused(&sales, "key-account", &named(), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let answers = and(&json!({
        "address": { "province": "山西省", "city": "大同市", "detail": "云冈路 8 号" }, "postcode": "037000",
        "phone": "0352-5550118", "fax": { "none": true }, "website": "http://www.hengyuan-coal.example",
        "email": "office@hengyuan-coal.example", "rep_name": "郭远山", "rep_sex": "male",
        "rep_ethnic": "jino", "rep_birth": "L1968-08-15", "rep_birthplace": "大同", "rep_origin": "山西浑源",
        "registered_on": "2003-06", "rep_phone": "13900004189", "rep_email": "gys@hengyuan-coal.example",
        "rep_home": { "city": "大同市", "detail": "御河路 3 号" }, "superior": { "none": true },
    }));
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"], answers);
    let form = sales.get("/api/v1/forms/key-account").await.json();
    let groups = form["definition"]["fields"]["list"]["ethnic_group"]
        .as_array()
        .map(Vec::len);
    assert_eq!(groups, Some(56));
}

#[both_engines]
async fn d06_2_men_and_women_make_the_total(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let staff = |men: &str, women: &str, total: &str, senior: &str, middle: &str| {
        json!({
            "staff_men": men, "staff_women": women, "staff_total": total,
            "staff_senior": senior, "staff_middle": middle,
        })
    };
    let wrong = [
        (
            staff("60", "50", "100", "1", "1"),
            "staff_total",
            "男、女人数之和应等于合计",
        ),
        (
            staff("40", "50", "100", "1", "1"),
            "staff_total",
            "男、女人数之和应等于合计",
        ),
        (
            staff("60", "40", "100", "101", "0"),
            "staff_senior",
            "职称人数不能多于员工合计",
        ),
        (
            staff("60", "40", "100", "60", "41"),
            "staff_middle",
            "职称人数不能多于员工合计",
        ),
        (
            json!({ "organization": "family" }),
            "organization",
            "没有「family」这一项",
        ),
    ];
    refused(&sales, "key-account", &named(), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let mut answers = and(&staff("60", "50", "110", "6", "21"));
    answers["industry"] = json!("煤炭运销");
    answers["qualification"] = json!("二级");
    answers["organization"] = json!("limited_liability");
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
}

#[both_engines]
async fn d06_3_a_signed_contract_is_on_file(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let file = json!([{ "name": "2026运销合同.pdf", "ref": "0193-contract" }]);
    let wrong = [
        (
            json!({ "contract": "maybe" }),
            "contract",
            "没有「maybe」这一项",
        ),
        (
            json!({ "contract": "signing", "contract_file": file }),
            "contract_file",
            "现在不用填，要先填好「运销合同」",
        ),
    ];
    refused(&sales, "key-account", &named(), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let bare = filled(&sales, &card, &and(&json!({ "contract": "signed" }))).await;
    assert_eq!(
        found(&bare, "contract_file"),
        ["incomplete form.contract_missing"]
    );
    assert!(
        bare["findings"]
            .to_string()
            .contains("合同已签订，还没有附上合同")
    );
    let gone = put(
        &sales,
        &bare,
        &and(&json!({ "contract": "signed", "contract_file": file })),
    )
    .await;
    assert_eq!(gone.status, 422, "{}", gone.text);
    let detail = gone.detail("contract_file");
    assert!(detail.contains("不在这位客户的档案中"), "{}", gone.text);
    let file = json!([on_file(&sales, &bare, "contract.pdf").await]);
    let full = and(&json!({ "contract": "signed", "contract_file": file }));
    assert_eq!(
        found(&filled(&sales, &bare, &full).await, "contract_file"),
        [""; 0]
    );
}

#[both_engines]
async fn d06_4_standing_is_dated_and_has_a_source(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = [
        (
            json!({ "standing": "best" }),
            "standing",
            "没有「best」这一项",
        ),
        (
            json!({ "standing_on": "2026-10" }),
            "standing_on",
            "现在不用填",
        ),
        (
            json!({ "peer_opinion": "good", "standing_on": "2027" }),
            "standing_on",
            "不能晚于今天",
        ),
    ];
    refused(&sales, "key-account", &named(), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let bare = filled(&sales, &card, &and(&json!({ "standing": "leading" }))).await;
    for field in ["standing_on", "standing_source"] {
        assert_eq!(found(&bare, field), ["incomplete form.expected"]);
    }
    let full = and(&json!({
        "standing": "leading", "peer_opinion": "good", "standing_on": "2026-10", "standing_source": "行业协会座谈",
    }));
    let saved = filled(&sales, &bare, &full).await;
    assert_eq!(saved["findings"], json!([]));
}

#[both_engines]
async fn d06_7_shares_lie_between_0_and_100_and_a_region_is_named(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let product = |id: &str, more: Value| {
        let mut cells = json!({ "name": "动力煤" });
        for (key, value) in more.as_object().into_iter().flatten() {
            cells[key] = value.clone();
        }
        json!({ "id": id, "cells": cells })
    };
    let products = |rows: Vec<Value>| json!({ "products": rows });
    let wrong = [
        (
            products(vec![product("m1", json!({ "share_national": "120" }))]),
            "products.m1.share_national",
            "不能大于 100，现在是 120",
        ),
        (
            products(vec![product("m1", json!({ "share_national": "-1" }))]),
            "products.m1.share_national",
            "不能小于 0",
        ),
        (
            products(vec![product(
                "m1",
                json!({ "share_regional": "101", "region": "晋北" }),
            )]),
            "products.m1.share_regional",
            "不能大于 100，现在是 101",
        ),
        (
            products(vec![product("m1", json!({ "share_regional": "12" }))]),
            "products.m1.region",
            "请填「区域名称」",
        ),
        (
            products(vec![product("m1", json!({})), product("m2", json!({}))]),
            "products.m2.name",
            "与另一行相同",
        ),
    ];
    refused(&sales, "key-account", &named(), &wrong).await;
    let card = blank(&sales, "key-account").await;
    let row = product(
        "m1",
        json!({
            "origin": "晋北", "from_station": "云冈", "to_station": "秦皇岛东", "share_national": "0.35",
            "share_regional": "12", "region": "晋北", "freight": "120000", "monthly_sales": "10000", "stock": "2500.5",
        }),
    );
    let answers = and(&products(vec![row]));
    assert_eq!(filled(&sales, &card, &answers).await["answers"], answers);
}

#[both_engines]
async fn d10_5_shares_ratios_and_price_changes_are_plausible(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let supply = |id: &str, share: &str| json!({ "id": id, "cells": { "source": { "name": "桐乡化纤" }, "share": share } });
    let dealing = |float: &str| json!({ "dealings": [{ "id": "d1", "cells": { "time": "2026-09", "price": "830000", "price_float": float } }] });
    let wrong = [
        (
            json!({ "supplies": [supply("s1", "60"), supply("s2", "40.01")] }),
            "supplies",
            "各货源所占比例合计超过 100%",
        ),
        (
            json!({ "debt_ratio": "201" }),
            "debt_ratio",
            "「资产负债率」不能大于 200，现在是 201",
        ),
        (json!({ "debt_ratio": "-1" }), "debt_ratio", "不能小于 0"),
        (
            dealing("8300"),
            "dealings.d1.price_float",
            "不能大于 50，现在是 8300",
        ),
    ];
    refused(&sales, "customer-card", &named(), &wrong).await;
    let card = blank(&sales, "customer-card").await;
    let answers = and(&json!({
        "leader_name": "沈织云", "managers": [{ "id": "m1", "cells": { "name": "陆鸣", "age": "46", "relation": "妹夫" } }],
        "supplies": [supply("s1", "60"), supply("s2", "40")], "debt_ratio": "48.5", "return_on_assets": "-3.2",
        "rivals": [{ "id": "r1", "cells": { "company": { "name": "盛泽恒源" }, "head": "周恒" } }],
        "sales": [{ "id": "c1", "cells": { "customer": { "name": "晨曦服饰" }, "usage": "30 吨/月" } }],
        "dealings": [{ "id": "d1", "cells": { "time": "2026-09", "amount": "41500000", "received": "31125000", "price_float": "-1.5" } }],
    }));
    let saved = filled(&sales, &card, &answers).await;
    assert_eq!(saved["answers"], answers);
    assert_eq!(saved["computed"]["supplies_share"], "100");
    assert_eq!(saved["computed"]["received_share"], "75");
}
