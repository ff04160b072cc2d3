//! A second file for the same customer: told to who may know, left to the stewards otherwise.

use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::count;
use crate::customers::opened;
use crate::edits::{changed, id};

/// What a quick-create answers.
async fn create(caller: &Caller, more: Value) -> Answer {
    let mut body =
        json!({ "name": "苏州澄岸精密机械有限公司", "kind": "organization", "how_met": "展会" });
    for (key, value) in more.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    caller.post("/api/v1/customers", &body).await
}

/// The pairs that wait for a reader: the later one, the known one, what they share.
async fn queue(caller: &Caller) -> Vec<(String, String, String)> {
    let list = caller.get("/api/v1/duplicates").await.json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let one = |item: &Value| {
        let reasons: Vec<_> = item["reasons"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|r| r.as_str())
            .collect();
        (id(&item["customer"]), id(&item["other"]), reasons.join(" "))
    };
    items.iter().map(one).collect()
}

const QUEUED: &str = "select count(*) from duplicate_candidates";

#[both_engines]
async fn d10_1_a_second_file_for_the_same_company_is_told_before_it_is_opened(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let company = opened(&sales, "苏州澄岸精密机械有限公司", "organization").await;
    let facts =
        json!({ "uscc": "91350100M000100Y43", "mobile": "13912345678", "phone": "0512-62881234" });
    let company = changed(&sales, &company, facts).await;
    let renamed = json!({ "name": "苏州澄岸智能装备有限公司", "change": { "effective_on": "2026-11-01", "proof": "变更通知书" } });
    let company = changed(&sales, &company, renamed).await;
    let code = company["code"].as_str().unwrap_or("");
    let same = "与已有客户";
    for (more, field, reason) in [
        (
            json!({ "name": "苏州澄岸智能装备 有限公司" }),
            "name",
            "名称",
        ),
        (json!({}), "name", "曾用名"),
        (
            json!({ "name": "甲", "uscc": "91350100M000100Y43" }),
            "uscc",
            "统一社会信用代码",
        ),
        (
            json!({ "name": "甲", "mobile": "139 1234 5678" }),
            "mobile",
            "电话",
        ),
        (
            json!({ "name": "甲", "phone": "0512-62881234" }),
            "mobile",
            "电话",
        ),
    ] {
        let refused = create(&sales, more.clone()).await;
        assert_eq!(
            (refused.status.as_u16(), refused.code().as_str()),
            (409, "customer.duplicates"),
            "{more}"
        );
        let sentence = format!("{reason}{same} {code}「苏州澄岸智能装备有限公司」相同");
        assert_eq!(refused.detail(field), sentence, "{more}");
        assert_eq!(
            refused.json()["errors"][0]["args"]["id"],
            company["id"],
            "the way to it"
        );
    }
    assert_eq!(
        count(&test, "select count(*) from customers").await,
        1,
        "nothing half-saved"
    );

    let form = "name=苏州澄岸精密机械有限公司&kind=organization&how_met=展会";
    let page = sales.submit("/customers", form).await;
    assert_eq!(page.status, 422);
    for part in [
        "不是同一家，仍要建立",
        "打开看看",
        &format!("/customers/{}", id(&company)),
    ] {
        assert!(page.text.contains(part), "{part}: {}", page.text);
    }
    let made = sales
        .submit("/customers", &format!("{form}&anyway=1"))
        .await;
    assert_eq!(made.status, 303, "{}", made.text);
    let anyway = create(
        &sales,
        json!({ "name": "甲", "mobile": "13912345678", "anyway": true }),
    )
    .await;
    assert_eq!(
        (anyway.status.as_u16(), &anyway.json()["stage"]),
        (201, &json!("proposed"))
    );
    let waiting = queue(&test.caller("steward").await).await;
    let last = (id(&anyway.json()), id(&company), "phone".to_owned());
    assert!(waiting.len() == 2 && waiting.contains(&last), "{waiting:?}");
}

