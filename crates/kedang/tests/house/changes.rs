//! 变动: guarded fields change with an event, a date and a proof (D02-6).

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank_for, count, filled, put_as};
use crate::customers::opened;
use crate::edits::{changed, id, path};

/// What a list of changes tells, newest first.
fn told(list: &Value, keys: &[&str]) -> Vec<Vec<String>> {
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    items
        .iter()
        .map(|item| keys.iter().map(|key| text(&item[*key])).collect())
        .collect()
}

/// A company whose guarded fields are answered: what never was is filled in without an event.
async fn company(sales: &kedang_testkit::Caller) -> Value {
    let company = opened(sales, "苏州澄岸精密机械有限公司", "organization").await;
    let first = json!({ "legal_representative": "钱立行", "registered_capital": "500万元", "address": "星湖街 328 号", "business_scope": "机械", "uscc": "91350100M000100Y43" });
    changed(sales, &company, first).await
}

#[both_engines]
async fn d02_6_a_guarded_field_does_not_change_without_an_event(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = company(&sales).await;
    let version = company["version"].as_i64().unwrap_or(0);
    for (field, value, label) in [
        ("name", json!("苏州澄岸智能装备有限公司"), "客户名称"),
        ("legal_representative", json!("沈望舒"), "法定代表人"),
        ("registered_capital", json!("800万元"), "注册资本"),
        ("address", json!("独墅湖大道 1 号"), "地址"),
        ("business_scope", json!("机械、智能装备"), "经营范围"),
        ("uscc", json!(null), "统一社会信用代码"),
    ] {
        let body = json!({ field: value });
        let answer = sales.patch(&path(&company), version, &body).await;
        assert_eq!(answer.status, 422, "{field}: {}", answer.text);
        let sentence = format!(
            "「{label}」属于重大变动事项，请在「变动」里写明生效日期和依据；原来录错的，选「更正录入错误」并写依据"
        );
        assert_eq!(answer.detail(field), sentence);
    }
    for (change, field, sentence) in [
        (
            json!({ "proof": "变更通知书" }),
            "change.effective_on",
            "请写生效日期，例如 2026-01-31",
        ),
        (
            json!({ "proof": "变更通知书", "effective_on": "2026-11-26" }),
            "change.effective_on",
            "生效日期晚于今天：还没生效的变更请到当天再改",
        ),
        (
            json!({ "effective_on": "2026-11-01" }),
            "change.proof",
            "请写依据，例如变更登记通知书、营业执照、来函",
        ),
        (
            json!({ "nature": "correction", "note": "打错字" }),
            "change.proof",
            "请写依据，例如变更登记通知书、营业执照、来函",
        ),
    ] {
        let body = json!({ "legal_representative": "沈望舒", "change": change });
        let answer = sales.patch(&path(&company), version, &body).await;
        assert_eq!(answer.status, 422, "{}", answer.text);
        assert_eq!(answer.detail(field), sentence, "{change}");
    }
    let list = format!("{}/changes", path(&company));
    assert_eq!(
        sales.get(&list).await.json()["items"],
        json!([]),
        "nothing half-saved"
    );
    assert_eq!(sales.get(&path(&company)).await.json(), company);
}

#[both_engines]
async fn d02_6_a_guarded_field_changes_with_an_event_and_its_proof(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = company(&sales).await;
    let list = format!("{}/changes", path(&company));
    let body = json!({
        "name": "苏州澄岸智能装备有限公司", "legal_representative": "沈望舒", "fax": "0512-1",
        "change": { "effective_on": "2026-11-01", "proof": "准予变更登记通知书〔2026〕118 号" },
    });
    let company = changed(&sales, &company, body).await;
    let keys = [
        "kind",
        "nature",
        "effective_on",
        "proof",
        "field",
        "before",
        "after",
    ];
    let proof = "准予变更登记通知书〔2026〕118 号";
    let mut got = told(&sales.get(&list).await.json(), &keys);
    got.sort();
    assert_eq!(
        got,
        [
            [
                "legal_representative",
                "event",
                "2026-11-01",
                proof,
                "legal_representative",
                "钱立行",
                "沈望舒"
            ],
            [
                "name",
                "event",
                "2026-11-01",
                proof,
                "name",
                "苏州澄岸精密机械有限公司",
                "苏州澄岸智能装备有限公司"
            ],
        ]
    );
    let found = sales
        .get("/api/v1/search?q=%E7%B2%BE%E5%AF%86%E6%9C%BA%E6%A2%B0")
        .await
        .json();
    assert_eq!(
        found["items"][0]["matched"], "苏州澄岸精密机械有限公司",
        "the former name: {found}"
    );
    // An error of entry is no event, and a name that never was one is no former name.
    let body = json!({ "name": "苏州澄岸智能装备股份有限公司", "change": { "nature": "correction", "proof": "营业执照" } });
    let company = changed(&sales, &company, body).await;
    let newest = told(
        &sales.get(&list).await.json(),
        &["nature", "effective_on", "before"],
    )
    .remove(0);
    assert_eq!(
        newest,
        ["correction", "2026-11-25", "苏州澄岸智能装备有限公司"]
    );
    let names = "select count(*) from customer_names";
    assert_eq!(count(&test, names).await, 1);
    let page = sales
        .get(&format!("/customers/{}", id(&company)))
        .await
        .text;
    for word in [
        "法人变更",
        "钱立行 → 沈望舒",
        proof,
        "更正录入错误 · 营业执照",
    ] {
        assert!(page.contains(word), "{word}: {page}");
    }
}

