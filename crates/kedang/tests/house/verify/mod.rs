//! `kedang verify`: a sound house passes, and whatever is turned over in it is found and named.

mod command;
mod turned;

use kedang_app::verify::Report;
use kedang_testkit::{Engine, TestApp, both_engines};
use kedang_words::{Lang, Tongue, Words};
use serde_json::json;

use crate::cards::{blank_for, filled, on_file, strokes, text, with};
use crate::customers::opened;
use crate::edits::id;

/// A company with a signed card, a signed row, papers, a merge and somebody in the bin.
pub(crate) async fn house(engine: Engine) -> TestApp {
    let test = TestApp::start(engine).await;
    test.app
        .give_post("sales", "beauty_consultant")
        .await
        .expect("a post");
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "温絮宁", "individual").await;
    let card = blank_for(&sales, &id(&customer), "salon-card").await;
    let paper = on_file(&sales, &card, "合同.pdf").await;
    let answers = with(&json!({ "blood": "a" }));
    let card = filled(&sales, &card, &answers).await;
    let signature = json!({
        "field": "customer_sign", "signer": "温絮宁", "revision": card["revision"], "strokes": strokes(),
    });
    let path = format!("/api/v1/cards/{}/signatures", text(&card["id"]));
    let signed = sales.post(&path, &signature).await;
    assert_eq!(signed.status, 201, "{}", signed.text);
    let care = blank_for(&sales, &id(&customer), "salon-care").await;
    let path = format!("/api/v1/cards/{}/rows/visits", text(&care["id"]));
    let cells = json!({
        "date": "2026-11-25", "item": "补水导入", "amount": "298", "effect": { "none": true },
    });
    let row = sales.post(&path, &json!({ "cells": cells })).await;
    assert_eq!(row.status, 201, "{}", row.text);
    let sign = json!({ "field": "customer_sign", "signer": "温絮宁", "strokes": strokes() });
    let path = format!("{path}/{}/signatures", text(&row.json()["id"]));
    let signed = sales.post(&path, &sign).await;
    assert_eq!(signed.status, 201, "{}", signed.text);

    let other = opened(&sales, "澄岸机械", "organization").await;
    let one = opened(&sales, "苏州澄岸精密机械有限公司", "organization").await;
    let contact = json!({
        "channel": "call", "direction": "in", "happened_on": "2026-11-25", "summary": "问交期",
        "files": [paper["ref"]],
    });
    let path = format!("/api/v1/customers/{}/contacts", id(&customer));
    let called = sales.post(&path, &contact).await;
    assert_eq!(called.status, 201, "{}", called.text);
    let merge = json!({
        "survivor": one["id"], "absorbed": other["id"], "choices": {},
        "versions": { "survivor": one["version"], "absorbed": other["version"] },
    });
    let steward = test.caller("steward").await;
    let merged = steward.post("/api/v1/merges", &merge).await;
    assert_eq!(merged.status, 201, "{}", merged.text);
    test
}

fn checked(test: &TestApp) -> Report {
    kedang_app::verify::verify(&test.app.store, test.files()).expect("checked")
}

fn sentences(report: &Report) -> String {
    let words = Words::load().expect("the words");
    let tongue = Tongue::new(&words, Lang::Zh);
    let mut all = String::new();
    for fault in &report.problems {
        let args: Vec<_> = fault
            .args
            .iter()
            .map(|(name, arg)| match arg {
                kedang_core::Arg::Text(text) => (*name, text.as_str().into()),
                kedang_core::Arg::Number(number) => (*name, (*number).into()),
            })
            .collect();
        all.push_str(&tongue.with(fault.code, &args));
        all.push('\n');
    }
    all
}

#[both_engines]
async fn a_sound_house_passes_and_is_counted(engine: Engine) {
    let test = house(engine).await;
    let report = checked(&test);
    assert_eq!(sentences(&report), "");
    assert!(report.ok());
    for (table, rows) in [
        ("customers", 3),
        ("cards", 2),
        ("signatures", 2),
        ("files", 1),
    ] {
        assert_eq!(report.counts[table], rows, "{table}");
    }
    assert_eq!(report.digest, checked(&test).digest, "nothing changed");
    // What is volatile or derived does not count; a word that changed does.
    let sales = test.caller("sales").await;
    sales.get("/api/v1/customers").await;
    let with_token = checked(&test);
    test.app
        .store
        .write_blocking(|tx| -> Result<(), kedang_store::StoreError> {
            tx.execute("delete from card_values", &[])?;
            tx.execute("delete from tokens", &[])?;
            Ok(())
        })
        .expect("written");
    assert_eq!(checked(&test).digest, with_token.digest);
    test.app
        .store
        .write_blocking(|tx| {
            tx.execute(
                "update customers set how_met = 'x' where code = 'KH-00001'",
                &[],
            )
        })
        .expect("written");
    assert_ne!(checked(&test).digest, with_token.digest);
}

/// The same content has the same digest, whichever engine holds it.
#[tokio::test]
async fn the_digest_is_the_same_on_both_engines() {
    let (one, two) = (house(Engine::Sqlite).await, house(Engine::Postgres).await);
    // The two ran in one process, which counts its requests.
    same_requests(&one, "drop trigger audit_is_never_changed");
    same_requests(&two, "drop trigger audit_is_never_changed on audit");
    let (one, two) = (checked(&one), checked(&two));
    assert_eq!(one.counts, two.counts);
    assert_eq!(one.digest, two.digest);
}

fn same_requests(test: &TestApp, unguard: &'static str) {
    let done = test.app.store.write_blocking(move |tx| {
        tx.execute(unguard, &[])?;
        tx.execute("update audit set request_id = ''", &[])
    });
    assert!(done.expect("written") > 0);
}
