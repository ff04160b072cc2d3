//! The customer file of a mining group (D11-4): five things, all of them.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, found, on_file, refused, shown};

const FORM: &str = "mining";

fn and(more: &Value) -> Value {
    let mut answers = json!({ "company_name": "晋北恒远焦化有限公司" });
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

fn dealing(cells: &Value) -> Value {
    json!({ "traded": "yes", "dealings": [{ "id": "d1", "cells": cells }] })
}

/// All five things, with the two scans.
fn full(licence: &Value, tax: &Value) -> Value {
    and(&json!({
        "uscc": "914403001922038216",
        "licence_file": [licence],
        "tax_file": [tax], "tax_no": "140200000012345",
        "phone": "0352-5550118", "contact": "郭远山", "website": "http://www.hengyuan-coke.example",
        "credit": "付款及时，无诉讼", "credit_on": "2026-10", "credit_source": "财务部对账记录",
        "process": "捣固炼焦", "capacity": "年产 120 万吨焦炭", "materials": "主焦煤、肥煤",
        "investment": "35000000000", "traded": "yes",
        "dealings": [{ "id": "d1", "cells": {
            "date": "2026-08-16", "department": "diversified", "contract_no": "XS-2026-118", "product": "主焦煤",
            "quantity": "12000", "amount": "1860000000", "received": "1395000000",
        } }],
    }))
}

#[both_engines]
async fn d11_4_what_is_written_is_checked(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let file = |n: usize| json!(vec![json!({ "name": "照.jpg", "ref": "0193-scan" }); n]);
    let wrong = [
        (
            json!({ "company_name": null }),
            "company_name",
            "请填「客户名称」",
        ),
        (
            json!({ "licence_file": file(7) }),
            "licence_file",
            "「营业执照」最多 6 个附件",
        ),
        (
            json!({ "licence_file": { "none": true } }),
            "licence_file",
            "「营业执照」不能填「无」",
        ),
        (
            json!({ "website": "http:///index.html" }),
            "website",
            "没有网站名",
        ),
        (
            json!({ "credit_on": "2026-10" }),
            "credit_on",
            "要先填好「信用状况描述」",
        ),
        (
            json!({ "dealings": [{ "id": "d1", "cells": { "date": "2026-08", "product": "主焦煤" } }] }),
            "dealings",
            "要先填好「有无交易」",
        ),
        (
            dealing(&json!({ "date": "2026-11-26", "product": "主焦煤" })),
            "dealings.d1.date",
            "不能晚于今天",
        ),
        (
            dealing(&json!({ "date": "2026-08", "product": "主焦煤", "department": "export" })),
            "dealings.d1.department",
            "没有「export」这一项",
        ),
        (
            dealing(&json!({ "date": "2026-08", "product": "主焦煤", "quantity": "-3" })),
            "dealings.d1.quantity",
            "不能小于 0",
        ),
    ];
    refused(&sales, FORM, &and(&json!({})), &wrong).await;
    let card = blank(&sales, FORM).await;
    let more = dealing(
        &json!({ "date": "2026-08", "product": "主焦煤", "amount": "100", "received": "200" }),
    );
    let saved = filled(&sales, &card, &and(&more)).await;
    assert_eq!(
        found(&saved, "dealings.d1.received"),
        ["warning form.received_over_amount"]
    );
}

#[both_engines]
async fn d11_4_the_file_is_whole_only_with_all_five_things(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, FORM).await;
    let bare = filled(&sales, &card, &and(&json!({}))).await;
    let five = [
        "licence_file",
        "tax_file",
        "phone",
        "contact",
        "website",
        "credit",
        "process",
        "capacity",
        "materials",
        "investment",
        "traded",
    ];
    for field in five {
        assert_eq!(found(&bare, field).len(), 1, "{field} is missing");
    }
    assert_eq!(bare["fileable"], false);
    let told = bare["findings"].to_string();
    assert!(told.contains("「电话」还没有填，没有请选「无」"), "{told}");
    assert!(
        told.contains("「有无交易」还没有填\""),
        "no 无 there: {told}"
    );
    assert!(bare["findings"].to_string().contains("还没有附上扫描件"));
    let licence = on_file(&sales, &card, "licence.pdf").await;
    let tax = on_file(&sales, &card, "tax.pdf").await;
    let full = || full(&licence, &tax);
    let whole = filled(&sales, &bare, &full()).await;
    assert_eq!(whole["findings"], json!([]));
    assert_eq!(whole["fileable"], true);
    assert_eq!(whole["computed"]["received_share"], "75");
    // Take away any one of them, and it is not.
    let mut card = whole;
    for field in five {
        let mut answers = full();
        answers[field] = json!(null);
        // With it goes what hangs on it.
        for (gone, hangs) in [
            ("credit", "credit_on"),
            ("credit", "credit_source"),
            ("traded", "dealings"),
        ] {
            if gone == field {
                answers[hangs] = json!(null);
            }
        }
        card = filled(&sales, &card, &answers).await;
        assert_eq!(card["fileable"], false, "without {field}");
    }
    let card = filled(&sales, &card, &full()).await;
    assert_eq!(shown(&sales, &card).await["answers"], full());
    let open = "select count(*) from card_revisions where answers like '%付款及时%'";
    assert_eq!(count(&test, open).await, 0, "credit is kept sealed");
}
