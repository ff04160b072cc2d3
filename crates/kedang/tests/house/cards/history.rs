//! Revisions, what changed, who learned it (D03-10), and who was faster.

use axum::http::Method;
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, filled, found, least, put, put_as, shown, text, with};

#[both_engines]
async fn d03_10_each_answer_is_stamped_and_unknown_is_no_answer(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, head) = (test.caller("sales").await, test.caller("head").await);
    let card = blank(&sales, "salon-card").await;
    let body = json!({ "answers": least(), "how": "guessed" });
    let refused = put_as(&sales, &card, &body).await;
    assert_eq!(refused.detail("how"), "请从所列各项中选择怎样得知");

    // '不详' typed everywhere fills nothing; 无 does, since somebody asked.
    let texts = [
        "occupation",
        "employer",
        "used_cosmetics",
        "past_care",
        "current_brand",
    ];
    let typed = |word: &Value| {
        with(
            &texts
                .iter()
                .map(|key| ((*key).to_owned(), word.clone()))
                .collect::<Value>(),
        )
    };
    let bare = filled(&sales, &card, &least()).await;
    let known = bare["completeness"]["answered"].as_i64();
    let unknown = filled(&sales, &bare, &typed(&json!("不详"))).await;
    assert_eq!(
        unknown["completeness"]["answered"].as_i64(),
        known,
        "the meter stands still"
    );
    assert_eq!(found(&unknown, "past_care"), ["warning form.unknown_typed"]);
    assert_eq!(unknown["completeness"]["next_unknown"], "phone");
    let none = filled(&sales, &unknown, &typed(&json!({ "none": true }))).await;
    assert_eq!(
        none["completeness"]["answered"].as_i64(),
        known.map(|n| n + 5)
    );

    test.clock.advance(60_000_000);
    let mut answers = typed(&json!({ "none": true }));
    answers["occupation"] = json!("设计师");
    let body = json!({ "answers": answers, "how": "visit" });
    let saved = put_as(&head, &none, &body).await.json();
    let origin = |card: &Value, path: &str| {
        let all = card["origins"].as_array().cloned().unwrap_or_default();
        all.into_iter()
            .find(|o| o["path"] == path)
            .unwrap_or_default()
    };
    let learned = origin(&saved, "occupation");
    assert_eq!(learned["by"]["name"], "韩牧");
    assert_eq!(
        (&learned["at"], &learned["how"]),
        (&json!("2026-11-25T01:01:00Z"), &json!("visit"))
    );
    let before = origin(&saved, "employer");
    assert_eq!(
        before["by"]["name"], "宋清扬",
        "who did not learn it anew is not named"
    );
    assert_eq!(before["how"], Value::Null);
    answers["occupation"] = Value::Null;
    let gone = filled(&head, &saved, &answers).await;
    assert_eq!(origin(&gone, "occupation"), Value::Null);
}

#[both_engines]
async fn revisions_tell_what_changed_and_keep_sensitive_texts_to_themselves(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let one = filled(
        &sales,
        &card,
        &with(&json!({ "blood": "a", "occupation": "教师" })),
    )
    .await;
    let two = filled(
        &sales,
        &one,
        &with(&json!({ "blood": "o", "employer": { "none": true } })),
    )
    .await;
    let path = format!("/api/v1/cards/{}", text(&two["id"]));
    let list = sales.get(&format!("{path}/revisions")).await.json();
    let seqs: Vec<_> = list["items"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|r| r["seq"].as_i64())
        .collect();
    assert_eq!(seqs, [Some(2), Some(1)]);
    let diff = sales
        .get(&format!("{path}/revisions/1/diff/2"))
        .await
        .json();
    let expected = json!([
        { "path": "blood", "before": { "sealed": true }, "after": { "sealed": true }, "parts": [] },
        { "path": "employer", "before": null, "after": { "none": true }, "parts": [] },
        { "path": "occupation", "before": "教师", "after": null, "parts": [] },
    ]);
    assert_eq!(diff["changes"], expected);
    let then = sales.get(&format!("{path}/revisions/1")).await.json();
    assert_eq!(then["answers"]["blood"], "a");
    for bad in [
        "revisions/3",
        "revisions/x",
        "revisions/1/diff/3",
        "revisions/0/diff/1",
    ] {
        let answer = sales.get(&format!("{path}/{bad}")).await;
        assert_eq!(answer.code(), "card.no_such_revision", "{bad}");
    }
}

#[both_engines]
async fn whoever_was_slower_is_told_so(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let saved = filled(&sales, &card, &least()).await;
    assert_eq!(saved["version"], 2);
    let late = put(&sales, &card, &with(&json!({ "occupation": "教师" }))).await;
    assert_eq!(
        (late.status.as_u16(), late.code().as_str()),
        (412, "card.changed")
    );
    assert!(late.text.contains("这张卡刚被别人改过，请刷新后再改"));
    let path = format!("/api/v1/cards/{}", text(&card["id"]));
    let body = || axum::body::Body::from(json!({ "answers": least() }).to_string());
    let kind = Some("application/json");
    let without = sales.send(Method::PUT, &path, kind, body()).await;
    assert_eq!(
        (without.status.as_u16(), without.code().as_str()),
        (422, "request.version_missing")
    );
    let odd = sales
        .clone()
        .header("if-match", "*")
        .send(Method::PUT, &path, kind, body())
        .await;
    assert_eq!(odd.status, 412);
    let answer = sales.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"2\"");
    assert_eq!(shown(&sales, &card).await["answers"], least());
}
