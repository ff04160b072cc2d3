//! Two become one, as it was shown.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::{Value, json};

use super::{files, persons, talks, told, twins};
use crate::cards::text;
use crate::customers::opened;
use crate::edits::{id, path};
use crate::recycling::delete;

#[both_engines]
async fn t_4_the_preview_is_the_result_field_by_field(engine: Engine) {
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let steward = test.caller("steward").await;
    let query = format!(
        "/api/v1/merges/preview?survivor={}&absorbed={}&take=grade,stage&keep=fax",
        id(&both.survivor),
        id(&both.absorbed)
    );
    let preview = steward.get(&query).await;
    assert_eq!(preview.status, 200, "{}", preview.text);
    let preview = preview.json();
    let differ: Vec<_> = preview["differences"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|d| format!("{}:{}", text(&d["field"]), text(&d["stays"])))
        .collect();
    assert_eq!(
        differ,
        [
            "name:survivor",
            "stage:absorbed",
            "mobile:survivor",
            "fax:survivor",
            "address:survivor",
            "grade:absorbed",
            "note:absorbed"
        ]
    );
    let choices = json!({ "grade": "absorbed", "stage": "absorbed", "fax": "survivor" });
    let merged = both.merged(&steward, choices).await;
    assert_eq!(
        merged["customer"], preview["customer"],
        "the preview is the result"
    );
    assert_eq!(
        steward.get(&path(&both.survivor)).await.json(),
        preview["customer"]
    );
    let after = &merged["customer"];
    let got = [
        &after["name"],
        &after["grade"],
        &after["stage"],
        &after["fax"],
        &after["note"],
        &after["types"],
    ];
    assert_eq!(
        got,
        [
            &both.survivor["name"],
            &json!("A"),
            &json!("active"),
            &json!(null),
            &json!("老板娘做主"),
            &json!(["supplier", "dealer"])
        ]
    );
}

#[both_engines]
async fn w_14_what_hangs_on_the_absorbed_one_moves_and_is_counted_before(engine: Engine) {
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let steward = test.caller("steward").await;
    let query = format!(
        "/api/v1/merges/preview?survivor={}&absorbed={}&take=stage",
        id(&both.survivor),
        id(&both.absorbed)
    );
    let preview = steward.get(&query).await.json();
    assert_eq!(
        preview["moves"],
        json!({ "cards": 1, "persons": 2, "outranked": 1, "former_names": 0, "changes": 0, "stages": 1, "contacts": 1, "attachments": 1, "branches": 0 })
    );
    let merged = both.merged(&steward, json!({ "stage": "absorbed" })).await;
    assert_eq!(merged["moved"], preview["moves"]);
    // The call with its scan stands in the log and the files of who stays.
    assert_eq!(talks(&steward, &both.survivor).await, ["问交期"]);
    assert_eq!(files(&steward, &both.survivor).await, ["po.pdf"]);
    // A rank is held once: whoever comes second is a contact.
    let cards = steward
        .get(&format!("{}/cards", path(&both.survivor)))
        .await
        .text;
    assert!(cards.contains(&both.card), "{cards}");
    let people = [
        ("沈望舒".to_owned(), None),
        ("钱立行".to_owned(), Some(1)),
        ("陆小棠".to_owned(), None),
    ];
    assert_eq!(persons(&steward, &both.survivor).await, people);
    let steps = steward
        .get(&format!("{}/stages", path(&both.survivor)))
        .await
        .json();
    assert_eq!(steps["items"].as_array().map(Vec::len), Some(2), "{steps}");
}

