//! Who sees and who fills in cards, and what becomes of the dossier's class.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use super::{blank, blank_for, filled, put, shown, text, with};
use crate::customers::opened;

#[both_engines]
async fn each_role_reads_and_edits_as_far_as_its_rule_goes(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let card = filled(
        &sales,
        &card,
        &with(&json!({ "allergy_history": "水杨酸" })),
    )
    .await;
    let (id, customer) = (text(&card["id"]), text(&card["customer_id"]));
    let table = [
        ("sales", true, true),
        ("sales2", false, false),
        ("head", true, true),
        ("steward", true, true),
        ("archivist", true, false),
        ("gm", true, true),
        ("auditor", false, false),
        ("admin", false, false),
        ("security", false, false),
    ];
    let nowhere = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    for (login, reads, edits) in table {
        let caller = test.caller(login).await;
        for path in [
            format!("/api/v1/cards/{id}"),
            format!("/api/v1/cards/{id}/revisions"),
            format!("/api/v1/cards/{id}/comparison?until=1"),
            format!("/api/v1/cards/{id}/revisions/1"),
            format!("/api/v1/cards/{id}/revisions/1/diff/1"),
        ] {
            let answer = caller.get(&path).await;
            assert_eq!(answer.status == 200, reads, "{login} {path}");
            if !reads {
                let absent = caller.get(&path.replace(&id, nowhere)).await;
                assert_eq!(answer.text, absent.text, "hidden and absent are one answer");
            }
            assert_eq!(
                answer.text.contains("水杨酸"),
                edits
                    && !path.ends_with('s')
                    && !["diff", "comparison"].iter().any(|p| path.contains(p)),
                "{login} {path}"
            );
        }
        let list = caller
            .get(&format!("/api/v1/customers/{customer}/cards"))
            .await;
        assert_eq!(list.text.contains(&id), reads, "{login} lists");
        let now = shown(&sales, &card).await;
        let saved = put(&caller, &now, &now["answers"]).await;
        let expected = match (reads, edits) {
            (_, true) => 200,
            (true, false) => 403,
            (false, false) => 404,
        };
        assert_eq!(saved.status, expected, "{login} saves: {}", saved.text);
        let path = format!("/api/v1/customers/{customer}/cards");
        let opens = caller.post(&path, &json!({ "form": "salon-care" })).await;
        let expected = if edits { 201 } else { expected };
        assert_eq!(opens.status, expected, "{login} opens");
    }
    let archivist = test.caller("archivist").await;
    let masked = shown(&archivist, &card).await;
    assert_eq!(masked["masked"], json!(["allergy_history"]));
    assert_eq!(
        (&masked["may_edit"], &masked["alerts"]),
        (&json!(false), &json!([]))
    );
    assert_eq!(masked["answers"]["name"], "温絮宁");
    let refused = put(&archivist, &masked, &masked["answers"]).await;
    assert!(
        refused.text.contains("您可以查阅这位客户，但不能修改"),
        "{}",
        refused.text
    );
}

#[both_engines]
async fn the_dossier_takes_the_highest_class_of_its_forms(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "晋北恒远", "organization").await;
    let id = text(&company["id"]);
    let path = format!("/api/v1/customers/{id}");
    assert_eq!(company["class"], 1);
    let unfit = json!({ "form": "salon-card" });
    let answer = sales.post(&format!("{path}/cards"), &unfit).await;
    assert_eq!(
        answer.detail("form"),
        "这种表样不适用于这类客户：个人用个人的表，单位用单位的表"
    );
    let answer = sales
        .post(&format!("{path}/cards"), &json!({ "form": "x" }))
        .await;
    assert_eq!(answer.code(), "form.not_found");
    blank_for(&sales, &id, "key-account").await;
    assert_eq!(sales.get(&path).await.json()["class"], 2);
    let person = opened(&sales, "温絮宁", "individual").await;
    blank_for(&sales, &text(&person["id"]), "salon-card").await;
    let person = sales
        .get(&format!("/api/v1/customers/{}", text(&person["id"])))
        .await
        .json();
    assert_eq!(
        person["class"], 1,
        "never lowered, never raised without need"
    );
}

#[both_engines]
async fn every_write_leaves_its_audit_row(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let card = blank(&sales, "salon-card").await;
    let card = filled(&sales, &card, &with(&json!({ "blood": "ab" }))).await;
    let hand = json!({ "field": "customer_sign", "signer": "温絮宁" });
    assert_eq!(crate::cards::sign(&sales, &card, hand).await.status, 201);
    let id = text(&card["id"]);
    let sql = "select a.action, a.fields, p.payload from audit a join audit_payloads p on p.audit_id = a.id where a.object_type = 'card' and a.object_id = $1 order by a.id";
    let rows = test
        .look(move |tx| {
            Ok(tx.query(sql, &[id.into()], |row| {
                Ok((
                    row.get::<String>(0)?,
                    row.get::<String>(1)?,
                    row.get::<String>(2)?,
                ))
            })?)
        })
        .await
        .expect("read");
    let mut actions: Vec<_> = rows.iter().map(|row| row.0.as_str()).collect();
    actions.sort_unstable();
    assert_eq!(actions, ["card.open", "card.save", "card.sign"]);
    let save = rows.iter().find(|row| row.0 == "card.save").expect("a row");
    assert_eq!(save.1, r#"["allergy_history","blood","mobile","name"]"#);
    assert!(
        save.2.contains("温絮宁") && save.2.contains(r#"{"sealed":true}"#),
        "{}",
        save.2
    );
    assert!(
        !save.2.contains("\"ab\"") && !save.2.contains("AB"),
        "{}",
        save.2
    );
}
