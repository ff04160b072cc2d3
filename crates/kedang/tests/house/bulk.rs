//! 批量修改: ticked customers change together, each by its own right and with its own audit row.

use kedang_app::customers::{self, Bulk, Pick};
use kedang_app::{Call, Door, Via};
use kedang_core::CustomerId;
use kedang_testkit::{Caller, Engine, TestApp, both_engines};
use serde_json::{Value, json};

use crate::customers::opened;
use crate::edits::{changed, id, path};

/// Ticked as they stood.
fn ticked(all: &[&Value]) -> String {
    let pick = |one: &&Value| format!("pick={}.{}&", id(one), one["version"]);
    all.iter().map(pick).collect()
}

async fn stage(caller: &Caller, customer: &Value) -> Value {
    caller.get(&path(customer)).await.json()["stage"].clone()
}

/// Whose edits the audit has, in no order.
async fn edits(test: &TestApp) -> Vec<String> {
    let rows = "select object_id from audit where action = 'customer.edit' order by object_id";
    let read = test.look(move |tx| Ok(tx.query(rows, &[], |r| r.get(0))?));
    read.await.expect("the audit")
}

#[both_engines]
async fn t_29_ticked_customers_change_each_by_his_right_with_an_audit_row(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, other) = (test.caller("sales").await, test.caller("sales2").await);
    let mut all = Vec::new();
    for name in [
        "苏州澄岸精密机械有限公司",
        "无锡远舟轴承有限公司",
        "王雪",
        "单雄信",
    ] {
        all.push(opened(&sales, name, "organization").await);
    }
    let hidden = opened(&other, "常州海纳物流有限公司", "organization").await;
    let list = sales.get("/customers").await.text;
    let pick = "name=\"pick\" form=\"bulk\"";
    assert_eq!(list.matches(pick).count(), 4, "{list}");
    let none = sales.get("/customers/bulk").await;
    assert_eq!(none.status, 422);
    assert!(
        none.text
            .contains("还没有勾选客户，请回到列表勾选要改的客户")
    );
    let form = sales
        .get(&format!(
            "/customers/bulk?{}",
            ticked(&[&all[0], &all[1], &hidden])
        ))
        .await;
    assert!(form.text.contains("已选 2 位") && !form.text.contains("常州海纳"));
    assert!(
        !form.text.contains("name=\"owner\""),
        "he gives nobody away"
    );
    let four = ticked(&[&all[0], &all[1], &all[2], &hidden]);
    for (pairs, sentence) in [
        ("", "请至少选一项要改的内容"),
        (
            "stage=lost",
            "转为流失客户要写明原因，例如：转用竞争对手、停产",
        ),
    ] {
        let refused = sales
            .submit("/customers/bulk", &format!("{four}{pairs}"))
            .await;
        assert_eq!(refused.status, 422, "{pairs}");
        assert!(refused.text.contains(sentence), "{pairs}: {}", refused.text);
    }
    // One was changed by somebody else meanwhile, one is like that already, one is nobody he knows.
    changed(&sales, &all[1], json!({ "short_name": "远舟" })).await;
    let same = changed(&sales, &all[3], json!({ "grade": "B", "stage": "active" })).await;
    let five = format!("{four}{}", ticked(&[&same]));
    let told = sales
        .submit("/customers/bulk", &format!("{five}stage=active&grade=B"))
        .await;
    assert_eq!(told.status, 200);
    for sentence in [
        "改了 2 位，本来就是这样的 1 位，没有改成的 2 位。",
        "无锡远舟轴承有限公司",
        "这位客户刚被别人改过，您的修改还没有保存",
        "您不能查阅的一位",
        "没有这位客户，或您不能查阅",
    ] {
        assert!(told.text.contains(sentence), "{sentence}: {}", told.text);
    }
    assert!(!told.text.contains("常州海纳"));
    for (n, expected) in [(0, "active"), (1, "proposed"), (2, "active")] {
        assert_eq!(stage(&sales, &all[n]).await, expected, "{n}");
    }
    assert_eq!(stage(&other, &hidden).await, "proposed");
    // One row each, beside the two edits made by hand.
    let mut expected: Vec<_> = all.iter().map(id).collect();
    expected.sort();
    assert_eq!(edits(&test).await, expected);
    let steps = sales.get(&format!("{}/stages", path(&all[2]))).await.json();
    assert_eq!(steps["items"][0]["became"], "active");
}