#[both_engines]
async fn t_4_who_is_taken_up_leads_to_who_stays_by_id_code_and_name(engine: Engine) {
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let steward = test.caller("steward").await;
    both.merged(&steward, json!({})).await;
    let (here, there) = (path(&both.survivor), path(&both.absorbed));
    for login in ["sales", "steward", "gm"] {
        let caller = test.caller(login).await;
        let gone = caller.get(&there).await;
        assert_eq!(told(&gone), (301, "customer.merged".to_owned()), "{login}");
        assert_eq!(gone.location(), here);
        assert_eq!(gone.json()["args"]["code"], both.survivor["code"]);
        let page = caller
            .get(&format!("/customers/{}", id(&both.absorbed)))
            .await;
        assert_eq!(
            (page.status.as_u16(), page.location()),
            (301, format!("/customers/{}", id(&both.survivor)).as_str())
        );
        for q in ["%E6%BE%84%E5%B2%B8%E6%9C%BA%E6%A2%B0", "KH-00002"] {
            let found = caller.get(&format!("/api/v1/search?q={q}")).await.json();
            assert_eq!(
                found["items"][0]["id"], both.survivor["id"],
                "{login} {q}: {found}"
            );
        }
        let list = caller.get("/api/v1/customers").await.text;
        assert!(!list.contains(&id(&both.absorbed)), "{login}");
    }
    let hidden = test.caller("sales2").await;
    let absent = hidden
        .get("/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")
        .await
        .text;
    assert_eq!(
        hidden.get(&there).await.text,
        absent,
        "no sign for who may not see the survivor"
    );
    let sales = test.caller("sales").await;
    let written = sales.patch(&there, 4, &json!({ "fax": "1" })).await;
    assert_eq!(told(&written), (409, "customer.merged".to_owned()));
    assert!(written.text.contains("请到那里操作"), "{}", written.text);
    // An old list that still has the code does not overwrite what was chosen.
    let sheet = kedang_app::imports::sheet("客户编号,客户名称\nKH-00002,澄岸机械\n".as_bytes())
        .expect("a table");
    let report = test
        .app
        .import_customers(&sheet, "旧表", None, |_| {})
        .await
        .expect("imported");
    assert_eq!(
        (report.sum.skipped, report.problems[0].code),
        (1, "import.duplicate_of")
    );
}

#[both_engines]
async fn t_4_what_cannot_be_merged_is_said_and_whoever_may_not_merges_nothing(engine: Engine) {
    let test = TestApp::start(engine).await;
    let both = twins(&test).await;
    let steward = test.caller("steward").await;
    let person = opened(&test.caller("sales").await, "王雪", "individual").await;
    let other = opened(&test.caller("sales2").await, "常州海纳", "organization").await;
    let with = |key: &str, value: &Value| {
        let mut body = both.body(&json!({}));
        body[key] = value.clone();
        body
    };
    let stale = json!({ "survivor": 1, "absorbed": both.absorbed["version"] });
    for (body, status, code) in [
        (with("absorbed", &both.survivor["id"]), 422, "merge.same"),
        (with("absorbed", &person["id"]), 422, "merge.other_kind"),
        (
            with("choices", &json!({ "colour": "survivor" })),
            422,
            "merge.choice_unknown",
        ),
        (
            with("choices", &json!({ "name": "both" })),
            422,
            "merge.choice_unknown",
        ),
        (with("versions", &stale), 412, "customer.changed"),
        (
            with("absorbed", &json!("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")),
            404,
            "customer.not_found",
        ),
    ] {
        let refused = steward.post("/api/v1/merges", &body).await;
        assert_eq!(told(&refused), (status, code.to_owned()), "{body}");
    }
    let mixed = with("absorbed", &other["id"]);
    for (login, body, status) in [
        ("sales", both.body(&json!({})), 403),
        ("archivist", both.body(&json!({})), 403),
        ("admin", both.body(&json!({})), 404),
        ("sales2", both.body(&json!({})), 404),
        ("head", mixed, 404),
    ] {
        let caller = test.caller(login).await;
        assert_eq!(
            caller.post("/api/v1/merges", &body).await.status,
            status,
            "{login}"
        );
        let query = format!(
            "/api/v1/merges/preview?survivor={}&absorbed={}",
            text(&body["survivor"]),
            text(&body["absorbed"])
        );
        assert_eq!(caller.get(&query).await.status, status, "{login}: preview");
    }
    assert_eq!(
        steward.get(&path(&both.absorbed)).await.json(),
        both.absorbed,
        "nothing half-done"
    );
    let merge = both.merged(&test.caller("head").await, json!({})).await;
    let path_of = format!("/api/v1/merges/{}", text(&merge["id"]));
    for login in ["sales", "sales2", "auditor"] {
        let tried = delete(&test.caller(login).await, &path_of).await;
        assert_eq!(told(&tried), (404, "merge.not_found".to_owned()), "{login}");
    }
    for one in [&both.survivor, &both.absorbed] {
        let object = id(one);
        let rows = test
            .look(move |tx| Ok(kedang_store::audit::of_object(tx, "customer", &object)?))
            .await;
        let rows = rows
            .expect("rows")
            .into_iter()
            .filter(|row| row.action == "customer.merge")
            .count();
        assert_eq!(rows, 1, "an audit row on each");
    }
}
