//! A customer leaves as an electronic business card.

use kedang_testkit::{Engine, TestApp, both_engines};
use serde_json::json;

use crate::customers::opened;
use crate::edits::id;

fn card(customer: &serde_json::Value) -> String {
    format!("/api/v1/customers/{}/vcard", id(customer))
}

#[both_engines]
async fn a_card_leaves_with_who_may_take_out_alone(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let customer = opened(&sales, "欧阳温宁", "individual").await;
    let page = format!("/customers/{}/contact.vcf", id(&customer));
    for login in ["sales", "archivist", "auditor", "admin"] {
        let refused = test.caller(login).await.get(&card(&customer)).await;
        assert_eq!(refused.status, 403, "{login}");
        assert_eq!(refused.code(), "export.not_allowed", "{login}");
    }
    let gm = test.caller("gm").await;
    let wrong = gm.get(&format!("{}?version=2.1", card(&customer))).await;
    assert_eq!(
        (wrong.status.as_u16(), wrong.code().as_str()),
        (422, "export.vcard_wrong")
    );
    assert_eq!(
        wrong.detail("version"),
        "电子名片的版本（version）只有 3.0 和 4.0 两种"
    );
    let nobody = "/api/v1/customers/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/vcard";
    assert_eq!(gm.get(nobody).await.status, 404);
    // A head of another department must not learn that there is such a customer.
    let given = gm.get(&card(&customer)).await;
    assert_eq!(given.status, 200, "{}", given.text);
    assert!(given.text.contains("VERSION:3.0\r\n") && given.text.contains("N:欧阳;温宁;;;\r\n"));
    let four = gm.get(&format!("{}?version=4.0", card(&customer))).await;
    assert!(
        four.text.contains("VERSION:4.0\r\nUID:urn:uuid:"),
        "{}",
        four.text
    );
    assert_eq!(gm.get(&page).await.text, given.text);

    let key = id(&customer);
    let raised = "update customers set class = 3 where id = $1";
    let done = test
        .app
        .store
        .write_blocking(move |tx| tx.execute(raised, &[key.as_str().into()]));
    assert_eq!(done.expect("raised"), 1);
    let refused = gm.get(&card(&customer)).await;
    assert_eq!(
        (refused.status.as_u16(), refused.code().as_str()),
        (403, "export.not_this")
    );
    let page = gm.get(&format!("/customers/{}", id(&customer))).await;
    assert!(
        !page.text.contains("contact.vcf"),
        "no button that leads to a refusal"
    );
    let noted = test
        .look(|tx| {
            let sql = "select cast(count(*) as bigint) from audit where action = 'customer.vcard'";
            Ok(tx.first(sql, &[], |row| row.get::<i64>(0))?)
        })
        .await;
    assert_eq!(
        noted.expect("read"),
        Some(3),
        "each that left, none that was refused"
    );
}

#[both_engines]
async fn an_organization_brings_its_persons_and_no_note(engine: Engine) {
    let test = TestApp::start(engine).await;
    let steward = test.caller("steward").await;
    let customer = opened(&steward, "苏州澄岸精密机械有限公司", "organization").await;
    let version = customer["version"].as_i64().expect("a version");
    let fields = json!({ "phone": "0512-6789", "province": "江苏省", "note": "绝不外传的话" });
    let path = format!("/api/v1/customers/{}", id(&customer));
    let changed = steward.patch(&path, version, &fields).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let key = id(&customer);
    let known = test.app.store.write_blocking(move |tx| {
        for (id, name, kind) in [("p1", "尉迟恭", "contact"), ("p2", "温家宝宝", "family")] {
            let person = "insert into persons (id, name, sort_key, title, mobile, created_at, updated_at, version) values ($1, $2, '', '采购', '13900001111', 1, 1, 1)";
            tx.execute(person, &[id.into(), name.into()])?;
            let relation = "insert into relations (id, customer_id, person_id, kind, created_at, updated_at, version) values ($1, $2, $1, $3, 1, 1, 1)";
            tx.execute(relation, &[id.into(), key.as_str().into(), kind.into()])?;
        }
        Ok::<_, kedang_store::StoreError>(())
    });
    known.expect("written");
    let given = steward.get(&card(&customer)).await;
    assert_eq!(given.status, 200, "{}", given.text);
    assert_eq!(
        given.text.matches("BEGIN:VCARD").count(),
        2,
        "the family stays at home"
    );
    for line in [
        "N:尉迟;恭;;;",
        "TEL;TYPE=CELL,VOICE:13900001111",
        "ORG:苏州澄岸精密机械有限公司",
        "FN:苏州澄岸精密机械有限公司",
        "TEL;TYPE=WORK,VOICE:0512-6789",
        "ADR;TYPE=WORK:;;;;江苏省;;中国",
        "NOTE:KH-00001",
    ] {
        assert!(
            given.text.contains(&format!("{line}\r\n")),
            "{line}: {}",
            given.text
        );
    }
    assert!(!given.text.contains("绝不外传"), "{}", given.text);
}

#[both_engines]
async fn t_30_a_list_leaves_as_business_cards_with_its_persons(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let own = opened(&sales, "苏州澄岸精密机械有限公司", "organization").await;
    opened(&sales, "欧阳温宁", "individual").await;
    let key = id(&own);
    let known = test.app.store.write_blocking(move |tx| {
        let person = "insert into persons (id, name, sort_key, mobile, created_at, updated_at, version) values ('p1', '尉迟恭', '', '13900001111', 1, 1, 1)";
        tx.execute(person, &[])?;
        let relation = "insert into relations (id, customer_id, person_id, kind, created_at, updated_at, version) values ('p1', $1, 'p1', 'contact', 1, 1, 1)";
        tx.execute(relation, &[key.as_str().into()])
    });
    known.expect("written");
    let refused = sales.get("/customers/export?format=vcf").await;
    assert_eq!(refused.status, 403);
    let head = test.caller("head").await;
    let all = head.get("/customers/export?format=vcf&sort=code").await;
    assert_eq!(all.status, 200, "{}", all.text);
    assert_eq!(all.text.matches("BEGIN:VCARD").count(), 3, "{}", all.text);
    let at = |name: &str| all.text.find(&format!("FN:{name}")).expect("a card");
    assert!(at("苏州澄岸精密机械有限公司") < at("尉迟恭") && at("尉迟恭") < at("欧阳温宁"));
    let other = head
        .get("/api/v1/customer-list?format=vcf&kind=individual")
        .await;
    assert_eq!(other.text.matches("BEGIN:VCARD").count(), 1);
    assert!(!other.text.contains("尉迟恭"));
    let page = head.get("/customers?kind=individual").await.text;
    assert!(page.contains("href=\"/customers/export?kind=individual&amp;format=vcf\""));
    let sql = "select p.payload from audit a join audit_payloads p on p.audit_id = a.id where a.action = 'customer.export' order by a.at, a.id";
    let noted = test.look(move |tx| Ok(tx.query(sql, &[], |row| row.get::<String>(0))?));
    let noted = noted.await.expect("read");
    assert!(
        noted.len() == 2 && noted[0].contains("\"vcf\""),
        "{noted:?}"
    );
}
