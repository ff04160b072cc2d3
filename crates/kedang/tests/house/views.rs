//! Saved views: whose they are, what they show whom, how they are refused.

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::customers::opened;

async fn saved(caller: &Caller, body: &Value) -> Value {
    let answer = caller.post("/api/v1/views", body).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()
}

async fn names(caller: &Caller) -> Vec<String> {
    let list = caller.get("/api/v1/views").await.json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    items
        .iter()
        .map(|view| view["name"].as_str().unwrap_or("").to_owned())
        .collect()
}

async fn gone(caller: &Caller, id: &str) -> axum::http::StatusCode {
    let path = format!("/api/v1/views/{id}");
    caller
        .send(Method::DELETE, &path, None, Body::empty())
        .await
        .status
}

#[both_engines]
async fn t_5_saved_views_are_private_or_shared_and_show_each_only_his_own(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let steward = test.caller("steward").await;
    let mine = opened(&sales, "澄岸甲", "organization").await;
    let his = opened(&other, "澄岸乙", "organization").await;

    let query = "columns=name,fax,stage&sort=name&grade=B,A,none";
    let private = saved(&sales, &json!({ "name": " 我的 A 级 ", "query": query })).await;
    assert_eq!(private["name"], "我的 A 级");
    assert_eq!(
        private["query"], "grade=A,B,none&sort=name&columns=name,fax,stage",
        "filters, order, columns"
    );
    assert_eq!(
        (&private["shared"], &private["owner"]["name"]),
        (&json!(false), &json!("宋清扬"))
    );
    let shared = saved(
        &steward,
        &json!({ "name": "户头", "query": "stage=proposed", "shared": true }),
    )
    .await;
    test.clock.advance(1);
    let own = saved(
        &steward,
        &json!({ "name": "各人的", "query": "owner=me", "shared": true }),
    )
    .await;
    assert_eq!(names(&sales).await, ["我的 A 级", "户头", "各人的"]);
    assert_eq!(names(&other).await, ["户头", "各人的"]);
    assert_eq!(
        names(&test.caller("admin").await).await,
        Vec::<String>::new()
    );

    for view in [&shared, &own] {
        let path = format!("/customers?view={}", view["id"].as_str().unwrap_or(""));
        for (reader, sees, hidden) in [(&sales, &mine, &his), (&other, &his, &mine)] {
            let page = reader.get(&path).await;
            assert_eq!(page.status, 200);
            let named =
                |customer: &Value| page.text.contains(customer["name"].as_str().unwrap_or("?"));
            assert!(named(sees) && !named(hidden), "{path}");
        }
        let all = steward.get(&path).await.text.matches("data-open").count();
        let expected = if view["name"] == "户头" { 2 } else { 0 };
        assert_eq!(all, expected, "the same view as its author sees it");
    }
    let id = private["id"].as_str().unwrap_or("");
    assert_eq!(
        sales.get(&format!("/customers?view={id}")).await.status,
        200
    );
    assert_eq!(
        other.get(&format!("/customers?view={id}")).await.status,
        404
    );
    assert_eq!(
        other
            .get(&format!("/customers/count?view={id}"))
            .await
            .status,
        404
    );

    // Nobody takes away what is not his, shared or not.
    let of_all = shared["id"].as_str().unwrap_or("");
    assert_eq!(gone(&other, id).await, 404);
    assert_eq!(gone(&sales, of_all).await, 404);
    assert_eq!(gone(&steward, of_all).await, 204);
    assert_eq!(gone(&steward, of_all).await, 404);
    assert_eq!(names(&sales).await, ["我的 A 级", "各人的"]);
}

#[both_engines]
async fn t_5_saved_views_are_refused_in_words(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    saved(&sales, &json!({ "name": "甲" })).await;
    for (body, field, sentence) in [
        (json!({ "name": " " }), "name", "请给视图起个名称"),
        (
            json!({ "name": "长".repeat(41) }),
            "name",
            "太长了，最多 40 个字",
        ),
        (
            json!({ "name": "甲" }),
            "name",
            "您已有同名的视图，请换个名称",
        ),
        (
            json!({ "name": "乙", "query": "wat=1" }),
            "query",
            "视图的条件读不出来，请回到列表重新选",
        ),
    ] {
        let refused = sales.post("/api/v1/views", &body).await;
        assert_eq!(
            (refused.status.as_u16(), refused.code().as_str()),
            (422, "view.invalid"),
            "{body}"
        );
        assert_eq!(refused.detail(field), sentence, "{body}");
    }
    for (login, may) in [
        ("sales", false),
        ("archivist", false),
        ("head", true),
        ("steward", true),
        ("gm", true),
    ] {
        let body = json!({ "name": "共享", "shared": true });
        let answer = test.caller(login).await.post("/api/v1/views", &body).await;
        assert_eq!(answer.status == 201, may, "{login}: {}", answer.text);
        if !may {
            assert_eq!(answer.status, 403, "{login}");
            let title = answer.json()["title"].clone();
            assert_eq!(
                title,
                "只有信息部、总经理和部门主管可以共享视图；请存为自己用的视图"
            );
        }
    }
    for login in ["auditor", "admin", "security"] {
        let answer = test
            .caller(login)
            .await
            .post("/api/v1/views", &json!({ "name": "甲" }))
            .await;
        assert_eq!(answer.code(), "view.forbidden", "{login}");
    }
    for n in 1..50 {
        saved(&sales, &json!({ "name": format!("{n}") })).await;
    }
    let full = sales.post("/api/v1/views", &json!({ "name": "多" })).await;
    assert_eq!(
        (full.status.as_u16(), full.code().as_str()),
        (409, "view.too_many")
    );
}

