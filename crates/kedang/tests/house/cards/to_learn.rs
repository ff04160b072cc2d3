//! What to find out next about a customer (D03-10).

use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, blank_for, filled, text};
use crate::customers::opened;

/// The questions as `layer label`.
async fn asked(caller: &Caller, customer: &Value) -> Vec<String> {
    let path = format!("/api/v1/customers/{}/to-learn", text(customer));
    let answer = caller.get(&path).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let items = answer.json()["items"].as_array().cloned();
    let items = items.unwrap_or_default().into_iter();
    let one = |q: Value| format!("{} {}", text(&q["layer"]), text(&q["label"]));
    items.map(one).collect()
}

#[both_engines]
async fn d03_10_what_to_learn_next_goes_from_the_background_to_the_family(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "澄湖印染", "organization").await;
    let id = text(&customer["id"]);
    let company = blank_for(&sales, &id, "customer-profile").await;
    let person = blank_for(&sales, &id, "person-profile").await;
    // Three questions a card, the background before the people, whichever card came last.
    let first = asked(&sales, &customer["id"]).await;
    let layers: Vec<_> = first.iter().filter_map(|q| q.split(' ').next()).collect();
    let expected = [
        "background",
        "background",
        "background",
        "people",
        "people",
        "people",
    ];
    assert_eq!(layers, expected, "{first:?}");
    assert_eq!(first[0], "background 客户名称");

    // 不详 is no answer: the question stays. 无 is one, and so is a value.
    let told = json!({ "name": "澄湖印染", "superior": "不详" });
    let unsure = filled(&sales, &company, &told).await;
    assert_eq!(
        asked(&sales, &customer["id"]).await[0],
        "background 上级主管单位"
    );
    let told = json!({ "name": "澄湖印染", "superior": { "none": true } });
    filled(&sales, &unsure, &told).await;
    let next = asked(&sales, &customer["id"]).await;
    assert!(!next[0].contains("上级"), "{next:?}");
    let known = json!({ "name": { "name": "沈织云" }, "sex": "female", "height": "163" });
    filled(&sales, &person, &known).await;
    let later = asked(&sales, &customer["id"]).await;
    assert_ne!(later[3..], next[3..], "what was learned is not asked again");

    let log = sales.get(&format!("/customers/{id}/contacts")).await.text;
    for said in ["下次可了解", "不必强求", "/edit#w-"] {
        assert!(log.contains(said), "{said} is not beside the log");
    }
    // The archivist may not know of it (class 3).
    let archivist = test.caller("archivist").await;
    let path = format!("/api/v1/customers/{id}/to-learn");
    assert_eq!(archivist.get(&path).await.code(), "customer.not_found");
}

/// Whoever cannot write the answer down is not sent to ask, nor told what nobody knows.
#[both_engines]
async fn d03_10_who_only_reads_is_not_sent_to_ask(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    assert_eq!(asked(&sales, &card["customer_id"]).await.len(), 3);
    // A prescription is brought, not learned in a talk.
    let care = blank(&sales, "salon-care").await;
    assert_eq!(asked(&sales, &care["customer_id"]).await, [""; 0]);
    let archivist = test.caller("archivist").await;
    assert_eq!(asked(&archivist, &card["customer_id"]).await, [""; 0]);
    let path = format!("/customers/{}/contacts", text(&card["customer_id"]));
    assert!(!archivist.get(&path).await.text.contains("下次可了解"));
}
