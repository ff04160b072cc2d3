//! Cards in dossiers: what is refused and how it is said, then what works.

mod access;
mod canary;
mod care;
mod causes;
mod company;
mod company_more;
mod comparison;
mod controls;
mod enterprise;
mod family;
mod filing;
mod futures;
mod history;
mod identity;
mod mining;
mod paper;
mod paper_forms;
mod paper_pen;
mod paper_turned;
mod people_profile;
mod places;
mod places_plainly;
mod profile;
mod reference;
mod salon;
mod signatures;
mod sixty_six;
mod sound;
mod special;
mod to_learn;
mod versions;

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Answer, Caller, TestApp};
use serde_json::{Value, json};

use crate::customers::opened;

/// A line drawn by hand.
pub(crate) fn strokes() -> Value {
    json!([
        [[100, 500], [300, 420], [520, 610]],
        [[600, 300], [640, 700]]
    ])
}

/// The text of a JSON value.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or("").to_owned()
}

/// A blank card of a form in the dossier of a new customer.
pub(crate) async fn blank(caller: &Caller, form: &str) -> Value {
    let kind = match form {
        "salon-card" | "salon-care" => "individual",
        _ => "organization",
    };
    let customer = opened(caller, "温絮宁", kind).await;
    blank_for(caller, &text(&customer["id"]), form).await
}

/// A blank card of a form for a customer.
pub(crate) async fn blank_for(caller: &Caller, customer: &str, form: &str) -> Value {
    let path = format!("/api/v1/customers/{customer}/cards");
    let answer = caller.post(&path, &json!({ "form": form })).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()
}

/// Fills a card in, on the version that `card` shows.
pub(crate) async fn put(caller: &Caller, card: &Value, answers: &Value) -> Answer {
    put_as(caller, card, &json!({ "answers": answers })).await
}

/// Fills a card in with a body of one's own.
pub(crate) async fn put_as(caller: &Caller, card: &Value, body: &Value) -> Answer {
    let path = format!("/api/v1/cards/{}", text(&card["id"]));
    let version = format!("\"{}\"", card["version"]);
    let body = Body::from(body.to_string());
    caller
        .clone()
        .header("if-match", &version)
        .send(Method::PUT, &path, Some("application/json"), body)
        .await
}

/// Fills a card in; it must hold.
pub(crate) async fn filled(caller: &Caller, card: &Value, answers: &Value) -> Value {
    let answer = put(caller, card, answers).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// Fills a card in by the page, with the name of a company and what is typed besides.
pub(crate) async fn typed(caller: &Caller, card: &Value, pairs: &[(&str, &str)]) -> Answer {
    let mut body = format!(
        "!version={}&company_name=吴江织云纺织有限公司",
        card["version"]
    );
    for (name, text) in pairs {
        body.push_str(&format!("&{name}={text}"));
    }
    let path = format!("/cards/{}", text(&card["id"]));
    caller.submit(&path, &body).await
}

/// The card as it stands.
pub(crate) async fn shown(caller: &Caller, card: &Value) -> Value {
    let path = format!("/api/v1/cards/{}", text(&card["id"]));
    caller.get(&path).await.json()
}

/// The least that a salon card holds with nothing missing but the signatures.
pub(crate) fn least() -> Value {
    json!({ "name": "温絮宁", "mobile": "13900004186", "allergy_history": { "none": true } })
}

/// The least, with other answers.
pub(crate) fn with(more: &Value) -> Value {
    let mut answers = least();
    for (key, value) in more.as_object().into_iter().flatten() {
        answers[key] = value.clone();
    }
    answers
}

/// A paper that lies in the dossier of a card, as an answer.
pub(crate) async fn on_file(caller: &Caller, card: &Value, name: &str) -> Value {
    let path = format!(
        "/api/v1/customers/{}/attachments?purpose=document&name={name}",
        text(&card["customer_id"])
    );
    let kept = caller.upload(&path, b"%PDF-1.4\n%%EOF\n").await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    let kept = kept.json();
    json!({ "name": kept["name"], "ref": kept["id"] })
}

/// The codes of findings at a field, with their weight.
pub(crate) fn found(card: &Value, field: &str) -> Vec<String> {
    let all = card["findings"].as_array().cloned().unwrap_or_default();
    all.iter()
        .filter(|f| f["field"] == field)
        .map(|f| format!("{} {}", text(&f["severity"]), text(&f["code"])))
        .collect()
}

/// Refuses each wrong answer at its field, in the Chinese given; nothing may be saved.
pub(crate) async fn refused(
    caller: &Caller,
    form: &str,
    right: &Value,
    wrong: &[(Value, &str, &str)],
) {
    let card = blank(caller, form).await;
    for (more, field, sentence) in wrong {
        let mut answers = right.clone();
        for (key, value) in more.as_object().into_iter().flatten() {
            answers[key] = value.clone();
        }
        let answer = put(caller, &card, &answers).await;
        assert_eq!(answer.status, 422, "{more}: {}", answer.text);
        assert_eq!(answer.code(), "card.invalid", "{more}");
        let detail = answer.detail(field);
        assert!(detail.contains(sentence), "{more}: {}", answer.text);
    }
    assert_eq!(
        shown(caller, &card).await["revision"],
        0,
        "nothing half-saved"
    );
}

/// Signs a place on a card.
pub(crate) async fn sign(caller: &Caller, card: &Value, body: Value) -> Answer {
    let mut body = body;
    body["revision"] = card["revision"].clone();
    body["strokes"] = strokes();
    let path = format!("/api/v1/cards/{}/signatures", text(&card["id"]));
    caller.post(&path, &body).await
}

/// One number out of the database.
pub(crate) async fn count(test: &TestApp, sql: &'static str) -> i64 {
    let found = test
        .look(move |tx| Ok(tx.first(sql, &[], |row| row.get::<i64>(0))?))
        .await;
    found.expect("read").unwrap_or(0)
}
