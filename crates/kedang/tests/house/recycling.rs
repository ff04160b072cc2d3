//! The recycle bin: gone everywhere at once, and back with everything (T-31).

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Answer, Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::{blank_for, text};
use crate::customers::opened;
use crate::edits::{changed, id, path};

/// Deletes by an address of the interface.
pub(crate) async fn delete(caller: &Caller, path: &str) -> Answer {
    caller.send(Method::DELETE, path, None, Body::empty()).await
}

/// 重复建立.
pub(crate) const WHY: &str = "?reason=%E9%87%8D%E5%A4%8D%E5%BB%BA%E7%AB%8B";

/// What a reader finds of a customer, place by place.
async fn places(caller: &Caller, customer: &Value, card: &str, q: &str) -> [bool; 8] {
    let (id, one) = (id(customer), path(customer));
    let holds = async |path: &str| caller.get(path).await.text.contains(&id);
    [
        caller.get(&one).await.status == 200,
        caller.get(&format!("/customers/{id}")).await.status == 200,
        caller.get(&format!("/api/v1/cards/{card}")).await.status == 200,
        caller.get(&format!("{one}/persons")).await.status == 200,
        holds("/api/v1/customers").await,
        holds(&format!("/api/v1/search?q={q}")).await,
        holds(&format!("/palette?q={q}")).await,
        caller
            .get("/customers/count")
            .await
            .text
            .contains("共 2 位"),
    ]
}

#[both_engines]
async fn t_31_a_deleted_customer_is_gone_everywhere(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let steward = test.caller("steward").await;
    let gone = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let stays = opened(&sales, "常州海纳物流有限公司", "organization").await;
    let card = text(&blank_for(&sales, &id(&gone), "customer-card").await["id"]);
    let q = "%E8%BF%9C%E8%88%9F";
    assert_eq!(places(&sales, &gone, &card, q).await, [true; 8]);

    let refused = delete(&steward, &path(&gone)).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.detail("reason"), "请写明删除原因，例如：重复建立");
    for (login, status) in [
        ("sales", 403),
        ("archivist", 403),
        ("sales2", 404),
        ("admin", 404),
    ] {
        let tried = delete(&test.caller(login).await, &format!("{}{WHY}", path(&gone))).await;
        assert_eq!(tried.status, status, "{login}");
    }
    assert_eq!(
        places(&sales, &gone, &card, q).await,
        [true; 8],
        "nothing half-done"
    );

    assert_eq!(
        delete(&steward, &format!("{}{WHY}", path(&gone)))
            .await
            .status,
        204
    );
    for login in ["sales", "steward", "gm"] {
        let caller = test.caller(login).await;
        assert_eq!(
            places(&caller, &gone, &card, q).await,
            [false; 8],
            "{login}"
        );
    }
    let absent = sales
        .get("/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")
        .await
        .text;
    assert_eq!(
        sales.get(&path(&gone)).await.text,
        absent,
        "as if it never was"
    );
    let beside = sales
        .get(&format!("/customers/{}?list=", id(&stays)))
        .await
        .text;
    assert!(!beside.contains(&id(&gone)), "{beside}");
    assert_eq!(
        sales
            .patch(&path(&gone), 2, &json!({ "fax": "1" }))
            .await
            .status,
        404
    );
    assert_eq!(
        delete(&steward, &format!("{}{WHY}", path(&gone)))
            .await
            .status,
        404
    );
}

#[both_engines]
async fn t_31_the_bin_says_who_when_and_why_and_gives_everything_back(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let steward = test.caller("steward").await;
    let gone = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    opened(&sales, "常州海纳物流有限公司", "organization").await;
    let card = text(&blank_for(&sales, &id(&gone), "customer-card").await["id"]);
    let q = "%E8%BF%9C%E8%88%9F";
    let page = format!("/customers/{}/deletion", id(&gone));
    assert!(sales.get(&page).await.status == 403 && steward.get(&page).await.status == 200);
    let refused = steward.submit(&page, "reason=").await;
    assert!(
        refused.status == 422 && refused.text.contains("请写明删除原因"),
        "{}",
        refused.text
    );
    assert_eq!(
        steward.submit(&page, "reason=重复建立").await.location(),
        "/customers"
    );
    assert_eq!(places(&sales, &gone, &card, q).await, [false; 8]);

    test.clock.advance(3 * 86_400_000_000);
    let bin = steward.get("/api/v1/bin").await.json();
    let one = &bin["items"][0];
    let told = [
        &one["customer"]["id"],
        &one["deleted_by"]["name"],
        &one["reason"],
        &one["days_left"],
    ];
    assert_eq!(
        told,
        [&gone["id"], &json!("白晗"), &json!("重复建立"), &json!(27)]
    );
    let page = steward.get("/bin").await.text;
    for word in ["无锡远舟轴承有限公司", "重复建立", "还剩 27 天", "白晗"] {
        assert!(page.contains(word), "{word}: {page}");
    }
    let back = steward
        .submit(&format!("/bin/{}/restoration", id(&gone)), "")
        .await;
    assert_eq!(back.location(), format!("/customers/{}", id(&gone)));
    assert_eq!(
        places(&sales, &gone, &card, q).await,
        [true; 8],
        "back with its card"
    );
    assert_eq!(steward.get("/api/v1/bin").await.json()["items"], json!([]));
}

