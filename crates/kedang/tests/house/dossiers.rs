//! A whole dossier leaves the house: with whom, what is in it, how it is noted.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank_for, text};
use crate::customers::opened;
use crate::edits::id;

fn record(customer: &Value) -> String {
    format!("/api/v1/customers/{}/dossier", id(customer))
}

fn bound(customer: &Value) -> String {
    format!("/customers/{}/dossier.pdf", id(customer))
}

/// How often a dossier was noted as gone, and what was said of the last.
async fn gone(test: &TestApp) -> (usize, String) {
    let sql = "select p.payload from audit a join audit_payloads p on p.audit_id = a.id where a.action = 'customer.dossier' order by a.at, a.id";
    let rows = test.look(move |tx| Ok(tx.query(sql, &[], |row| row.get::<String>(0))?));
    let rows = rows.await.expect("read");
    (rows.len(), rows.last().cloned().unwrap_or_default())
}

#[both_engines]
async fn t_30_a_dossier_leaves_with_who_may_take_out_alone(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "欧阳温宁", "individual").await;
    for login in ["sales", "archivist", "auditor", "admin"] {
        let caller = test.caller(login).await;
        let refused = caller.get(&record(&customer)).await;
        assert_eq!(refused.status, 403, "{login}");
        assert_eq!(refused.code(), "export.not_allowed", "{login}");
        let page = caller.get(&bound(&customer)).await;
        assert_eq!(page.status, 403, "{login}");
        let sentence = "您的岗位不能导出或打印客户列表和整份档案";
        assert!(page.text.contains(sentence), "{login}: {}", page.text);
    }
    let gm = test.caller("gm").await;
    let nobody = json!({ "id": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" });
    assert_eq!(gm.get(&record(&nobody)).await.status, 404);
    assert_eq!(gm.get(&bound(&nobody)).await.status, 404);
    let page = format!("/customers/{}", id(&customer));
    let offered = gm.get(&page).await.text;
    for href in [&record(&customer), &bound(&customer)] {
        assert!(offered.contains(&format!("href=\"{href}\"")), "{href}");
    }
    let plain = sales.get(&page).await.text;
    assert!(!plain.contains("dossier.pdf"), "no way to a refusal");
    assert_eq!(gm.get(&record(&customer)).await.status, 200);
    let line = gm.get(&format!("{page}/timeline")).await;
    assert!(line.text.contains("导出档案"), "{}", line.text);
    // A card of 客户信息档案 makes it one for named readers: it leaves with nobody.
    blank_for(&sales, &id(&customer), "person-profile").await;
    for path in [record(&customer), bound(&customer)] {
        let refused = gm.get(&path).await;
        assert_eq!(refused.status, 403, "{path}");
    }
    assert_eq!(gm.get(&record(&customer)).await.code(), "export.not_this");
    assert!(!gm.get(&page).await.text.contains("dossier.pdf"));
    assert_eq!(gone(&test).await.0, 1, "what was refused is not noted");
}

#[both_engines]
async fn t_30_a_dossier_holds_all_of_a_customer_and_is_noted(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let customer = opened(&steward, "温絮宁", "individual").await;
    let key = id(&customer);
    let card = blank_for(&steward, &key, "salon-care").await;
    let rows = format!("/api/v1/cards/{}/rows/visits", text(&card["id"]));
    // More than a page of them: of a dossier nothing is left out.
    for n in 1..=203 {
        let cells = json!({ "date": "2026-11-25", "item": format!("护理{n}"), "amount": "29800", "effect": "泛红减退" });
        let row = steward.post(&rows, &json!({ "cells": cells })).await;
        assert_eq!(row.status, 201, "{}", row.text);
    }
    let talk = json!({ "channel": "visit", "happened_on": "2026-11-24", "summary": "看样" });
    let path = format!("/api/v1/customers/{key}/contacts");
    assert_eq!(steward.post(&path, &talk).await.status, 201);
    let path = format!("/api/v1/customers/{key}/attachments?purpose=document&name=a.pdf");
    let kept = steward.upload(&path, b"%PDF-1.4\n%%EOF\n").await;
    assert_eq!(kept.status, 201, "{}", kept.text);

    let taken = steward.get(&record(&customer)).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    let found = taken.json();
    assert_eq!(found["shape"], 1);
    assert_eq!(found["taken_by"], "白晗");
    assert_eq!(found["customer"]["name"], "温絮宁");
    let visits = found["cards"][0]["rows"]["visits"].as_array();
    let visits = visits.expect("rows");
    assert_eq!(visits.len(), 203);
    assert_eq!(visits[202]["cells"]["item"], "护理1");
    assert_eq!(found["contacts"][0]["summary"], "看样");
    assert_eq!(found["attachments"][0]["sha256"], kept.json()["sha256"]);
    let happened = found["timeline"].as_array().expect("a line");
    assert!(happened.iter().any(|one| one["action"] == "row.add"));
    let (count, said) = gone(&test).await;
    let said: Value = serde_json::from_str(&said).expect("a payload");
    assert_eq!((count, &said["format"]), (1, &json!("json")));
    assert_eq!(said["cards"][0][0], card["id"]);

    let pages = steward.get(&bound(&customer)).await;
    assert_eq!(pages.status, 200, "{}", pages.text);
    assert!(pages.bytes.starts_with(b"%PDF-"));
    let (count, said) = gone(&test).await;
    assert!(count == 2 && said.contains("\"pdf\""), "{count} {said}");
}

#[both_engines]
async fn d02_3_a_card_is_a_pdf_for_programs_and_the_same_bytes_again(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let card = blank_for(&sales, &id(&customer), "salon-care").await;
    let path = format!("/api/v1/cards/{}/pdf", text(&card["id"]));
    for login in ["sales2", "auditor"] {
        let hidden = test.caller(login).await.get(&path).await;
        assert_eq!(hidden.status, 404, "{login}");
        assert_eq!(hidden.code(), "card.not_found", "{login}");
    }
    let first = sales.get(&path).await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert!(first.bytes.starts_with(b"%PDF-"));
    assert!(
        first.bytes == sales.get(&path).await.bytes,
        "the same card at the same time is the same file"
    );
    let sql = "select cast(count(*) as bigint) from audit where action = 'card.print'";
    let noted = test.look(move |tx| Ok(tx.first(sql, &[], |row| row.get::<i64>(0))?));
    assert_eq!(noted.await.expect("read"), Some(2));
}

#[both_engines]
async fn t_38_card_form_list_and_dossier_come_on_paper_and_as_pdf(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let customer = opened(&steward, "温絮宁", "individual").await;
    let card = blank_for(&steward, &id(&customer), "salon-card").await;
    let page = format!("/cards/{}/paper", text(&card["id"]));
    let list = "/customers/print";
    let hidden = test.caller("sales").await;
    for path in [&page, &format!("{page}.pdf"), &bound(&json!({ "id": "x" }))] {
        assert_eq!(hidden.get(path).await.status, 404, "{path}");
    }
    for path in [list, &bound(&customer)] {
        let refused = hidden.get(path).await;
        assert_eq!(refused.status, 403, "{path}");
        let sentence = "您的岗位不能导出或打印客户列表和整份档案";
        assert!(refused.text.contains(sentence), "{path}: {}", refused.text);
    }
    let nothing = steward.get("/forms/nothing/paper.pdf").await;
    assert_eq!(nothing.status, 404);
    let title = "美容院客户资料档案";
    for (path, words) in [
        (page.as_str(), ["温絮宁", title]),
        (list, ["温絮宁", "客户一览表"]),
    ] {
        let shown = steward.get(path).await;
        assert_eq!(shown.status, 200, "{path}");
        for word in words {
            assert!(shown.text.contains(word), "{path}: {word}");
        }
    }
    for path in [
        format!("{page}.pdf"),
        "/forms/salon-card/paper.pdf".to_owned(),
        bound(&customer),
    ] {
        let file = steward.get(&path).await;
        assert_eq!(file.status, 200, "{path}");
        assert_eq!(file.headers["content-type"], "application/pdf", "{path}");
        assert!(file.bytes.starts_with(b"%PDF-"), "{path}");
        assert!(file.bytes.trim_ascii_end().ends_with(b"%%EOF"), "{path}");
    }
}
