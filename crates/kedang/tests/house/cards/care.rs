//! The running care log: one row a visit, corrected by a new row, signed twice (D01-13).

use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, count, filled, found, on_file, put, strokes, text};

fn visit(day: &str, amount: &str) -> Value {
    json!({ "date": day, "item": "补水导入", "amount": amount, "effect": { "none": true } })
}

fn path(card: &Value) -> String {
    format!("/api/v1/cards/{}/rows/visits", text(&card["id"]))
}

async fn add(caller: &Caller, card: &Value, cells: &Value) -> Answer {
    caller.post(&path(card), &json!({ "cells": cells })).await
}

async fn sign(caller: &Caller, card: &Value, row: &Value, body: Value) -> Answer {
    let mut body = body;
    body["strokes"] = strokes();
    let path = format!("{}/{}/signatures", path(card), text(&row["id"]));
    caller.post(&path, &body).await
}

/// The sentence against the cell of a refused row, whose id nobody knows.
fn detail(answer: &Answer, column: &str) -> String {
    let errors = answer.json()["errors"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let ends = |e: &&Value| text(&e["field"]).ends_with(&format!(".{column}"));
    errors
        .iter()
        .find(ends)
        .map_or(String::new(), |e| text(&e["detail"]))
}

#[both_engines]
async fn d01_13_a_visit_is_checked_and_signed_twice(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-care").await;
    for (cells, column, sentence) in [
        (
            visit("2026-11-24", "29800"),
            "date",
            "「日期」不能早于建卡日期 2026-11-25",
        ),
        (visit("2026-11-26", "29800"), "date", "「日期」不能晚于今天"),
        (visit("2026-11", "29800"), "date", "要写明年、月、日"),
        (
            visit("2026-11-25", "-100"),
            "amount",
            "「护理金额」不能小于 0，现在是 -1",
        ),
        (
            json!({ "date": "2026-11-25", "amount": "0" }),
            "item",
            "请填「护理项目」",
        ),
        (
            json!({ "date": "2026-11-25", "item": "x" }),
            "amount",
            "请填「护理金额」",
        ),
    ] {
        let answer = add(&sales, &card, &cells).await;
        assert_eq!(answer.status, 422, "{cells}");
        assert!(
            detail(&answer, column).contains(sentence),
            "{cells}: {}",
            answer.text
        );
    }
    assert_eq!(
        count(&test, "select count(*) from card_rows").await,
        0,
        "nothing half-saved"
    );

    let row = add(&sales, &card, &visit("2026-11-25", "29800")).await;
    assert_eq!(row.status, 201, "{}", row.text);
    let row = row.json();
    let missing = |column: &str| format!("visits.{}.{column}", text(&row["id"]));
    assert_eq!(
        found(&row, &missing("customer_sign")),
        ["incomplete form.signature_missing"]
    );
    assert_eq!(
        found(&row, &missing("beautician_sign")),
        ["incomplete form.signature_missing"]
    );
    let by_post = json!({ "field": "beautician_sign" });
    let refused = sign(&sales, &card, &row, by_post.clone()).await;
    assert_eq!(refused.status, 422, "no beautician");
    assert_eq!(
        detail(&refused, "beautician_sign"),
        "签「美容师签字」的人须有「美容师」职务"
    );
    test.app
        .give_post("sales", "beautician")
        .await
        .expect("a post");
    assert_eq!(sign(&sales, &card, &row, by_post).await.status, 201);
    let customer = json!({ "field": "customer_sign", "signer": "温絮宁" });
    let signed = sign(&sales, &card, &row, customer.clone()).await.json();
    assert_eq!(signed["findings"], json!([]), "both have signed");
    assert_eq!(signed["signatures"][0]["content_hash"], row["content_hash"]);
    let twice = sign(&sales, &card, &row, customer.clone()).await;
    assert_eq!(
        (twice.status.as_u16(), twice.code().as_str()),
        (409, "signature.there_already")
    );
}

/// A correction is a new row; the old one stays with its signatures.
#[both_engines]
async fn d01_13_a_visit_is_corrected_by_a_new_row(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-care").await;
    let row = add(&sales, &card, &visit("2026-11-25", "29800"))
        .await
        .json();
    let customer = json!({ "field": "customer_sign", "signer": "温絮宁" });
    assert_eq!(
        sign(&sales, &card, &row, customer.clone()).await.status,
        201
    );
    let body = json!({ "cells": visit("2026-11-25", "23800"), "corrects": row["id"] });
    let new = sales.post(&path(&card), &body).await;
    assert_eq!(new.status, 201, "{}", new.text);
    let new = new.json();
    let rows = sales.get(&path(&card)).await.json();
    assert_eq!(rows["items"][0]["corrects"], row["id"]);
    assert_eq!(rows["items"][1]["corrected_by"], new["id"]);
    assert_eq!(
        rows["items"][1]["cells"]["amount"], "29800",
        "not overwritten"
    );
    assert_eq!(
        rows["items"][1]["signatures"].as_array().map(Vec::len),
        Some(1)
    );
    let again = sales.post(&path(&card), &body).await;
    assert_eq!(
        (again.status.as_u16(), again.code().as_str()),
        (409, "card.row_corrected")
    );
    let late = sign(&sales, &card, &row, customer).await;
    assert_eq!(late.code(), "card.row_corrected");
    let amounts =
        "select cast(sum(number_value) as bigint) from card_values where field = 'visits.amount'";
    assert_eq!(
        count(&test, amounts).await,
        23_800,
        "filters see what counts"
    );
}

#[both_engines]
async fn d01_13_rows_are_reached_one_way_and_page_by_page(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-care").await;
    let rows = json!({ "visits": [{ "id": "v1", "cells": visit("2026-11-25", "1") }] });
    let answer = put(&sales, &card, &rows).await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.detail("visits").contains("逐行另存"),
        "{}",
        answer.text
    );
    for n in 1..=5 {
        let row = add(&sales, &card, &visit("2026-11-25", &n.to_string())).await;
        assert_eq!(row.status, 201, "{}", row.text);
    }
    let first = sales.get(&format!("{}?limit=3", path(&card))).await.json();
    let next = text(&first["next_cursor"]);
    let rest = sales
        .get(&format!("{}?limit=3&cursor={next}", path(&card)))
        .await
        .json();
    let amounts = |page: &Value| {
        let items = page["items"].as_array().cloned().unwrap_or_default();
        items
            .iter()
            .map(|r| text(&r["cells"]["amount"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (amounts(&first), amounts(&rest)),
        (
            vec!["5".into(), "4".into(), "3".into()],
            vec!["2".into(), "1".into()]
        )
    );
    assert_eq!(rest["next_cursor"], Value::Null);
    for (path, status, code) in [
        (
            format!("{}?cursor=x", path(&card)),
            422,
            "list.cursor_wrong",
        ),
        (
            path(&card).replace("visits", "prescription"),
            404,
            "card.no_such_rows",
        ),
        (
            path(&card).replace("visits", "nothing"),
            404,
            "card.no_such_rows",
        ),
    ] {
        let answer = sales.get(&path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (status, code),
            "{path}"
        );
    }
    let other = blank(&sales, "salon-care").await;
    let rows = sales.get(&path(&card)).await.json();
    let body = json!({ "cells": visit("2026-11-25", "1"), "corrects": rows["items"][0]["id"] });
    let answer = sales.post(&path(&other), &body).await;
    assert_eq!(answer.code(), "card.row_not_found", "a row of another card");
    // Rows change neither the card nor what was signed on it.
    let recipe = json!({ "prescription": [on_file(&sales, &card, "recipe.pdf").await] });
    let saved = filled(&sales, &card, &recipe).await;
    assert_eq!(saved["revision"], 1);
}

/// Nobody changes a row, not even past the application.
#[both_engines]
async fn d01_13_the_database_refuses_to_change_a_row(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-care").await;
    assert_eq!(
        add(&sales, &card, &visit("2026-11-25", "1")).await.status,
        201
    );
    for sql in [
        "update card_rows set answers = '{}'",
        "update forms set definition = '{}'",
        "delete from forms",
    ] {
        let done = test
            .app
            .store
            .write(move |tx| -> Result<u64, kedang_app::AppError> { Ok(tx.execute(sql, &[])?) })
            .await;
        assert!(done.is_err(), "{sql}");
    }
}
