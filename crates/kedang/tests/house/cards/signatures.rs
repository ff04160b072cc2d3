//! Signatures: bound to what they cover, void when that changes, given in a post (D01-11, D01-12).

use std::collections::BTreeMap;

use kedang_core::digest::unhex;
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{blank, filled, found, least, on_file, shown, sign, strokes, text, with};

fn customer_hand() -> Value {
    json!({ "field": "customer_sign", "signer": "温絮宁" })
}

#[both_engines]
async fn d01_11_editing_voids_signatures(engine: Engine) {
    let test = TestApp::start(engine).await;
    test.app
        .give_post("sales", "beauty_consultant")
        .await
        .expect("a post");
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let answer = sign(&sales, &card, customer_hand()).await;
    assert_eq!(
        (answer.status.as_u16(), answer.code().as_str()),
        (409, "signature.card_blank")
    );

    let card = filled(&sales, &card, &least()).await;
    assert_eq!(card["status"], "unsigned");
    assert_eq!(
        found(&card, "customer_sign"),
        ["incomplete form.signature_missing"]
    );
    assert!(
        card["findings"]
            .to_string()
            .contains("「顾客签字」还没有签，不能归档")
    );
    let answer = sign(&sales, &card, customer_hand()).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let one = answer.json();
    assert_eq!(
        (&one["status"], &one["fileable"]),
        (&json!("unsigned"), &json!(false)),
        "one is missing"
    );
    let both = sign(&sales, &one, json!({ "field": "consultant_sign" }))
        .await
        .json();
    assert_eq!(
        (&both["status"], &both["fileable"]),
        (&json!("signed"), &json!(true))
    );
    let given = both["signatures"].as_array().cloned().unwrap_or_default();
    let at = |field: &str| given.iter().find(|s| s["field"] == field).expect("signed");
    assert_eq!(at("consultant_sign")["signer"], "宋清扬");
    assert_eq!(at("consultant_sign")["post"], "beauty_consultant");
    assert_eq!(at("customer_sign")["signer"], "温絮宁");
    assert_eq!(at("customer_sign")["strokes"], strokes());

    // Saying the same again changes nothing; saying something else voids what covered it, visibly.
    test.clock.advance(60_000_000);
    let same = filled(&sales, &both, &least()).await;
    assert_eq!(
        (&same["status"], &same["revision"]),
        (&json!("signed"), &json!(1))
    );
    let edited = filled(&sales, &same, &with(&json!({ "occupation": "设计师" }))).await;
    assert_eq!(
        (&edited["status"], &edited["fileable"]),
        (&json!("unsigned"), &json!(false))
    );
    let void = edited["signatures"].as_array().cloned().unwrap_or_default();
    assert_eq!(void.len(), 2, "void ones stay");
    assert!(
        void.iter()
            .all(|s| s["voided_at"] == "2026-11-25T01:01:00Z"),
        "{void:?}"
    );
    assert_eq!(
        found(&edited, "consultant_sign"),
        ["incomplete form.signature_missing"]
    );
    // Going back does not make them valid again; a new signature does.
    let back = filled(&sales, &edited, &least()).await;
    assert_eq!(back["status"], "unsigned");
    let again = sign(&sales, &back, customer_hand()).await.json();
    let again = sign(&sales, &again, json!({ "field": "consultant_sign" }))
        .await
        .json();
    assert_eq!(again["status"], "signed");
    assert_eq!(again["signatures"].as_array().map(Vec::len), Some(4));
}