#[both_engines]
async fn w_15_whoever_may_not_know_gets_no_sign_and_the_stewards_get_the_pair(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let hidden = create(&sales, json!({ "uscc": "91350100M000100Y43" }))
        .await
        .json();
    let answer = create(&other, json!({ "uscc": "91350100M000100Y43" })).await;
    let fresh = create(&other, json!({ "name": "常州海纳物流有限公司" })).await;
    // The same answer but for what is his own: no field more, no header more.
    let shape = |answer: &Answer| {
        let json = answer.json();
        let keys: Vec<_> = json
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, _)| key.clone())
            .collect();
        let headers: Vec<_> = answer
            .headers
            .keys()
            .map(|name| name.as_str().to_owned())
            .collect();
        (answer.status, keys, headers)
    };
    assert_eq!(shape(&answer), shape(&fresh));
    assert_eq!(answer.status, 201);
    let later = answer.json();

    for (login, status) in [
        ("sales", 403),
        ("sales2", 403),
        ("archivist", 403),
        ("admin", 403),
    ] {
        let caller = test.caller(login).await;
        let refused = caller.get("/api/v1/duplicates").await;
        assert_eq!(refused.status, status, "{login}");
        assert!(
            !caller.get("/customers").await.text.contains("/duplicates"),
            "{login}: no room"
        );
    }
    let pair = (id(&later), id(&hidden), "uscc name".to_owned());
    let steward = test.caller("steward").await;
    assert_eq!(queue(&steward).await, [pair]);
    assert_eq!(
        queue(&test.caller("head").await).await,
        [],
        "one half is not in his department"
    );
    let page = steward.get("/duplicates").await.text;
    assert!(
        page.contains("信用代码相同") && page.contains("待核对 1 对"),
        "{page}"
    );
    // A dossier of class 3 is known to nobody but its own: the pair is not there for the steward.
    let secret = id(&hidden);
    let raise = move |tx: &mut kedang_store::Tx| -> Result<u64, kedang_app::AppError> {
        Ok(tx.execute(
            "update customers set class = 3 where id = $1",
            &[secret.as_str().into()],
        )?)
    };
    test.app.store.write(raise).await.expect("raised");
    assert_eq!(queue(&steward).await, []);
    assert_eq!(queue(&test.caller("gm").await).await.len(), 1);
}

#[both_engines]
async fn t_4_a_duplicate_that_shows_later_is_found_too(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let known = create(&sales, json!({ "uscc": "91350100M000100Y43" }))
        .await
        .json();
    let later = create(&other, json!({ "name": "澄岸机械" })).await.json();
    let steward = test.caller("steward").await;
    changed(&other, &later, json!({ "fax": "0512-1" })).await;
    assert_eq!(queue(&steward).await, []);
    let later = other.get(&crate::edits::path(&later)).await.json();
    changed(&other, &later, json!({ "uscc": "91350100M000100Y43" })).await;
    let pair = (id(&later), id(&known), "uscc".to_owned());
    assert_eq!(queue(&steward).await, [pair]);
}

#[both_engines]
async fn d02_2_the_steward_settles_what_is_not_the_same(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    create(&sales, json!({})).await;
    create(&other, json!({})).await;
    let steward = test.caller("steward").await;
    let list = steward.get("/api/v1/duplicates").await.json();
    let pair = id(&list["items"][0]);
    let delete = async |caller: &Caller, pair: &str| {
        let path = format!("/api/v1/duplicates/{pair}");
        caller
            .send(
                axum::http::Method::DELETE,
                &path,
                None,
                axum::body::Body::empty(),
            )
            .await
    };
    for (caller, pair) in [(&sales, pair.as_str()), (&steward, "x"), (&other, "x")] {
        let refused = delete(caller, pair).await;
        assert_eq!(
            (refused.status.as_u16(), refused.code().as_str()),
            (404, "duplicate.not_found")
        );
    }
    let done = steward
        .submit(&format!("/duplicates/{pair}/distinct"), "")
        .await;
    assert_eq!(done.location(), "/duplicates");
    assert_eq!(queue(&steward).await, []);
    assert_eq!(delete(&steward, &pair).await.status, 404, "it is settled");
    assert_eq!(count(&test, QUEUED).await, 1);
    let page = steward.get("/duplicates").await.text;
    assert!(page.contains("没有疑似重复的客户"), "{page}");
}
