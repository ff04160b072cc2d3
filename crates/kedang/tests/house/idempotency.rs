//! `Idempotency-Key`: a request sent twice is done once (design §7).

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank, count, filled, least, strokes, text};

const CUSTOMERS: &str = "/api/v1/customers";
const COUNT: &str = "select count(*) from customers";
const DAY: i64 = 86_400_000_000;

fn body(name: &str) -> Value {
    json!({ "name": name, "kind": "individual", "how_met": "展会" })
}

async fn post(caller: &Caller, key: &str, path: &str, body: &Value) -> Answer {
    let caller = caller.clone().header("idempotency-key", key);
    caller.post(path, body).await
}

#[both_engines]
async fn a_key_must_fit_and_goes_with_one_request(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    for key in ["", &"k".repeat(201), "钥匙"] {
        let answer = post(&sales, key, CUSTOMERS, &body("王雪")).await;
        assert_eq!(answer.status, 422, "{key}: {}", answer.text);
        assert_eq!(answer.code(), "request.key_wrong");
        assert!(
            answer.text.contains("1 至 200 个可见的英文字符"),
            "{}",
            answer.text
        );
    }
    let first = post(&sales, "k-1", CUSTOMERS, &body("王雪")).await;
    assert_eq!(first.status, 201, "{}", first.text);
    let other = post(&sales, "k-1", CUSTOMERS, &body("王霜")).await;
    assert_eq!(
        (other.status.as_u16(), other.code().as_str()),
        (422, "request.key_reused")
    );
    assert!(
        other.text.contains("已用于另一个请求，请换一个新的"),
        "{}",
        other.text
    );
    let path = format!("{CUSTOMERS}/{}/cards", text(&first.json()["id"]));
    let other = post(&sales, "k-1", &path, &body("王雪")).await;
    assert_eq!(other.code(), "request.key_reused", "another address");
    let id = text(&first.json()["id"]);
    let file = sales
        .clone()
        .header("idempotency-key", "k-2")
        .upload(
            &format!("{CUSTOMERS}/{id}/attachments?name=a.pdf&purpose=document"),
            b"%PDF-1.4\n%%EOF\n",
        )
        .await;
    assert_eq!(file.code(), "request.key_no_file");
    assert!(file.text.contains("上传文件不收"), "{}", file.text);
    let stranger = post(
        &test.stranger().header("sec-fetch-site", "same-origin"),
        "k-1",
        CUSTOMERS,
        &body("王雪"),
    )
    .await;
    assert_eq!(stranger.code(), "session.missing");
    assert_eq!(count(&test, COUNT).await, 1);
}

#[both_engines]
async fn the_same_request_is_done_once_and_answered_alike(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let first = post(&sales, "k-1", CUSTOMERS, &body("王雪")).await;
    assert_eq!(first.status, 201, "{}", first.text);
    assert!(!first.headers.contains_key("idempotency-replayed"));
    test.clock.advance(DAY / 2);
    let again = post(&sales, "k-1", CUSTOMERS, &body("王雪")).await;
    assert_eq!((again.status, &again.text), (first.status, &first.text));
    assert_eq!(again.location(), first.location());
    assert_eq!(again.headers["content-type"], first.headers["content-type"]);
    assert_eq!(again.headers["idempotency-replayed"], "true");
    assert_eq!(count(&test, COUNT).await, 1);
    let audited = "select count(*) from audit where action = 'customer.create'";
    assert_eq!(count(&test, audited).await, 1);

    // Everybody has keys of his own.
    let head = test.caller("head").await;
    let theirs = post(&head, "k-1", CUSTOMERS, &body("林霜")).await;
    assert_eq!(theirs.status, 201, "{}", theirs.text);
    // After a day the key is free, and what is old goes.
    test.clock.advance(DAY / 2 + 1);
    let anew = post(&sales, "k-1", CUSTOMERS, &body("赵星野")).await;
    assert_eq!(anew.status, 201, "{}", anew.text);
    test.clock.advance(DAY + 1);
    assert_eq!(test.app.forget_answers().await.expect("forgotten"), 2);
    // Without a key the same is done twice, as ever.
    let plain = sales.post(CUSTOMERS, &body("沈望舒")).await;
    assert_eq!(plain.status, 201);
    assert_eq!(count(&test, COUNT).await, 4);
}

