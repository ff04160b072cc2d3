//! What is not handed out, and how that is said.

use kedang_testkit::{Engine, TestApp, both_engines};

use super::noted;
use crate::list_pages::filled;

const SENTENCE: &str = "您的岗位不能导出或打印客户列表和整份档案，请找部门主管、信息部或总经理";

#[both_engines]
async fn d02_3_a_list_leaves_only_with_those_who_have_the_right(engine: Engine) {
    let test = TestApp::start(engine).await;
    filled(&test.caller("sales").await, "甲", &[]).await;
    for login in ["sales", "archivist", "auditor", "admin", "security"] {
        let caller = test.caller(login).await;
        // The right is asked before anything else: nothing is told of what could have been asked.
        for path in [
            "/customers/export?format=csv",
            "/customers/export?format=doc",
            "/customers/export?format=xlsx&wat=1",
            "/customers/print",
        ] {
            let page = caller.get(path).await;
            assert_eq!(page.status, 403, "{login} {path}");
            assert!(
                page.text.contains(SENTENCE),
                "{login} {path}: {}",
                page.text
            );
            assert!(!page.text.contains("甲"), "{login} {path}");
        }
        let refused = caller.get("/api/v1/customer-list?format=csv").await;
        assert_eq!(refused.status, 403, "{login}");
        assert_eq!(refused.code(), "export.not_allowed", "{login}");
        assert_eq!(refused.json()["title"], SENTENCE, "{login}");
    }
    let list = test.caller("sales").await.get("/customers").await.text;
    assert!(list.contains("甲") && !list.contains("/customers/export"));
    assert!(!list.contains("/customers/print"));
    for login in ["head", "steward", "gm"] {
        let list = test
            .caller(login)
            .await
            .get("/customers?stage=proposed")
            .await;
        for href in [
            "href=\"/customers/export?stage=proposed&amp;format=xlsx\"",
            "href=\"/customers/export?stage=proposed&amp;format=csv\"",
            "href=\"/customers/print?stage=proposed\"",
        ] {
            assert!(list.text.contains(href), "{login} {href}");
        }
    }
    for action in ["customer.export", "customer.print"] {
        assert!(noted(&test, action).await.is_empty(), "{action}");
    }
}

#[both_engines]
async fn t_30_a_wrong_format_or_condition_is_named(engine: Engine) {
    let test = TestApp::start(engine).await;
    filled(&test.caller("sales").await, "甲", &[]).await;
    let head = test.caller("head").await;
    for format in [
        "",
        "?format=",
        "?format=doc",
        "?format=jsonl",
        "?format=CSV",
    ] {
        let page = head.get(&format!("/customers/export{format}")).await;
        let sentence = "文件格式（format）只有 xlsx、csv 和 vcf 三种";
        assert!(
            page.status == 422 && page.text.contains(sentence),
            "{format}"
        );
        let refused = head.get(&format!("/api/v1/customer-list{format}")).await;
        assert_eq!(refused.status, 422, "{format}");
        assert_eq!(refused.detail("format"), sentence, "{format}");
    }
    for path in [
        "/customers/export?format=csv&q=%E7%94%B2",
        "/customers/print?q=%E7%94%B2",
    ] {
        let page = head.get(path).await;
        let sentence = "查找的结果不能导出或打印，请改用「条件」列出来";
        assert!(page.status == 422 && page.text.contains(sentence), "{path}");
    }
    for (query, code) in [
        ("stage=gone", "list.value_unknown"),
        ("columns=password_hash", "list.column_unknown"),
        ("q=a", "list.field_unknown"),
        ("answer.mining.nowhere=x", "list.answer_unknown"),
    ] {
        let path = format!("/api/v1/customer-list?format=csv&{query}");
        let refused = head.get(&path).await;
        assert_eq!(refused.status, 422, "{query}");
        let errors = refused.json()["errors"].clone();
        assert_eq!(errors[0]["code"], code, "{query}");
    }
    for path in [
        "/customers/export?format=csv&stage=gone",
        "/customers/print?answer.mining.nowhere=x",
    ] {
        let page = head.get(path).await;
        assert!(
            page.status == 422 && page.text.contains("这样列不出来"),
            "{path}"
        );
    }
    let other = "/customers/print?view=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    assert_eq!(head.get(other).await.status, 404);
    assert!(noted(&test, "customer.export").await.is_empty());
}