#[both_engines]
async fn t_5_saved_views_by_forms_of_the_page(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (steward, other) = (test.caller("steward").await, test.caller("sales2").await);
    opened(&steward, "澄岸甲", "organization").await;
    // Saving is offered only where the list asks something else than its view.
    assert!(!steward.get("/customers").await.text.contains("存为视图"));
    let list = steward
        .get("/customers?stage=proposed&sort=name")
        .await
        .text;
    assert!(list.contains("存为视图") && list.contains("同事也能用"));
    let refused = steward
        .submit("/views", "name=+&shared=1&query=stage%3Dproposed&view=")
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("请给视图起个名称") && refused.text.contains("澄岸甲"));
    assert!(
        refused.text.contains("name=\"shared\" value=\"1\" checked"),
        "what was typed stays"
    );

    let done = steward
        .submit(
            "/views",
            "name=%E6%88%B7%E5%A4%B4&shared=1&query=stage%3Dproposed",
        )
        .await;
    assert_eq!(done.status, 303, "{}", done.text);
    let path = done.location().to_owned();
    let page = steward.get(&path).await.text;
    assert!(
        page.contains("<h1>户头</h1>") && page.contains("aria-current=\"page\">户头</a>"),
        "{page}"
    );
    assert!(page.contains("删除这个视图") && !page.contains("存为视图"));
    assert!(
        !other.get(&path).await.text.contains("删除这个视图"),
        "only one's own"
    );
    let id = path.split('=').nth(1).unwrap_or("").to_owned();
    // What differs from the view keeps its tab and can be saved under another name.
    let differs = steward
        .get(&format!("/customers?sort=name&view={id}"))
        .await
        .text;
    assert!(differs.contains("存为视图") && differs.contains("aria-current=\"page\">户头</a>"));

    let (name, deletion) = (format!("/views/{id}/name"), format!("/views/{id}/deletion"));
    assert_eq!(other.submit(&name, "name=x").await.status, 404);
    assert_eq!(other.submit(&deletion, "").await.status, 404);
    test.clock.advance(1);
    let refused = steward.submit(&name, "name=").await;
    assert!(refused.status == 422 && refused.text.contains("请给视图起个名称"));
    let renamed = steward.submit(&name, "name=%E6%96%B0%E5%90%8D").await;
    assert_eq!(
        (renamed.status.as_u16(), renamed.location()),
        (303, path.as_str())
    );
    assert_eq!(names(&other).await, ["新名"]);
    test.clock.advance(1);
    let deleted = steward.submit(&deletion, "").await;
    assert_eq!(
        (deleted.status.as_u16(), deleted.location()),
        (303, "/customers")
    );
    assert_eq!(steward.get(&path).await.status, 404);

    let rows = test
        .look(move |tx| Ok(kedang_store::audit::of_object(tx, "view", &id)?))
        .await;
    let rows = rows.expect("rows");
    let rows: Vec<_> = rows
        .iter()
        .map(|row| (row.action.as_str(), row.via.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("view.create", "web"),
            ("view.rename", "web"),
            ("view.delete", "web")
        ]
    );
}

/// A transaction that runs again stores the same view.
#[both_engines]
async fn saving_twice_in_one_attempt_stores_the_same(engine: Engine) {
    let test = TestApp::start(engine).await;
    let token = test.app.issue_token("sales", "t").await.expect("a token");
    let bearer = format!("Bearer {token}");
    let door = kedang_app::Door {
        authorization: Some(&bearer),
        ..kedang_app::Door::default()
    };
    let call = kedang_app::Call::read(kedang_app::Via::Api, door);
    let new = kedang_core::listing::NewView {
        name: "甲".into(),
        ..Default::default()
    };
    let new = new.check().expect("holds");
    let (undone, kept) = test
        .app
        .write(&call, move |tx, scene| {
            let mut undone = None;
            let rolled_back = tx.attempt(|tx| -> Result<(), kedang_app::AppError> {
                undone = Some(kedang_app::views::create(tx, scene, &new)?);
                Err(kedang_core::Problem::conflict("setup.done").into())
            });
            assert!(rolled_back.is_err());
            Ok((undone, kedang_app::views::create(tx, scene, &new)?))
        })
        .await
        .expect("saved");
    assert_eq!(undone.as_ref(), Some(&kept));
}
