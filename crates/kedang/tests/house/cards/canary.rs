//! A sensitive answer (P2) stands in the table `sealed` and nowhere else.

use kedang_core::digest::hex;
use kedang_store::Engine as Kind;
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{blank_for, filled, sign, text, with};
use crate::customers::opened;

const CANARY: &str = "金丝雀zqxwcanary";

/// Every table but `sealed`, each row as text and as hexadecimal.
async fn dump(test: &TestApp) -> Vec<(String, String)> {
    let rows = test.look(|tx| {
        let mut all = Vec::new();
        let tables = match tx.engine() {
            Kind::Sqlite => "select name from sqlite_master where type = 'table'",
            Kind::Postgres => {
                "select cast(tablename as text) from pg_tables where schemaname = current_schema()"
            }
        };
        let tables = tx.query(tables, &[], |row| row.get::<String>(0))?;
        for table in tables {
            let sql = match tx.engine() {
                Kind::Sqlite => {
                    let columns: &'static str =
                        format!("select name from pragma_table_info('{table}')").leak();
                    let columns = tx.query(columns, &[], |row| row.get::<String>(0))?;
                    let columns: Vec<_> = columns
                        .iter()
                        .map(|c| format!("coalesce(hex(\"{c}\"), '')"))
                        .collect();
                    format!("select {} from \"{table}\"", columns.join(" || '|' || "))
                }
                Kind::Postgres => format!("select cast(t as text) from \"{table}\" t"),
            };
            let sql: &'static str = sql.leak();
            tx.each(sql, &[], |row| {
                all.push((table.clone(), row.get::<String>(0)?));
                Ok(())
            })?;
        }
        Ok(all)
    });
    rows.await.expect("dumped")
}

fn holds(text: &str) -> bool {
    let (raw, ascii) = (hex(CANARY.as_bytes()), hex(b"zqxwcanary"));
    let (upper, ascii_upper) = (raw.to_uppercase(), ascii.to_uppercase());
    [CANARY, "zqxwcanary", &raw, &upper, &ascii, &ascii_upper]
        .iter()
        .any(|form| text.contains(*form))
}

#[both_engines]
async fn p2_answers_are_in_the_sealed_table_and_nowhere_else(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = text(&opened(&sales, "温絮宁", "individual").await["id"]);
    let card = blank_for(&sales, &customer, "salon-card").await;
    let card = filled(&sales, &card, &with(&json!({ "allergy_history": CANARY }))).await;
    let hand = json!({ "field": "customer_sign", "signer": "温絮宁" });
    assert_eq!(sign(&sales, &card, hand).await.status, 201);
    let care = blank_for(&sales, &customer, "salon-care").await;
    let rows = format!("/api/v1/cards/{}/rows/visits", text(&care["id"]));
    let cells = json!({ "date": "2026-11-25", "item": "补水", "amount": "0", "effect": CANARY, "note": "甲乙丙" });
    let body = json!({ "cells": cells });
    let row = sales.post(&rows, &body).await.json();
    assert_eq!(row["cells"]["effect"], CANARY, "who may edit sees it");
    let body = json!({ "cells": cells, "corrects": row["id"] });
    assert_eq!(sales.post(&rows, &body).await.status, 201);
    let archivist = test.caller("archivist").await;
    assert!(!archivist.get(&rows).await.text.contains("canary"));

    let all = dump(&test).await;
    let found: Vec<&str> = all
        .iter()
        .filter(|(_, text)| holds(text))
        .map(|(table, _)| table.as_str())
        .collect();
    assert_eq!(found, ["sealed"; 3], "one revision and two rows");
    // The dump sees what is not sealed: else the test would prove nothing.
    let note = |text: &str| {
        text.contains("甲乙丙") || text.contains(&hex("甲乙丙".as_bytes()).to_uppercase())
    };
    assert!(
        all.iter()
            .any(|(table, text)| table == "card_rows" && note(text))
    );
    let found = sales.get("/api/v1/search?q=zqxwcanary").await.json();
    assert_eq!(found["items"], json!([]));
}

/// The answer of a request with a key is kept in the shape of `sealed`, and for a day (ADR 24).
#[both_engines]
async fn with_a_key_the_answer_is_kept_beside_for_a_day_and_no_longer(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = text(&opened(&sales, "温絮宁", "individual").await["id"]);
    let care = blank_for(&sales, &customer, "salon-care").await;
    let rows = format!("/api/v1/cards/{}/rows/visits", text(&care["id"]));
    let cells = json!({ "date": "2026-11-25", "item": "补水", "amount": "0", "effect": CANARY });
    let keyed = sales.clone().header("idempotency-key", "k-1");
    let first = keyed.post(&rows, &json!({ "cells": cells })).await;
    assert_eq!(first.status, 201, "{}", first.text);
    let again = keyed.post(&rows, &json!({ "cells": cells })).await;
    assert_eq!(again.text, first.text);
    let tables = async || {
        let mut all = dump(&test).await;
        all.retain(|(_, text)| holds(text));
        let mut tables: Vec<String> = all.into_iter().map(|(table, _)| table).collect();
        tables.sort();
        tables
    };
    assert_eq!(tables().await, ["idempotency", "sealed"]);
    test.clock.advance(86_400_000_001);
    test.app.forget_answers().await.expect("forgotten");
    assert_eq!(tables().await, ["sealed"]);
}
