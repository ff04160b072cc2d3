//! A customer is changed: by whom, with what, and what is kept of it.

use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::customers::opened;

/// The address of a customer in the interface.
pub(crate) fn path(customer: &Value) -> String {
    format!("/api/v1/customers/{}", id(customer))
}

/// Its id.
pub(crate) fn id(customer: &Value) -> String {
    customer["id"].as_str().unwrap_or("").to_owned()
}

/// Changes a customer on the version that is given with it.
pub(crate) async fn changed(caller: &Caller, customer: &Value, body: Value) -> Value {
    let version = customer["version"].as_i64().unwrap_or(0);
    let answer = caller.patch(&path(customer), version, &body).await;
    assert_eq!(answer.status, 200, "{body}: {}", answer.text);
    answer.json()
}

/// The sentence against a field when the change is refused.
async fn refused(caller: &Caller, customer: &Value, body: Value, field: &str) -> String {
    let version = customer["version"].as_i64().unwrap_or(0);
    let answer = caller.patch(&path(customer), version, &body).await;
    assert_eq!(answer.status, 422, "{body}: {}", answer.text);
    answer.detail(field)
}

#[both_engines]
async fn d02_5_capital_has_a_unit_and_the_code_its_eighteen_characters(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "苏州澄岸精密机械有限公司", "organization").await;
    for (body, field, sentence) in [
        (
            json!({ "registered_capital": "500" }),
            "registered_capital",
            "注册资本要写明单位，例如 500万元、300万美元",
        ),
        (
            json!({ "registered_capital": "五百万" }),
            "registered_capital",
            "注册资本读不出来，请写成数字加单位，例如 500万元",
        ),
        (
            json!({ "uscc": "91350100M000100Y4" }),
            "uscc",
            "统一社会信用代码应为 18 位，现在是 17 位",
        ),
        (
            json!({ "postcode": "21510" }),
            "postcode",
            "邮编应为 6 位数字",
        ),
    ] {
        assert_eq!(refused(&sales, &company, body, field).await, sentence);
    }
    let standard = json!({
        "legal_representative": "钱立行", "address": "苏州工业园区星湖街 328 号", "postcode": "215123",
        "phone": "0512-62881234", "fax": "0512-62881235", "registered_capital": "人民币 1,200 万",
        "business_scope": "精密机械零部件的研发、生产、销售", "uscc": "91350100M000100Y43",
    });
    let company = changed(&sales, &company, standard).await;
    assert_eq!(company["registered_capital"], "1200万元");
    assert_eq!(company["version"], 2);
    assert_eq!(sales.get(&path(&company)).await.json(), company);
    let page = sales
        .get(&format!("/customers/{}/edit", id(&company)))
        .await;
    assert!(
        page.text.contains("企业标准档") && page.text.contains("1200万元"),
        "{}",
        page.text
    );
}

#[both_engines]
async fn d02_1_a_customer_is_of_some_type_and_may_be_of_several(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let bank = opened(&sales, "苏州银行股份有限公司园区支行", "organization").await;
    let none = refused(&sales, &bank, json!({ "types": [] }), "types").await;
    assert_eq!(none, "请至少选一个客户类型");
    let unknown = refused(
        &sales,
        &bank,
        json!({ "types": ["bank", "friend"] }),
        "types",
    )
    .await;
    assert_eq!(unknown, "请从所列客户类型中选择");
    // The page always asks: a form without a tick is refused.
    let body = "version=1&name=x&how_met=y&stage=proposed";
    let page = sales
        .submit(&format!("/customers/{}", id(&bank)), body)
        .await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("请至少选一个客户类型"), "{}", page.text);
    let bank = changed(
        &sales,
        &bank,
        json!({ "types": ["bank", "supplier", "bank"] }),
    )
    .await;
    assert_eq!(bank["types"], json!(["supplier", "bank"]));
    let page = sales.get(&format!("/customers/{}", id(&bank))).await.text;
    assert!(page.contains("供应商、特殊类 · 银行"), "{page}");
}

#[both_engines]
async fn d13_1_a_lost_customer_has_a_reason_and_every_step_is_kept(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let why = refused(&sales, &company, json!({ "stage": "lost" }), "stage_reason").await;
    assert_eq!(why, "转为流失客户要写明原因，例如：转用竞争对手、停产");
    let company = changed(&sales, &company, json!({ "stage": "active" })).await;
    test.clock.advance(1_000_000);
    let lost = json!({ "stage": "lost", "stage_reason": "转用竞争对手" });
    let company = changed(&sales, &company, lost).await;
    assert_eq!(company["stage"], "lost");
    let steps = sales
        .get(&format!("{}/stages", path(&company)))
        .await
        .json();
    let steps: Vec<_> = steps["items"].as_array().cloned().unwrap_or_default();
    let told: Vec<_> = steps
        .iter()
        .map(|s| [&s["was"], &s["became"], &s["reason"], &s["by"]["name"]].map(Clone::clone))
        .collect();
    assert_eq!(
        told,
        [
            [
                json!("active"),
                json!("lost"),
                json!("转用竞争对手"),
                json!("宋清扬")
            ],
            [
                json!("proposed"),
                json!("active"),
                json!(null),
                json!("宋清扬")
            ],
        ]
    );
    let page = sales
        .get(&format!("/customers/{}", id(&company)))
        .await
        .text;
    assert!(
        page.contains("状态变化") && page.contains("转用竞争对手"),
        "{page}"
    );
    let hidden = test.caller("sales2").await;
    let hidden = hidden.get(&format!("{}/stages", path(&company))).await;
    assert_eq!(
        (hidden.status.as_u16(), hidden.code().as_str()),
        (404, "customer.not_found")
    );
}

