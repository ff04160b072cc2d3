//! 协办: whoever holds a customer beside its owner reads and writes as he does.

use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::cards::text;
use crate::customers::opened;
use crate::edits::{changed, id, path};
use crate::recycling::delete;

/// What a reader finds of 无锡远舟.
async fn finds(caller: &Caller, customer: &Value) -> [bool; 5] {
    let id = id(customer);
    let q = "%E8%BF%9C%E8%88%9F";
    let holds = async |path: &str| caller.get(path).await.text.contains(&id);
    [
        caller.get(&path(customer)).await.status == 200,
        holds("/api/v1/customers").await,
        holds(&format!("/api/v1/search?q={q}")).await,
        holds(&format!("/palette?q={q}")).await,
        holds("/api/v1/customers?sort=name").await,
    ]
}

#[both_engines]
async fn a_co_owner_finds_and_edits_the_customer_and_gives_it_to_nobody(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, helper) = (test.caller("sales").await, test.caller("sales2").await);
    let company = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let own = opened(&helper, "常州海纳物流有限公司", "organization").await;
    let him = text(&own["owner"]["id"]);
    assert_eq!(finds(&helper, &company).await, [false; 5]);
    for (login, all, sentence) in [
        ("sales", json!([him]), "只有部门主管、信息部和总经理"),
        ("steward", json!(["x"]), "没有这位员工"),
    ] {
        let caller = test.caller(login).await;
        let refused = caller
            .patch(&path(&company), 1, &json!({ "co_owners": all }))
            .await;
        assert_eq!(refused.status, 422, "{login}");
        assert!(
            refused.detail("co_owners").contains(sentence),
            "{}",
            refused.text
        );
    }
    let steward = test.caller("steward").await;
    let company = changed(&steward, &company, json!({ "co_owners": [him] })).await;
    assert_eq!(finds(&helper, &company).await, [true; 5]);
    let list = helper
        .get(&format!("{}/co-owners", path(&company)))
        .await
        .json();
    assert_eq!(list["items"][0]["name"], "祁小雨");
    let count = helper.get("/customers/count").await.text;
    assert!(count.contains("共 2 位"), "{count}");
    let page = helper
        .get(&format!("/customers/{}", id(&company)))
        .await
        .text;
    assert!(
        page.contains("协办：祁小雨") && page.contains("/edit"),
        "{page}"
    );
    let company = changed(&helper, &company, json!({ "fax": "0510-1" })).await;
    let give = helper
        .patch(&path(&company), 3, &json!({ "owner": him }))
        .await;
    assert!(
        give.detail("owner").contains("只有部门主管"),
        "{}",
        give.text
    );
    assert_eq!(
        delete(&helper, &format!("{}?reason=x", path(&company)))
            .await
            .status,
        403
    );
    // Whoever may not choose him leaves him in place.
    let form = test
        .caller("head")
        .await
        .get(&format!("/customers/{}/edit", id(&company)))
        .await
        .text;
    assert!(
        form.contains(&format!("name=\"co_owners\" value=\"{him}\"")),
        "{form}"
    );
    changed(&steward, &company, json!({ "co_owners": [] })).await;
    assert_eq!(finds(&helper, &company).await, [false; 5]);
}

#[both_engines]
async fn co_owners_of_both_hold_the_survivor_of_a_merge(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, helper) = (test.caller("sales").await, test.caller("sales2").await);
    let steward = test.caller("steward").await;
    let survivor = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let absorbed = opened(&sales, "无锡远舟", "organization").await;
    let him = opened(&helper, "常州海纳", "organization").await["owner"]["id"].clone();
    let absorbed = changed(&steward, &absorbed, json!({ "co_owners": [him] })).await;
    let body = json!({
        "survivor": survivor["id"], "absorbed": absorbed["id"],
        "versions": { "survivor": survivor["version"], "absorbed": absorbed["version"] },
    });
    let merge = steward.post("/api/v1/merges", &body).await.json();
    assert_eq!(finds(&helper, &survivor).await, [true; 5]);
    assert_eq!(helper.get(&path(&absorbed)).await.status, 301);
    let undone = delete(&steward, &format!("/api/v1/merges/{}", text(&merge["id"]))).await;
    assert_eq!(undone.status, 200, "{}", undone.text);
    assert_eq!(finds(&helper, &survivor).await, [false; 5]);
    assert_eq!(finds(&helper, &absorbed).await, [true; 5]);
}

#[both_engines]
async fn d11_3_who_holds_it_beside_the_owner_opens_the_file_of_his_department(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, helper) = (test.caller("sales").await, test.caller("sales2").await);
    let (steward, head) = (test.caller("steward").await, test.caller("head").await);
    let company = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let him = opened(&helper, "常州海纳", "organization").await["owner"]["id"].clone();
    let (cards, form) = (
        format!("{}/cards", path(&company)),
        json!({ "form": "customer-profile" }),
    );
    // Nobody opens what shuts the dossier to him, nor in a dossier that he may not know of.
    let page = format!("/customers/{}", id(&company));
    let offered = "value=\"customer-profile\"";
    let refused = head.post(&cards, &form).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    assert!(
        refused.text.contains("您自己也看不到了"),
        "{}",
        refused.text
    );
    assert!(!head.get(&page).await.text.contains(offered));
    assert_eq!(helper.post(&cards, &form).await.status, 404);
    changed(&steward, &company, json!({ "co_owners": [him] })).await;
    let shown = helper.get(&page).await.text;
    assert!(shown.contains(offered), "{shown}");
    let card = helper.post(&cards, &form).await;
    assert_eq!(card.status, 201, "{}", card.text);
    let card = card.json();
    assert_eq!(card["custodian"]["name"], "祁小雨");
    assert_ne!(card["department"]["name"], company["department"]["name"]);
    let again = helper
        .get(&format!("/api/v1/cards/{}", text(&card["id"])))
        .await;
    assert_eq!(again.status, 200, "{}", again.text);
}
