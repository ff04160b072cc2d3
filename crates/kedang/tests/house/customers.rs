//! Customers through the JSON interface.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

/// Opens a customer and returns it.
pub(crate) async fn opened(caller: &Caller, name: &str, kind: &str) -> Value {
    let body = json!({ "name": name, "kind": kind, "how_met": "展会", "anyway": true });
    let answer = caller.post("/api/v1/customers", &body).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()
}

#[both_engines]
async fn d02_4_a_stub_needs_a_name_and_how_it_was_met(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;

    let body = json!({ "name": " ", "kind": "organization", "how_met": "" });
    let refused = sales.post("/api/v1/customers", &body).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.detail("name"), "请填客户名称");
    assert_eq!(
        refused.detail("how_met"),
        "请写明如何认识，例如：老客户介绍"
    );
    let list = sales.get("/api/v1/customers").await.json();
    assert_eq!(list["items"], json!([]), "nothing half-saved");

    let opened = opened(&sales, "苏州澄岸精密机械有限公司", "organization").await;
    insta::assert_json_snapshot!("opened", opened, { ".id" => "…", ".owner.id" => "…", ".department.id" => "…" });
    let path = format!("/api/v1/customers/{}", opened["id"].as_str().unwrap_or(""));
    let shown = sales.get(&path).await;
    assert_eq!(shown.json(), opened);
    assert_eq!(shown.headers["etag"], "\"1\"");
}

#[both_engines]
async fn a_wrong_field_is_named_with_what_would_be_right(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let cases = [
        (
            json!({ "mobile": "1381234567" }),
            "mobile",
            "现在是 10 位数字",
        ),
        (
            json!({ "uscc": "91350100M000100Y4" }),
            "uscc",
            "应为 18 位，现在是 17 位",
        ),
        (
            json!({ "uscc": "91350100M000100Y44" }),
            "uscc",
            "校验位不对",
        ),
        (json!({ "name": "甲\u{0}乙" }), "name", "控制字符"),
        (json!({ "name": "名".repeat(121) }), "name", "最多 120 个字"),
        (json!({ "kind": "公司" }), "kind", "请选择单位或个人"),
    ];
    for (wrong, field, sentence) in cases {
        let mut body = json!({ "name": "甲", "kind": "organization", "how_met": "展会" });
        for (key, value) in wrong.as_object().into_iter().flatten() {
            body[key] = value.clone();
        }
        let refused = sales.post("/api/v1/customers", &body).await;
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(
            refused.detail(field).contains(sentence),
            "{wrong}: {}",
            refused.text
        );
    }
}

#[both_engines]
async fn a_body_of_the_wrong_shape_is_refused_in_words(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let kind = Some("application/json");
    for (body, field) in [
        ("", ""),
        ("{", ""),
        ("[]", ""),
        ("{\"name\": 1}", "name"),
        (
            "{\"name\":\"甲\",\"kind\":\"organization\",\"how_met\":\"x\",\"wat\":1}",
            "wat",
        ),
        (
            "{\"name\":\"甲\",\"kind\":\"organization\",\"how_met\":\"x\"} 1",
            "",
        ),
    ] {
        let refused = sales
            .send(Method::POST, "/api/v1/customers", kind, Body::from(body))
            .await;
        assert_eq!(refused.status, 422, "{body}");
        assert_eq!(refused.code(), "request.body_wrong", "{body}");
        if !field.is_empty() {
            assert!(
                !refused.detail(field).is_empty(),
                "{body}: {}",
                refused.text
            );
        }
    }
}

#[both_engines]
async fn pages_follow_each_other_without_a_gap(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for n in 0..7 {
        opened(&sales, &format!("客户{n}"), "individual").await;
        // Two customers of the same moment now and then: the id decides between them.
        test.clock.advance(i64::from(n % 2));
    }
    let mut seen = Vec::new();
    let mut path = "/api/v1/customers?limit=3".to_owned();
    loop {
        let page = sales.get(&path).await.json();
        let items = page["items"].as_array().cloned().unwrap_or_default();
        seen.extend(
            items
                .iter()
                .map(|c| c["code"].as_str().unwrap_or("").to_owned()),
        );
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("/api/v1/customers?limit=3&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen[0], "KH-00007", "the newest first");
    let pairs = [&seen[1..3], &seen[3..5], &seen[5..7]].map(|pair| {
        let mut pair = pair.to_vec();
        pair.sort();
        pair.concat()
    });
    assert_eq!(
        pairs,
        ["KH-00005KH-00006", "KH-00003KH-00004", "KH-00001KH-00002"]
    );

    for bad in ["limit=0", "limit=201", "limit=x", "cursor=x"] {
        let refused = sales.get(&format!("/api/v1/customers?{bad}")).await;
        assert_eq!(refused.status, 422, "{bad}");
    }
    assert!(
        sales
            .get("/api/v1/customers?limit=201")
            .await
            .detail("limit")
            .contains("1 到 200")
    );
}
