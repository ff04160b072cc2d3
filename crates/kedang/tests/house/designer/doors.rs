//! Who may design, and that nobody else learns anything.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{copied, version};
use crate::cards::blank;
use crate::customers::opened;

const NOBODYS: &str = "/form-drafts/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

#[both_engines]
async fn forms_are_designed_by_stewards_alone(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    let at = version(&steward, &draft).await;
    for login in [
        "sales",
        "head",
        "gm",
        "archivist",
        "auditor",
        "admin",
        "security",
    ] {
        let caller = test.caller(login).await;
        for path in [
            "/forms",
            "/forms/salon-card",
            "/forms/salon-card/copy",
            &draft,
            NOBODYS,
        ] {
            let answer = caller.get(path).await;
            assert_eq!(answer.status, 403, "{login} {path}");
            assert!(answer.text.contains("表样由信息部设计"), "{login} {path}");
            assert!(!answer.text.contains("贵宾卡"), "{login} {path}");
        }
        for path in ["edits", "reversal", "deletion", "publication"] {
            let body = format!("version={at}&act=title&label=我的");
            let answer = caller.submit(&format!("{draft}/{path}"), &body).await;
            assert_eq!(answer.status, 403, "{login} {path}");
        }
        let copy = "from=salon-card&short=mine&label=我的&label_en=";
        assert_eq!(
            caller.submit("/forms/copies", copy).await.status,
            403,
            "{login}"
        );
        assert_eq!(
            caller.get("/api/v1/form-drafts").await.code(),
            "form_draft.forbidden"
        );
        assert!(
            !caller
                .get("/account")
                .await
                .text
                .contains("href=\"/forms\""),
            "{login}"
        );
    }
    assert!(
        steward
            .get("/account")
            .await
            .text
            .contains("href=\"/forms\"")
    );
    for absent in [NOBODYS, "/form-drafts/x"] {
        let answer = steward.get(absent).await;
        assert_eq!(answer.status, 404, "{absent}");
        assert!(answer.text.contains("没有这份草稿"));
    }
    assert_eq!(steward.get("/forms/own-nothing").await.status, 404);
    assert_eq!(version(&steward, &draft).await, at, "nothing was done");
}

/// A number must not tell what a page would hide: a card in a dossier of class 3 is not counted.
#[both_engines]
async fn cards_are_counted_as_far_as_the_reader_sees(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, steward) = (test.caller("sales").await, test.caller("steward").await);
    let line = |text: &str, key: &str| {
        let before = text
            .split(&format!(" · {key}</small>"))
            .next()
            .unwrap_or("");
        before.rsplit("<small>").next().unwrap_or("").to_owned()
    };
    let card = blank(&sales, "salon-card").await;
    let page = steward.get("/forms").await;
    assert!(
        line(&page.text, "salon-card").ends_with("1 张卡"),
        "{}",
        page.text
    );
    assert!(line(&page.text, "key-account").ends_with("还没有卡"));
    // 客户信息档案 raises the dossier to class 3: its cards are no longer the steward's to count.
    let path = format!(
        "/api/v1/customers/{}/cards",
        card["customer_id"].as_str().unwrap_or("")
    );
    let raised = opened(&sales, "苏州绣娘丝织有限公司", "organization").await;
    let hidden = format!(
        "/api/v1/customers/{}/cards",
        raised["id"].as_str().unwrap_or("")
    );
    for form in ["customer-card", "customer-profile"] {
        let answer = sales.post(&hidden, &json!({ "form": form })).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
    }
    assert_eq!(steward.get(&hidden).await.status, 404);
    assert_eq!(steward.get(&path).await.status, 200);
    let page = steward.get("/forms").await;
    assert!(
        line(&page.text, "customer-card").ends_with("还没有卡"),
        "{}",
        page.text
    );
}

#[both_engines]
async fn drafts_are_listed_and_published_as_json(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let draft = copied(&steward, "salon-card", "vip-card", "贵宾卡").await;
    let list = steward.get("/api/v1/form-drafts").await.json();
    let one = &list["items"][0];
    assert_eq!(
        (&one["form"], &one["from"]),
        (&json!("own-vip-card"), &json!("salon-card"))
    );
    assert!(one.get("definition").is_none(), "a list, not the forms");
    let to = format!("/api/v1{draft}/publication");
    let send = |version: &'static str| {
        let caller = steward.clone().header("if-match", version);
        let to = to.clone();
        async move { caller.post(&to, &json!({})).await }
    };
    let late = send("\"7\"").await;
    assert_eq!(late.status, 412);
    assert_eq!(late.code(), "form_draft.changed");
    let answer = send("\"1\"").await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    assert_eq!(
        answer.json(),
        json!({ "form": "own-vip-card", "version": 1 })
    );
    assert_eq!(
        steward.get("/api/v1/form-drafts").await.json()["items"],
        json!([])
    );
    let again = steward
        .submit(&format!("{draft}/publication"), "version=1")
        .await;
    assert_eq!(again.status, 404, "published once");
}