#[both_engines]
async fn t_29_owners_are_given_by_those_only_who_may_assign(engine: Engine) {
    let test = TestApp::start(engine).await;
    let (sales, head) = (test.caller("sales").await, test.caller("head").await);
    let company = opened(&sales, "无锡远舟轴承有限公司", "organization").await;
    let heads = opened(&head, "苏州澄岸精密机械有限公司", "organization").await;
    let him = heads["owner"]["id"].as_str().unwrap_or("").to_owned();
    let pairs = format!("{}owner={him}", ticked(&[&company]));
    let refused = sales.submit("/customers/bulk", &pairs).await;
    assert!(
        refused.text.contains("只有部门主管、信息部和总经理"),
        "{}",
        refused.text
    );
    assert!(refused.text.contains("没有改成的 1 位"));
    assert_eq!(
        sales.get(&path(&company)).await.json()["version"],
        1,
        "nothing half-changed"
    );
    let form = head
        .get(&format!("/customers/bulk?{}", ticked(&[&company])))
        .await
        .text;
    assert!(form.contains("name=\"owner\"") && form.contains("name=\"department\""));
    let told = head.submit("/customers/bulk", &pairs).await;
    assert!(told.text.contains("改了 1 位"), "{}", told.text);
    assert_eq!(
        head.get(&path(&company)).await.json()["owner"]["id"],
        json!(him)
    );
    assert_eq!(
        sales.get(&path(&company)).await.status,
        404,
        "it is no longer his"
    );
    // Who changes nothing ticks nothing.
    let reads = test.caller("archivist").await.get("/customers").await.text;
    assert!(reads.contains("无锡远舟") && !reads.contains("name=\"pick\""));
}

/// A transaction that runs again stores the same; more than its share is refused.
#[both_engines]
async fn changing_many_twice_in_one_attempt_stores_the_same(engine: Engine) {
    let test = TestApp::start(engine).await;
    let sales = test.caller("sales").await;
    let mut picks = Vec::new();
    for name in ["甲", "乙"] {
        let one = opened(&sales, name, "organization").await;
        let id = CustomerId::parse(&id(&one)).expect("an id");
        picks.push(Pick { id, version: 1 });
    }
    let bearer = format!(
        "Bearer {}",
        test.app.issue_token("sales", "t").await.expect("a token")
    );
    let door = Door {
        authorization: Some(&bearer),
        ..Door::default()
    };
    let call = Call::read(Via::Api, door);
    let fields = vec![("stage".to_owned(), Some("active".to_owned()))];
    let many = Bulk {
        picks: vec![picks[0].clone(); 201],
        fields: fields.clone(),
    };
    let refused = test
        .app
        .write(&call, move |tx, scene| customers::bulk(tx, scene, &many))
        .await;
    assert!(refused.is_err_and(|e| e.to_string().contains("bulk.many")));
    let ask = Bulk { picks, fields };
    let rows = "select id from customer_stages order by id";
    let (undone, kept) = test
        .app
        .write(&call, move |tx, scene| {
            let mut undone = Vec::new();
            let rolled_back = tx.attempt(|tx| -> Result<(), kedang_app::AppError> {
                customers::bulk(tx, scene, &ask)?;
                undone = tx.query(rows, &[], |r| r.get::<String>(0))?;
                Err(kedang_core::Problem::conflict("setup.done").into())
            });
            assert!(rolled_back.is_err());
            customers::bulk(tx, scene, &ask)?;
            Ok((undone, tx.query(rows, &[], |r| r.get::<String>(0))?))
        })
        .await
        .expect("changed");
    assert_eq!((undone.len(), &undone), (2, &kept));
}
