//! One timeline per dossier (T-13).

use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank_for, filled, least, on_file, sign, text};
use crate::customers::opened;

/// An hour, µs.
const HOUR: i64 = 3_600_000_000;

async fn page(caller: &Caller, customer: &str, query: &str) -> Value {
    let path = format!("/api/v1/customers/{customer}/timeline?{query}");
    let answer = caller.get(&path).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

fn items(page: &Value) -> Vec<Value> {
    page["items"].as_array().cloned().unwrap_or_default()
}

#[both_engines]
async fn t_13_one_timeline_tells_everything_newest_first(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = sales.get("/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/timeline");
    assert_eq!(wrong.await.code(), "customer.not_found");
    let customer = text(&opened(&sales, "温絮宁", "individual").await["id"]);
    test.clock.advance(HOUR);
    let card = blank_for(&sales, &customer, "salon-card").await;
    test.clock.advance(HOUR);
    let paper = on_file(&sales, &card, "a.pdf").await;
    assert!(paper.is_object(), "{paper}");
    test.clock.advance(HOUR);
    let card = filled(&sales, &card, &least()).await;
    test.clock.advance(HOUR);
    let hand = json!({ "field": "customer_sign", "signer": "温絮宁" });
    assert_eq!(sign(&sales, &card, hand).await.status, 201);
    test.clock.advance(HOUR);
    let shown = sales
        .get(&format!("/api/v1/customers/{customer}"))
        .await
        .json();
    let body = json!({ "name": "温絮宁女士",
        "change": { "effective_on": "2026-11-25", "proof": "本人来电，身份证复印件" } });
    let version = shown["version"].as_i64().unwrap_or(0);
    let edited = sales
        .patch(&format!("/api/v1/customers/{customer}"), version, &body)
        .await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    test.clock.advance(24 * HOUR);
    let talk = json!({ "channel": "call", "direction": "in", "happened_on": "2026-11-26", "summary": "问护理" });
    let talk = sales
        .post(&format!("/api/v1/customers/{customer}/contacts"), &talk)
        .await;
    assert_eq!(talk.status, 201, "{}", talk.text);

    let whole = page(&sales, &customer, "limit=50").await;
    let told = items(&whole);
    let actions: Vec<_> = told.iter().map(|one| text(&one["action"])).collect();
    let order = [
        "contact",
        "customer.edit",
        "card.sign",
        "card.save",
        "attachment.add",
        "card.open",
        "customer.create",
    ];
    let known: Vec<_> = actions
        .iter()
        .filter(|a| order.contains(&a.as_str()))
        .collect();
    assert_eq!(known, order, "{actions:?}");
    let times: Vec<_> = told.iter().map(|one| text(&one["at"])).collect();
    assert!(times.is_sorted_by(|a, b| a >= b), "newest first: {times:?}");
    assert!(
        !whole.to_string().contains("问护理"),
        "what was said is in the log"
    );

    // Page by page it is the same line, without a gap and without a repeat.
    let (mut joined, mut query) = (Vec::new(), "limit=2".to_owned());
    loop {
        let one = page(&sales, &customer, &query).await;
        joined.extend(items(&one));
        let Some(next) = one["next_cursor"].as_str() else {
            break;
        };
        query = format!("limit=2&cursor={next}");
    }
    assert_eq!(joined, told);
}