#[both_engines]
async fn d02_6_an_event_by_itself_may_lie_ahead_and_says_what_happens(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "晋北恒远煤炭运销有限公司", "organization").await;
    let list = format!("{}/changes", path(&company));
    let whole = json!({ "kind": "suspension", "effective_on": "2027-01-01", "proof": "停产公告", "note": "检修停产两个月" });
    for (field, value, sentence) in [
        (
            "kind",
            "name",
            "这类变动请到「编辑」里改相应栏目，系统会同时记下变动",
        ),
        ("kind", "", "请选择变动事项"),
        ("effective_on", "2027", "生效日期要写到日，例如 2026-01-31"),
        ("proof", "", "请写依据，例如变更登记通知书、营业执照、来函"),
        ("note", " ", "请写明发生了什么"),
    ] {
        let mut body = whole.clone();
        body[field] = json!(value);
        let answer = sales.post(&list, &body).await;
        assert_eq!(
            (answer.status.as_u16(), answer.detail(field).as_str()),
            (422, sentence),
            "{}",
            answer.text
        );
    }
    let answer = sales.post(&list, &whole).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    assert_eq!(
        sales.get(&list).await.json()["items"],
        json!([answer.json()])
    );
    let page = sales
        .get(&format!("/customers/{}", id(&company)))
        .await
        .text;
    assert!(
        page.contains("停产") && page.contains("预定") && page.contains("检修停产两个月"),
        "{page}"
    );
    for (login, status) in [("archivist", 403), ("sales2", 404), ("admin", 404)] {
        let answer = test.caller(login).await.post(&list, &whole).await;
        assert_eq!(answer.status, status, "{login}");
    }
    let form = format!("/customers/{}/changes", id(&company));
    let refused = sales
        .submit(&form, "kind=equity&effective_on=2026-11-01&proof=x&note=")
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("请写明发生了什么"),
        "{}",
        refused.text
    );
    let done = sales
        .submit(&form, "kind=equity&effective_on=2026-11-01&proof=x&note=y")
        .await;
    assert_eq!(done.location(), format!("/customers/{}", id(&company)));
}

#[both_engines]
async fn d02_6_a_guarded_answer_of_a_card_changes_with_an_event_too(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "晋北恒远煤炭运销有限公司", "organization").await;
    let card = blank_for(&sales, &id(&company), "key-account").await;
    let answers = json!({ "company_name": "晋北恒远煤炭运销有限公司", "rep_name": "郭远山", "rep_sex": "male" });
    let card = filled(&sales, &card, &answers).await;
    let mut after = answers.clone();
    after["rep_name"] = json!("郭守正");
    after["rep_sex"] = json!(null);
    let refused = put_as(&sales, &card, &json!({ "answers": after })).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    let sentence = "属于重大变动事项，请在下面「变动」里写明生效日期和依据；原来填错的，选「更正录入错误」并写依据";
    assert!(
        refused.detail("rep_name").contains(sentence),
        "{}",
        refused.text
    );
    assert!(
        refused.detail("rep_sex").is_empty(),
        "it is not guarded: {}",
        refused.text
    );
    let form = format!(
        "version=x&!version={}&company_name=晋北恒远煤炭运销有限公司&rep_name=郭守正",
        card["version"]
    );
    let page = sales.submit(&format!("/cards/{}", id(&card)), &form).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text.contains(sentence) && page.text.contains("change.effective_on"),
        "{}",
        page.text
    );
    let body =
        json!({ "answers": after, "change": { "effective_on": "2026-10-08", "proof": "来函" } });
    let saved = put_as(&sales, &card, &body).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let list = sales
        .get(&format!("{}/changes", path(&company)))
        .await
        .json();
    let keys = ["kind", "effective_on", "card", "field", "before", "after"];
    let card = id(&card);
    assert_eq!(
        told(&list, &keys),
        [[
            "legal_representative",
            "2026-10-08",
            &card,
            "rep_name",
            "郭远山",
            "郭守正"
        ]]
    );
}