#[both_engines]
async fn t_31_the_bin_shows_each_only_what_he_may_restore(engine: Engine) {
    let test = TestApp::start(engine).await;
    let own = opened(
        &test.caller("sales").await,
        "无锡远舟轴承有限公司",
        "organization",
    )
    .await;
    let other = opened(
        &test.caller("sales2").await,
        "常州海纳物流有限公司",
        "organization",
    )
    .await;
    let (head, steward) = (test.caller("head").await, test.caller("steward").await);
    assert_eq!(
        delete(&head, &format!("{}{WHY}", path(&other)))
            .await
            .status,
        404
    );
    for one in [&own, &other] {
        assert_eq!(
            delete(&steward, &format!("{}{WHY}", path(one)))
                .await
                .status,
            204
        );
    }
    for (login, status, sees) in [
        ("head", 200, [true, false]),
        ("steward", 200, [true, true]),
        ("gm", 200, [true, true]),
        ("sales", 403, [false, false]),
        ("auditor", 403, [false, false]),
    ] {
        let bin = test.caller(login).await.get("/api/v1/bin").await;
        assert_eq!(bin.status, status, "{login}");
        let got = [&own, &other].map(|one| bin.text.contains(&id(one)));
        assert_eq!(got, sees, "{login}");
    }
    for (login, one) in [("head", &other), ("sales", &own)] {
        let tried = delete(
            &test.caller(login).await,
            &format!("/api/v1/bin/{}", id(one)),
        )
        .await;
        assert_eq!(
            (tried.status.as_u16(), tried.code().as_str()),
            (404, "customer.not_in_bin"),
            "{login}"
        );
    }
    let restored = delete(&head, &format!("/api/v1/bin/{}", id(&own))).await;
    assert_eq!(
        (restored.status.as_u16(), &restored.json()["id"]),
        (200, &own["id"])
    );
    let object = id(&own);
    let rows = test
        .look(move |tx| Ok(kedang_store::audit::of_object(tx, "customer", &object)?))
        .await;
    let mut actions: Vec<_> = rows
        .expect("rows")
        .into_iter()
        .map(|row| row.action)
        .collect();
    actions.sort();
    assert_eq!(
        actions,
        ["customer.create", "customer.delete", "customer.restore"]
    );
}

#[both_engines]
async fn t_31_a_code_stays_reserved_and_nothing_else_does(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, steward) = (test.caller("sales").await, test.caller("steward").await);
    let gone = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let gone = changed(&sales, &gone, json!({ "uscc": "91350100M000100Y43" })).await;
    assert_eq!(
        delete(&steward, &format!("{}{WHY}", path(&gone)))
            .await
            .status,
        204
    );
    // Name and credit code are free again, and no duplicate is seen in what is deleted.
    let body = json!({ "name": "无锡远舟轴承有限公司", "kind": "organization", "how_met": "展会", "uscc": "91350100M000100Y43" });
    let again = sales.post("/api/v1/customers", &body).await;
    assert_eq!(
        (again.status.as_u16(), &again.json()["code"]),
        (201, &json!("KH-00002"))
    );
    let csv = "客户编号,客户名称\nKH-00001,无锡远舟轴承\n";
    let sheet = kedang_app::imports::sheet(csv.as_bytes()).expect("a table");
    let report = test
        .app
        .import_customers(&sheet, "旧表", None, |_| {})
        .await
        .expect("imported");
    assert_eq!(
        (report.sum.rejected, report.sum.created, report.sum.updated),
        (1, 0, 0)
    );
    assert_eq!(report.problems[0].code, "import.code_deleted");
    // What took its place does not hinder it from coming back.
    assert_eq!(
        delete(&steward, &format!("/api/v1/bin/{}", id(&gone)))
            .await
            .status,
        200
    );
    assert_eq!(sales.get(&path(&gone)).await.json()["code"], "KH-00001");
}