#[both_engines]
async fn a_refused_request_keeps_no_key(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let wrong = json!({ "name": "", "kind": "individual", "how_met": "展会" });
    let refused = post(&sales, "k-1", CUSTOMERS, &wrong).await;
    assert_eq!(refused.code(), "customer.invalid", "{}", refused.text);
    let first = post(&sales, "k-1", CUSTOMERS, &body("王雪")).await;
    assert_eq!(first.status, 201, "{}", first.text);
    // Refused inside the transaction: the claim goes with the deed.
    let twin = post(&sales, "k-2", CUSTOMERS, &body("王雪")).await;
    assert_eq!(twin.status, 409, "{}", twin.text);
    let kept = "select count(*) from idempotency";
    assert_eq!(count(&test, kept).await, 1);
    let mut anyway = body("王雪");
    anyway["anyway"] = json!(true);
    let opened = post(&sales, "k-2", CUSTOMERS, &anyway).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
}

/// The deed is committed with its key; when the answer is lost, the same request is not done again.
#[both_engines]
async fn a_lost_answer_is_told_and_not_done_again(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let first = post(&sales, "k-1", CUSTOMERS, &body("王雪")).await;
    assert_eq!(first.status, 201, "{}", first.text);
    test.app
        .store
        .write_blocking(|tx| tx.execute("update idempotency set status = null", &[]))
        .map(|rows| assert_eq!(rows, 1))
        .map_err(|error: kedang_store::StoreError| error)
        .expect("written");
    let again = post(&sales, "k-1", CUSTOMERS, &body("王雪")).await;
    assert_eq!(
        (again.status.as_u16(), again.code().as_str()),
        (409, "request.key_open")
    );
    assert!(
        again.text.contains("请先查看结果，不要重复提交"),
        "{}",
        again.text
    );
    assert_eq!(count(&test, COUNT).await, 1);
}

#[both_engines(flavor = "multi_thread")]
async fn two_at_once_are_done_once(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let (sent, paper) = (body("王雪"), "k-1");
    let all = (0..6).map(|_| {
        let (sales, sent) = (sales.clone(), sent.clone());
        tokio::spawn(async move { post(&sales, paper, CUSTOMERS, &sent).await })
    });
    let mut done = 0;
    for one in all.collect::<Vec<_>>() {
        let answer = one.await.expect("answered");
        match answer.status.as_u16() {
            201 if !answer.headers.contains_key("idempotency-replayed") => done += 1,
            201 => {}
            409 => assert_eq!(answer.code(), "request.key_open", "{}", answer.text),
            _ => panic!("{}", answer.text),
        }
    }
    assert_eq!(done, 1);
    assert_eq!(count(&test, COUNT).await, 1);
}

/// A signature given twice by a weak line is one signature; so is any other POST.
#[both_engines]
async fn cards_are_signed_once(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = filled(&sales, &blank(&sales, "salon-card").await, &least()).await;
    let path = format!("/api/v1/cards/{}/signatures", text(&card["id"]));
    let sign = json!({
        "field": "customer_sign", "signer": "温絮宁", "revision": card["revision"], "strokes": strokes(),
    });
    let first = post(&sales, "s-1", &path, &sign).await;
    assert_eq!(first.status, 201, "{}", first.text);
    let again = post(&sales, "s-1", &path, &sign).await;
    assert_eq!((again.status, again.text), (first.status, first.text));
    assert_eq!(again.headers["etag"], first.headers["etag"]);
    assert_eq!(count(&test, "select count(*) from signatures").await, 1);
    // Other methods do not look at the key.
    let put = sales
        .clone()
        .header("idempotency-key", "s-1")
        .header("if-match", "\"1\"")
        .send(
            Method::PUT,
            &format!("/api/v1/cards/{}", text(&card["id"])),
            Some("application/json"),
            Body::from("{\"answers\":{}}"),
        )
        .await;
    assert_eq!(put.status, 412, "{}", put.text);
}
