//! Each department keeps its own file of a customer, in one dossier (D11-3).

use axum::body::Body;
use axum::http::Method;
use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use crate::cards::{blank_for, text};
use crate::customers::opened;

#[both_engines]
async fn d11_3_two_files_of_one_company_become_one_with_both_departments(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other, steward, gm) = (
        test.caller("sales").await,
        test.caller("sales2").await,
        test.caller("steward").await,
        test.caller("gm").await,
    );
    let first = opened(&sales, "晋北恒远煤炭运销有限公司", "organization").await;
    blank_for(&sales, &text(&first["id"]), "key-account").await;
    // The other department cannot know of it and opens a file of its own …
    let second = opened(&other, "晋北恒远煤炭运销有限公司", "organization").await;
    blank_for(&other, &text(&second["id"]), "customer-card").await;
    let departments = [&first["department"]["name"], &second["department"]["name"]].map(text);
    assert_ne!(departments[0], departments[1]);
    // … and the two unlinked files stand before the stewards.
    let doubts = steward.get("/api/v1/duplicates").await.json();
    assert_eq!(
        doubts["items"].as_array().map(Vec::len),
        Some(1),
        "{doubts}"
    );
    let versions = |id: &str| {
        let path = format!("/api/v1/customers/{id}");
        let steward = &steward;
        async move { steward.get(&path).await.json()["version"].clone() }
    };
    let (one, two) = (text(&first["id"]), text(&second["id"]));
    let merge = json!({
        "survivor": one, "absorbed": two, "choices": {},
        "versions": { "survivor": versions(&one).await, "absorbed": versions(&two).await },
    });
    let look = format!("/api/v1/merges/preview?survivor={one}&absorbed={two}");
    let holders = steward.get(&look).await.json()["holders"].clone();
    assert_eq!(holders[0]["name"], second["owner"]["name"], "{holders}");
    let page = format!("/merges/new?survivor={one}&absorbed={two}");
    assert!(steward.get(&page).await.text.contains("合并后由"));
    let merged = steward.post("/api/v1/merges", &merge).await;
    assert_eq!(merged.status, 201, "{}", merged.text);
    // One dossier, a file of each department in it, and both keep it.
    for caller in [&sales, &other] {
        let cards = caller.get(&format!("/api/v1/customers/{one}/cards")).await;
        assert_eq!(cards.status, 200, "{}", cards.text);
        let items = cards.json()["items"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let mut kept: Vec<_> = items
            .iter()
            .map(|card| text(&card["department"]["name"]))
            .collect();
        let mut expected = departments.clone();
        kept.sort();
        expected.sort();
        assert_eq!(kept, expected);
        let page = caller.get(&format!("/customers/{one}")).await.text;
        assert!(departments.iter().all(|name| page.contains(name.as_str())));
    }
    // The index of the group says which departments have a file.
    let index = gm.get("/customers?columns=name,files").await.text;
    assert!(index.contains("建档部门"));
    let said = |a: &str, b: &str| index.contains(&format!("{a}、{b}"));
    assert!(said(&departments[0], &departments[1]) || said(&departments[1], &departments[0]));
    // Taken back, each has its own again.
    let undo = format!("/api/v1/merges/{}", text(&merged.json()["id"]));
    let back = steward
        .send(Method::DELETE, &undo, None, Body::empty())
        .await;
    assert_eq!(back.status, 200, "{}", back.text);
    for (caller, own, others) in [(&sales, &one, &two), (&other, &two, &one)] {
        assert_eq!(
            caller.get(&format!("/api/v1/customers/{own}")).await.status,
            200
        );
        assert_eq!(
            caller
                .get(&format!("/api/v1/customers/{others}"))
                .await
                .status,
            404
        );
    }
}

/// Who reads a dossier of class 3 is said person by person: a merge lets nobody in.
#[both_engines]
async fn d03_1_a_merge_lets_no_second_owner_into_what_is_for_named_readers(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let gm = test.caller("gm").await;
    let first = opened(&sales, "晋北恒远", "organization").await;
    let shut = blank_for(&sales, &text(&first["id"]), "customer-profile").await;
    assert_eq!(shut["revision"], 0);
    let second = opened(&other, "晋北恒远", "organization").await;
    let (one, two) = (text(&first["id"]), text(&second["id"]));
    let version = gm.get(&format!("/api/v1/customers/{one}")).await.json()["version"].clone();
    let look = format!("/api/v1/merges/preview?survivor={one}&absorbed={two}");
    let plan = gm.get(&look).await;
    assert_eq!(plan.json()["holders"], json!([]), "{}", plan.text);
    let merge = json!({
        "survivor": one, "absorbed": two, "choices": {},
        "versions": { "survivor": version, "absorbed": second["version"] },
    });
    let merged = gm.post("/api/v1/merges", &merge).await;
    assert_eq!(merged.status, 201, "{}", merged.text);
    assert_eq!(
        other.get(&format!("/api/v1/customers/{one}")).await.status,
        404
    );
}
