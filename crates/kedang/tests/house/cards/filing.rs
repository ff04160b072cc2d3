//! A card is filed when it is complete and signed, and not before (D01-11).

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, filled, found, least, sign, text, with};

async fn file(caller: &Caller, card: &Value) -> Answer {
    let path = format!("/api/v1/cards/{}/filing", text(&card["id"]));
    let body = json!({ "revision": card["revision"] });
    caller.post(&path, &body).await
}

async fn unfile(caller: &Caller, card: &Value) -> Answer {
    let path = format!("/api/v1/cards/{}/filing", text(&card["id"]));
    caller
        .send(Method::DELETE, &path, None, Body::empty())
        .await
}

fn code(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.code())
}

/// Filled in and signed by both.
async fn signed(sales: &Caller, card: &Value) -> Value {
    let hand = json!({ "field": "customer_sign", "signer": "温絮宁" });
    let one = sign(sales, card, hand).await.json();
    let both = sign(sales, &one, json!({ "field": "consultant_sign" })).await;
    assert_eq!(both.status, 201, "{}", both.text);
    both.json()
}

/// Somebody who may sign as consultant, with a blank card.
async fn consultant(test: &TestApp) -> (Caller, Value) {
    let given = test.app.give_post("sales", "beauty_consultant").await;
    given.expect("a post");
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    (sales, card)
}

#[both_engines]
async fn d01_11_an_unsigned_card_is_not_filed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, card) = consultant(&test).await;
    assert_eq!(
        code(&file(&sales, &card).await),
        (409, "filing.card_blank".into())
    );

    let card = filled(&sales, &card, &least()).await;
    let hand = json!({ "field": "customer_sign", "signer": "温絮宁" });
    let one = sign(&sales, &card, hand).await.json();
    let refused = file(&sales, &one).await;
    assert_eq!(code(&refused), (422, "filing.incomplete".into()));
    let said = refused.detail("consultant_sign");
    assert!(
        said.contains("「美容顾问签字」还没有签，不能归档"),
        "{said}"
    );
    let page = format!("/cards/{}", text(&card["id"]));
    let shown = sales.submit(&format!("{page}/filing"), "revision=1").await;
    assert_eq!(shown.status, 422);
    assert!(shown.text.contains("「美容顾问签字」还没有签，不能归档"));
    assert!(
        !shown.text.contains("/filing\""),
        "no button that is refused"
    );

    let both = sign(&sales, &one, json!({ "field": "consultant_sign" })).await;
    let old = json!({ "id": card["id"], "revision": 0 });
    assert_eq!(
        code(&file(&sales, &old).await),
        (412, "card.changed".into())
    );
    let filed = file(&sales, &both.json()).await;
    assert_eq!(filed.status, 201, "{}", filed.text);
    let filing = &filed.json()["filing"];
    assert_eq!(
        (&filing["revision"], &filing["by"]["name"]),
        (&json!(1), &json!("宋清扬"))
    );
    assert_eq!(
        code(&file(&sales, &both.json()).await),
        (409, "filing.there_already".into())
    );
    let shown = sales.get(&page).await.text;
    for said in ["已归档", "第 1 次修订由宋清扬于", "撤回归档"] {
        assert!(shown.contains(said), "{said}");
    }
    let told = format!("/customers/{}/timeline", text(&card["customer_id"]));
    assert!(sales.get(&told).await.text.contains("归档"));
}

#[both_engines]
async fn d01_11_what_is_written_after_filing_is_not_filed(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, card) = consultant(&test).await;
    assert_eq!(
        code(&unfile(&sales, &card).await),
        (409, "filing.not_there".into())
    );
    let card = filled(&sales, &card, &least()).await;
    let filed = file(&sales, &signed(&sales, &card).await).await.json();

    let edited = filled(&sales, &filed, &with(&json!({ "occupation": "设计师" }))).await;
    assert_eq!(
        edited["filing"]["revision"], 1,
        "the state filed stays filed"
    );
    let page = format!("/cards/{}", text(&card["id"]));
    let shown = sales.get(&page).await.text;
    assert!(shown.contains("归档后又改过") && !shown.contains("已归档"));
    assert_eq!(
        file(&sales, &edited).await.status,
        422,
        "its signatures are void"
    );
    assert_eq!(
        found(&edited, "customer_sign"),
        ["incomplete form.signature_missing"]
    );
    let again = file(&sales, &signed(&sales, &edited).await).await.json();
    assert_eq!(again["filing"]["revision"], 2);

    // Nobody files or takes out who may not write there.
    let archivist = test.caller("archivist").await;
    for answer in [
        file(&archivist, &again).await,
        unfile(&archivist, &again).await,
    ] {
        assert_eq!(code(&answer), (403, "customer.edit_forbidden".into()));
    }
    let stranger = test.caller("sales2").await;
    for answer in [
        file(&stranger, &again).await,
        unfile(&stranger, &again).await,
    ] {
        assert_eq!(code(&answer), (404, "card.not_found".into()));
    }
    let out = unfile(&sales, &again).await;
    assert_eq!(
        (out.status.as_u16(), &out.json()["filing"]),
        (200, &Value::Null)
    );
    let sql = "select count(*) from audit where action = 'card.unfile'";
    let rows = test
        .look(move |tx| Ok(tx.first(sql, &[], |row| row.get::<i64>(0))?))
        .await;
    assert_eq!(rows.expect("read"), Some(1));
}