#[both_engines]
async fn who_was_faster_is_told_and_nothing_is_overwritten(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let missing = sales
        .send(
            axum::http::Method::PATCH,
            &path(&company),
            Some("application/json"),
            "{}".into(),
        )
        .await;
    assert_eq!(missing.code(), "request.version_missing");
    changed(
        &test.caller("head").await,
        &company,
        json!({ "fax": "0510-1" }),
    )
    .await;
    let stale = sales
        .patch(&path(&company), 1, &json!({ "fax": "0510-2" }))
        .await;
    assert_eq!(
        (stale.status.as_u16(), stale.code().as_str()),
        (412, "customer.changed")
    );
    assert!(stale.text.contains("刚被别人改过"), "{}", stale.text);
    let body = "version=1&name=x&how_met=y&stage=proposed&types=dealer&fax=0510-2";
    let page = sales
        .submit(&format!("/customers/{}", id(&company)), body)
        .await;
    assert_eq!(page.status, 409);
    assert!(
        page.text.contains("刚被别人改过") && page.text.contains("0510-2"),
        "{}",
        page.text
    );
    assert_eq!(sales.get(&path(&company)).await.json()["fax"], "0510-1");
}

#[both_engines]
async fn a_customer_is_given_away_by_head_steward_and_gm_within_their_reach(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let other = opened(&test.caller("sales2").await, "常州海纳", "organization").await;
    let head = opened(&test.caller("head").await, "韩牧的客户", "organization").await;
    let sales2 = other["owner"]["id"].clone();
    let sentence = "只有部门主管、信息部和总经理可以在自己管理的部门内调整负责人和部门";
    let body = json!({ "owner": sales2 });
    assert_eq!(
        refused(&sales, &company, body.clone(), "owner").await,
        sentence
    );
    let elsewhere = json!({ "department": other["department"]["id"] });
    let chief = test.caller("head").await;
    assert_eq!(
        refused(&chief, &company, elsewhere, "department").await,
        sentence
    );
    for nobody in ["0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", "x"] {
        let said = refused(&chief, &company, json!({ "owner": nobody }), "owner").await;
        assert!(said.contains("没有这位员工"), "{said}");
    }
    let edit = format!("/customers/{}/edit", id(&company));
    assert!(!sales.get(&edit).await.text.contains("name=\"owner\""));
    assert!(chief.get(&edit).await.text.contains("name=\"owner\""));
    let company = changed(&chief, &company, json!({ "owner": head["owner"]["id"] })).await;
    assert_eq!(company["owner"]["name"], "韩牧");
    assert_eq!(
        sales.get(&path(&company)).await.status,
        404,
        "it is his no longer"
    );
    // The search goes by the owner too.
    let found = sales.get("/api/v1/search?q=%E8%BF%9C%E8%88%9F").await.text;
    assert!(!found.contains(&id(&company)), "{found}");
    let steward = test.caller("steward").await;
    let moved = json!({ "owner": sales2, "department": other["department"]["id"] });
    changed(&steward, &company, moved).await;
    let found = test
        .caller("sales2")
        .await
        .get("/api/v1/search?q=%E8%BF%9C%E8%88%9F")
        .await
        .text;
    assert!(found.contains(&id(&company)), "{found}");
}

#[both_engines]
async fn the_button_is_there_for_who_may_and_a_change_leaves_its_trace(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let page = format!("/customers/{}", id(&company));
    for (login, may, reads) in [
        ("sales", true, true),
        ("archivist", false, true),
        ("gm", true, true),
        ("sales2", false, false),
    ] {
        let caller = test.caller(login).await;
        let shown = caller.get(&page).await;
        assert_eq!(shown.text.contains(&format!("{page}/edit")), may, "{login}");
        let status = match (may, reads) {
            (true, _) => 200,
            (false, true) => 403,
            (false, false) => 404,
        };
        assert_eq!(
            caller.get(&format!("{page}/edit")).await.status,
            status,
            "{login}"
        );
        let tried = caller
            .patch(&path(&company), 1, &json!({ "stage": "nowhere" }))
            .await;
        assert_eq!(tried.status, if may { 422 } else { status }, "{login}");
    }
    let version = changed(&sales, &company, json!({ "fax": null })).await["version"].clone();
    assert_eq!(version, 1, "what says the same makes no version");
    changed(&sales, &company, json!({ "fax": "0510-1" })).await;
    let object = id(&company);
    let rows = test
        .look(move |tx| Ok(kedang_store::audit::of_object(tx, "customer", &object)?))
        .await
        .expect("rows");
    let actions: Vec<_> = rows.iter().map(|row| row.action.as_str()).collect();
    assert_eq!(actions, ["customer.edit", "customer.create"]);
}