#[both_engines]
async fn d01_11_a_signature_is_refused_in_words(engine: Engine) {
    let test = TestApp::start(engine).await;
    test.app
        .give_post("sales", "beauty_consultant")
        .await
        .expect("a post");
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let card = filled(&sales, &card, &least()).await;
    let path = format!("/api/v1/cards/{}/signatures", text(&card["id"]));
    let drawn = strokes();
    let cases = [
        (
            json!({ "field": "customer_sign", "signer": " ", "revision": 1, "strokes": drawn }),
            "signer",
            "请写签字人姓名",
        ),
        (
            json!({ "field": "customer_sign", "signer": "温", "revision": 1, "strokes": [] }),
            "strokes",
            "还没有签，请在框内手写",
        ),
        (
            json!({ "field": "customer_sign", "signer": "温", "revision": 1, "strokes": [[[1, 1]]] }),
            "strokes",
            "还没有签",
        ),
        (
            json!({ "field": "customer_sign", "signer": "温", "revision": 1, "strokes": [[[1, 1], [1001, 1]]] }),
            "strokes",
            "笔画出了签字框",
        ),
        (
            json!({ "field": "name", "revision": 1, "strokes": drawn }),
            "field",
            "没有这个签字处",
        ),
        (
            json!({ "field": "customer_sign", "staff": card["custodian"]["id"], "revision": 1, "strokes": drawn }),
            "staff",
            "这一处由客户本人签字",
        ),
        (
            json!({ "field": "consultant_sign", "staff": card["id"], "revision": 1, "strokes": drawn }),
            "staff",
            "没有这位员工",
        ),
    ];
    for (body, field, sentence) in cases {
        let answer = sales.post(&path, &body).await;
        assert_eq!(answer.status, 422, "{body}");
        assert!(
            answer.detail(field).contains(sentence),
            "{body}: {}",
            answer.text
        );
    }
    let old = json!({ "field": "customer_sign", "signer": "温", "revision": 0, "strokes": drawn });
    let answer = sales.post(&path, &old).await;
    assert_eq!(
        (answer.status.as_u16(), answer.code().as_str()),
        (412, "card.changed"),
        "not what he saw"
    );
    assert_eq!(sign(&sales, &card, customer_hand()).await.status, 201);
    let answer = sign(&sales, &card, customer_hand()).await;
    assert_eq!(
        (answer.status.as_u16(), answer.code().as_str()),
        (409, "signature.there_already")
    );
}

/// Whoever has the stored commitments can prove what was signed, and that the answers are theirs.
#[both_engines]
async fn d01_11_a_signature_is_bound_to_the_hash_of_the_answers(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let card = filled(&sales, &card, &with(&json!({ "blood": "o" }))).await;
    let signed = sign(&sales, &card, customer_hand()).await.json();
    let sql = "select commits, salts from card_revisions where seq = 1";
    let stored = test
        .look(move |tx| {
            Ok(tx.first(sql, &[], |row| {
                Ok((row.get::<String>(0)?, row.get::<String>(1)?))
            })?)
        })
        .await;
    let (commits, salts) = stored.expect("read").expect("a revision");
    let commits: BTreeMap<String, String> = serde_json::from_str(&commits).expect("JSON");
    let salts: BTreeMap<String, String> = serde_json::from_str(&salts).expect("JSON");
    let array = |hex: &str| <[u8; 32]>::try_from(unhex(hex).expect("hex")).expect("32 bytes");
    let all = commits
        .iter()
        .map(|(path, hex)| (path.clone(), array(hex)))
        .collect();
    let version = card["form_version"]
        .as_u64()
        .and_then(|n| n.try_into().ok());
    let version = version.expect("a version");
    let hash = kedang_app::forms::content_hash("salon-card", version, &all);
    assert_eq!(
        unhex(&text(&signed["signatures"][0]["content_hash"])),
        Some(hash.to_vec())
    );
    let salt = unhex(&salts["name"])
        .expect("hex")
        .try_into()
        .expect("16 bytes");
    let commit = kedang_app::forms::commit(&salt, "name", "\"温絮宁\"");
    assert_eq!(array(&commits["name"]), commit);
    assert!(
        commits.contains_key("blood") && !salts.contains_key("blood"),
        "the salt of P2 is sealed"
    );
}

#[both_engines]
async fn d01_12_expert_needs_post(engine: Engine) {
    let test = TestApp::start(engine).await;
    test.app
        .give_post("sales", "beauty_consultant")
        .await
        .expect("a post");
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-care").await;
    let recipe = json!({ "prescription": [on_file(&sales, &card, "recipe.pdf").await] });
    let card = filled(&sales, &card, &recipe).await;
    let answer = sign(&sales, &card, json!({ "field": "expert_sign" })).await;
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.detail("expert_sign"),
        "签「专家签字」的人须有「专家」职务"
    );
    assert_eq!(
        shown(&sales, &card).await["signatures"],
        json!([]),
        "nothing is kept"
    );

    // The expert signs on the consultant's tablet: it is his post that counts.
    test.app.give_post("head", "expert").await.expect("a post");
    let head = test
        .caller("head")
        .await
        .get("/api/v1/session")
        .await
        .json();
    let by_expert = json!({ "field": "expert_sign", "staff": head["id"] });
    let card = sign(&sales, &card, by_expert).await.json();
    assert_eq!(card["signatures"][0]["signer"], "韩牧");
    assert_eq!(card["signatures"][0]["covers"], json!(["prescription"]));
    let card = sign(&sales, &card, customer_hand()).await.json();
    assert_eq!(card["status"], "signed");
    let unknown = test.app.give_post("sales", "president").await;
    assert!(unknown.is_err_and(|e| e.to_string().contains("staff.post_unknown")));
}
